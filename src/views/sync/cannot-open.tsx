import { createSignal, type JSX, Show } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { readUnsent, unsentCount } from '../../store/unsent-file.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { ErrorState } from '../parts/notice/error-state.tsx'
import { openTroubleOf, openTroubleWords } from './open-trouble.ts'
import { saveUnsent } from './unsent-file.ts'

interface CannotOpenProps {
  /** What the browser said; undefined while another tab holds them. */
  readonly error: unknown
  readonly session: Session
  /** Of this person's database. */
  readonly name: string
  readonly readNow: () => number
}

/** This person's records cannot be opened: why, what to do, and a way to take along what only this device has. */
export function CannotOpen(props: CannotOpenProps): JSX.Element {
  const words = () => openTroubleWords[props.error === undefined ? 'held' : openTroubleOf(props.error)]
  const [isBusy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal<{ readonly tone: 'good' | 'info' | 'error'; readonly text: string }>()
  const save = async () => {
    setBusy(true)
    const { db, userId } = props.session
    try {
      const file = await readUnsent(props.name, { db, personId: userId, now: props.readNow() })
      const count = file ? unsentCount(file) : 0
      if (file && count > 0) saveUnsent(file)
      setSaid(
        count > 0
          ? { tone: 'good', text: 'The file is saved. Put it back later under Changes that need you.' }
          : { tone: 'info', text: 'Everything recorded here is at the server: there is nothing to save.' },
      )
    } catch {
      setSaid({ tone: 'error', text: 'This device does not give out what it holds. Reload, then try again.' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <main id="main">
      <h1 class="visually-hidden">Uptally</h1>
      <ErrorState
        title={words().title}
        action={
          <div class="cluster">
            <Button kind="primary" onClick={() => location.reload()}>
              Reload
            </Button>
            <Button icon="export" busy={isBusy()} onClick={() => void save()}>
              Save what was not sent
            </Button>
          </div>
        }
      >
        <div class="stack">
          <p>{words().text}</p>
          <Show when={said()}>
            {(result) => (
              <Banner tone={result().tone} isResult>
                {result().text}
              </Banner>
            )}
          </Show>
        </div>
      </ErrorState>
    </main>
  )
}
