import { children, createEffect, type JSX, onMount, Show } from 'solid-js'
import { PageHeader, type PageHeaderProps } from './page-header.tsx'
import './page.css'

export interface PageProps extends Omit<PageHeaderProps, 'headingRef'> {
  /** Also the document's title, before the product's name. */
  readonly title: string
  /** The page's one primary act; sticks to the bottom of a phone. Holds buttons. */
  readonly bottom?: JSX.Element
  /** For reading and forms: no wider than text should be. */
  readonly narrow?: boolean | undefined
  readonly children: JSX.Element
}

// The first page of a visit must not take the focus from where the browser put it; every later one must.
let isFirstPage = true

/** One screen: its title is the h1, names the tab, and has the focus after navigation. */
export function Page(props: PageProps): JSX.Element {
  let heading: HTMLHeadingElement | undefined
  // Resolved, so that a bar whose content is not due now is no empty bar over the page.
  const bottom = children(() => props.bottom)
  createEffect(() => {
    document.title = `${props.title} – Uptally`
  })
  onMount(() => {
    const holdsFocus = document.activeElement?.closest('.page')
    if (!isFirstPage && !holdsFocus) heading?.focus({ preventScroll: true })
    isFirstPage = false
  })
  return (
    <div class="page" classList={{ 'page--narrow': props.narrow === true }}>
      <PageHeader
        title={props.title}
        lead={props.lead}
        mark={props.mark}
        actions={props.actions}
        back={props.back}
        headingRef={(element) => {
          heading = element
        }}
      />
      <div class="page__body">{props.children}</div>
      <Show when={bottom.toArray().some(Boolean)}>
        <div class="bottom-bar">{bottom()}</div>
      </Show>
    </div>
  )
}
