// The help, in plain words, on the device, so that it can be read without a network: everybody has what everybody does, and
// whoever works at a desk or in the legal practice what is done there.
import type { HelpArticle } from './help-article.ts'
import { recordingArticles } from './recording-articles.ts'
import { workingArticles } from './working-articles.ts'

export const commonArticles: readonly HelpArticle[] = [...recordingArticles, ...workingArticles]

/** All that there are; without a network those that this device does not keep are left out. */
export async function allArticles(): Promise<readonly HelpArticle[]> {
  const ofWork = await Promise.all([
    import('./desk-articles.ts').then(
      ({ deskArticles }) => deskArticles,
      () => [],
    ),
    import('./impact-articles.ts').then(
      ({ impactArticles }) => impactArticles,
      () => [],
    ),
    import('./legal-articles.ts').then(
      ({ legalArticles }) => legalArticles,
      () => [],
    ),
  ])
  return [...recordingArticles, ...ofWork.flat(), ...workingArticles]
}

/** Articles that hold every word typed, those with the words in the title first. An empty search finds all. */
export function findArticles(articles: readonly HelpArticle[], typed: string): readonly HelpArticle[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const holdsAll = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const whole = ({ title, also, paragraphs, steps = [] }: HelpArticle) =>
    [title, also, ...paragraphs, ...steps].join(' ')
  const found = articles.filter((article) => holdsAll(whole(article)))
  return [...found.filter(({ title }) => holdsAll(title)), ...found.filter(({ title }) => !holdsAll(title))]
}
