import { createEffect, createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { SearchField } from '../parts/form/search-field.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import type { HelpArticle } from './help-article.ts'
import { allArticles, commonArticles, findArticles } from './help-articles.ts'

/** Also shown before anybody is signed in. */
export function HelpPage(): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const [articles] = createResource(allArticles, { initialValue: commonArticles })
  const found = createMemo(() => findArticles(articles.latest, typed()))
  const linked = decodeURIComponent(location.hash.slice(1))
  createEffect(() => {
    if (articles.latest.some(({ id }) => id === linked)) document.getElementById(linked)?.scrollIntoView?.()
  })
  const opens = (article: HelpArticle) => article.id === linked || (typed().trim() !== '' && found().length <= 2)
  return (
    <Page title="Help" lead="On your device, so it can be read without a network." narrow>
      <SearchField label="Search the help" value={typed()} onInput={setTyped} />
      <p class="visually-hidden" role="status">
        {typed().trim() === '' ? '' : `${found().length} found`}
      </p>
      <Show
        when={found().length > 0}
        fallback={<EmptyState title={`Nothing in the help holds "${typed()}"`}>Try one shorter word.</EmptyState>}
      >
        <div class="stack stack--tight">
          <For each={found()}>
            {(article) => (
              <div id={article.id}>
                <Disclosure summary={article.title} open={opens(article)}>
                  <Article article={article} />
                </Disclosure>
              </div>
            )}
          </For>
        </div>
      </Show>
      <p>
        <a href="/help/accessibility">Accessibility statement</a>
      </p>
    </Page>
  )
}

function Article(props: { readonly article: HelpArticle }): JSX.Element {
  return (
    <div class="stack stack--tight">
      <Show when={props.article.steps}>
        {(steps) => (
          <ol>
            <For each={steps()}>{(step) => <li>{step}</li>}</For>
          </ol>
        )}
      </Show>
      <For each={props.article.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
    </div>
  )
}
