import type { JSX } from 'solid-js'
import type { StoreTrouble } from '../../store/store.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { collectTypedText, keepTypedText } from './typed-text.ts'

const words: Readonly<Record<StoreTrouble, { readonly title: string; readonly text: string }>> = {
  newer_version: {
    title: 'Uptally was updated in another tab',
    text: 'This page can record nothing more until it is reloaded. What you have typed is kept for you.',
  },
}

/** This page can no longer write: it says so and reloads when the person is ready. */
export function TroubleNotice(props: { readonly trouble: StoreTrouble }): JSX.Element {
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
