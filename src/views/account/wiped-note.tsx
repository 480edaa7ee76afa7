import { type JSX, Show } from 'solid-js'
import { counted, formatInstant } from '../../domain/format.ts'
import { type Wiped, wipedHere } from '../../sync/wiped.ts'
import { Banner } from '../parts/notice/banner.tsx'

/** Says that this device was wiped from elsewhere, until somebody signs in here. */
export function WipedNote(): JSX.Element {
  return (
    <Show when={wipedHere(localStorage)}>
      {(wiped) => (
        <Banner tone="warn" title="Uptally’s records were removed from this device">
          {wipedWords(wiped(), Date.now())}
        </Banner>
      )}
    </Show>
  )
}

export function wipedWords({ by, at, unsent }: Wiped, now: number): string {
  const lost =
    unsent === 0
      ? 'Nothing was waiting to be sent.'
      : `${counted(unsent, 'change')} that had not been sent went with them.`
  return `${by} asked for it on ${formatInstant(at, now)}. ${lost} Everything else is at the server.`
}
