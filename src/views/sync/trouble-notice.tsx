import type { JSX } from 'solid-js'
import type { PageTrouble } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { collectTypedText, keepTypedText } from './typed-text.ts'

const words: Readonly<Record<PageTrouble, { readonly title: string; readonly text: string }>> = {
  newer_version: {
    title: 'Uptally was updated in another tab',
    text: 'This page can record nothing more until it is reloaded. What you have typed is kept for you.',
  },
  refused: {
    title: 'The browser has taken the storage of this page away',
    text: 'Nothing can be recorded until it is back: reload. What you have typed is kept for you, and what was saved stays.',
  },
  roles_changed: {
    title: 'Your roles have changed',
    text: 'Reload to see what you may do now. What you have typed is kept for you.',
  },
}

/** This page can no longer write, or shows what was allowed before: it says so and reloads when the person is ready. */
export function TroubleNotice(props: { readonly trouble: PageTrouble }): JSX.Element {
  const reload = () => {
    keepTypedText(collectTypedText(document), sessionStorage)
    location.reload()
  }
  return (
    <Banner
      tone="warn"
      title={words[props.trouble].title}
      action={
        <Button kind="primary" onClick={reload}>
          Reload
        </Button>
      }
    >
      {words[props.trouble].text}
    </Banner>
  )
}
