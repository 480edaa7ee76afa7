import type { JSX } from 'solid-js'
import { createMemo, For } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { typedMomentOf } from './moment.ts'
import { doubtsAbout } from './times-doubts.ts'
import type { ReadTimes, TimesForm } from './times-form.ts'

/** What looks wrong with the times as typed, each with its mending. Saving is possible all the same. */
export function TimesWarnings(props: { readonly form: TimesForm }): JSX.Element {
  const { store, now } = useApp()
  const doubts = createMemo(() => {
    const times = props.form.current()
    // The ticking time may be some seconds behind the one that a form began with.
    return times ? doubtsAbout(times, Math.max(now(), store.now())) : []
  })
  const mend = ({ startAt, endAt }: ReadTimes) => {
    props.form.setStart(typedMomentOf(startAt))
    if (endAt !== null) props.form.setEnd(typedMomentOf(endAt))
  }
  return (
    <For each={doubts()}>
      {(doubt) => (
        <Banner tone="warn" action={<Button onClick={() => mend(doubt.mended)}>{doubt.fix}</Button>}>
          <p>{doubt.sentence}</p>
        </Banner>
      )}
    </For>
  )
}
