import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import type { IncidentParts } from '../../domain/mutations/work-incident.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { type BulkDraft, emptyDraft, fieldId, partsOf } from './bulk-change.ts'
import { type BulkChoices, bulkChoices, bulkNameOf } from './bulk-choices.ts'
import { BulkFields } from './bulk-fields.tsx'
import { count, emptyTally, previewWords, type Tally } from './bulk-preview.ts'
import { bulkRunOf } from './bulk-run.ts'
import { worksOnDesk } from './rights.ts'

interface BulkSheetProps {
  readonly ids: readonly string[]
  /** The change has begun: it goes on by itself. */
  readonly onStarted: () => void
}

/** What was looked at, with what it would do. */
interface Preview {
  readonly parts: IncidentParts
  readonly tally: Tally
}

/** Read at once while counting what a change would do. */
const readTogether = 100

/** Choose a change, see in words what it would do, and do it. Stands inside a Sheet. */
export function BulkSheet(props: BulkSheetProps): JSX.Element {
  const { store, now, tell } = useApp()
  const today = localDateAt(zoneOf(DEFAULT_ZONE), now())
  const choices = createLive(() => (reads) => bulkChoices(reads, { now: store.now(), today }))
  const [draft, setDraft] = createSignal<BulkDraft>(emptyDraft)
  const [preview, setPreview] = createSignal<Preview>()
  const start = ({ parts, tally }: Preview) => {
    void bulkRunOf(store).change(tally.ids, parts, tell)
    props.onStarted()
  }
  return (
    <Show when={choices()} fallback={<Skeleton />}>
      {(known) => (
        <Show
          when={preview()}
          fallback={
            <ChooseChange
              ids={props.ids}
              choices={known()}
              draft={draft()}
              onChange={(changes) => setDraft((old) => ({ ...old, ...changes }))}
              onCounted={setPreview}
            />
          }
        >
          {(looked) => <PreviewPart preview={looked()} onBack={() => setPreview()} onStart={() => start(looked())} />}
        </Show>
      )}
    </Show>
  )
}

interface ChooseChangeProps {
  readonly ids: readonly string[]
  readonly choices: BulkChoices
  readonly draft: BulkDraft
  readonly onChange: (changes: Partial<BulkDraft>) => void
  readonly onCounted: (preview: Preview) => void
}

function ChooseChange(props: ChooseChangeProps): JSX.Element {
  const { store } = useApp()
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const [doneCount, setDoneCount] = createSignal<number>()
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  const look = async () => {
    if (doneCount() !== undefined) return
    const read = partsOf(props.draft, props.choices)
    setErrors('errors' in read ? read.errors : [])
    if ('errors' in read) return
    const { parts } = read
    const mayWork = (councilId: string) => worksOnDesk(store.access(), councilId)
    const nameOf = bulkNameOf(props.choices)
    const tally = emptyTally()
    const { ids } = props
    try {
      for (let i = 0; i < ids.length && !isGone; i += readTogether) {
        setDoneCount(i)
        const incidents = await Promise.all(ids.slice(i, i + readTogether).map((id) => store.reads.get('incident', id)))
        for (const incident of incidents) count(tally, incident, { parts, now: store.now(), nameOf, mayWork })
      }
    } catch {
      return setErrors([{ fieldId: fieldId('what'), message: 'This device could not read them. Try again.' }])
    } finally {
      setDoneCount()
    }
    if (!isGone) props.onCounted({ parts, tally })
  }
  return (
    <Form
      label="Change selected"
      onSubmit={() => void look()}
      errors={errors()}
      acts={
        <Button type="submit" kind="primary" busy={doneCount() !== undefined}>
          See what changes
        </Button>
      }
    >
      <BulkFields
        draft={props.draft}
        onChange={props.onChange}
        errorOf={(id) => errors().find((error) => error.fieldId === id)?.message}
        choices={props.choices}
      />
      <Show when={doneCount() !== undefined && props.ids.length > readTogether}>
        <Progress
          label="Looking at each"
          done={doneCount() ?? 0}
          total={props.ids.length}
          detail={`${formatCount(doneCount() ?? 0)} of ${formatCount(props.ids.length)}`}
        />
      </Show>
    </Form>
  )
}

interface PreviewPartProps {
  readonly preview: Preview
  readonly onBack: () => void
  readonly onStart: () => void
}

function PreviewPart(props: PreviewPartProps): JSX.Element {
  const words = () => previewWords(props.preview.tally)
  const changing = () => props.preview.tally.ids.length
  let heading: HTMLHeadingElement | undefined
  // The button that led here is gone: the keyboard goes on with what it brought.
  queueMicrotask(() => heading?.focus())
  return (
    <div class="stack">
      <h3
        tabindex="-1"
        ref={(element) => {
          heading = element
        }}
      >
        {changing() > 0 ? 'This will change' : 'Nothing would change'}
      </h3>
      <Show when={changing() > 0}>
        <ul>
          <For each={words().changes}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <Show when={words().rest.length > 0}>
        <div>
          <p>These stay as they are:</p>
          <ul>
            <For each={words().rest}>{(line) => <li>{line}</li>}</For>
          </ul>
        </div>
      </Show>
      <Show when={changing() > 0}>
        <p class="muted small">
          Each gets a line in its own history, and one Undo takes all of it back. Where a colleague has changed the same
          thing without knowing of this, both values are kept and shown as a conflict of that incident; all others are
          saved.
        </p>
      </Show>
      <div class="form__acts">
        <Show when={changing() > 0}>
          <Button kind="primary" onClick={() => props.onStart()}>
            Change {counted(changing(), 'incident')}
          </Button>
        </Show>
        <Button onClick={() => props.onBack()}>Back</Button>
      </div>
    </div>
  )
}
