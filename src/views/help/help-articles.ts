// The help, in plain words. Every article is on the device, so it can be read without a network.
import { deskArticles } from './desk-articles.ts'
import type { HelpArticle } from './help-article.ts'
import { impactArticles } from './impact-articles.ts'
import { legalArticles } from './legal-articles.ts'
import { recordingArticles } from './recording-articles.ts'
import { workingArticles } from './working-articles.ts'

export const helpArticles: readonly HelpArticle[] = [
  ...recordingArticles,
  ...deskArticles,
  ...impactArticles,
  ...legalArticles,
  ...workingArticles,
]

/** Articles that hold every word typed, those with the words in the title first. An empty search finds all. */
export function findArticles(articles: readonly HelpArticle[], typed: string): readonly HelpArticle[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const holdsAll = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const whole = ({ title, also, paragraphs, steps = [] }: HelpArticle) =>
    [title, also, ...paragraphs, ...steps].join(' ')
  const found = articles.filter((article) => holdsAll(whole(article)))
  return [...found.filter(({ title }) => holdsAll(title)), ...found.filter(({ title }) => !holdsAll(title))]
}
