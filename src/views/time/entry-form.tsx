import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { mayWrite } from '../../domain/access.ts'
import { currentEntries } from '../../domain/current-entries.ts'
import { formatClock } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import { unitPolicyOn } from '../../domain/mutations/price-entry.ts'
import { legalScope, matterScope } from '../../domain/scope.ts'
import { overlapping } from '../../metrics/own-time.ts'
import { type OwnTime, ownTime } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import type { Act } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { Chips } from '../parts/form/chips.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { DayFields } from './day-fields.tsx'
import type { EntryDraft } from './entry-draft.ts'
import { readLine } from './read-line.ts'
import { matterTitle, readersWords, timeWords } from './time-words.ts'
import { dateId, dayOf, durationId, narrativeOf, oddities, type ReadTimes, readBack, readEntry } from './typed-entry.ts'
import type { Work } from './work.ts'
import { WorkFields } from './work-fields.tsx'

export const entryFormId = 'entry-form'

/** What is saved, whether it is new or a correction. */
export interface SaidEntry extends ReadTimes, Work {
  readonly teamId: string
  readonly isEstimated: boolean
  readonly narrative: string
}

interface EntryFormProps {
  readonly draft: EntryDraft
  readonly team: Recorded<'team'>
  readonly today: LocalDate
  /** The entry that is corrected. */
  readonly entry?: Recorded<'entry'> | undefined
  readonly own: OwnTime
  readonly problem: ReturnType<Act['problem']>
  readonly onSave: (said: SaidEntry) => void
}

/** Nearly everything is there already: a duration by a tap or a few letters, and it can be saved. */
export function EntryForm(props: EntryFormProps): JSX.Element {
  const { store, now } = useApp()
  const typed = () => props.draft.typed()
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const errorOf = (id: string) => errors().find(({ fieldId }) => fieldId.startsWith(id))?.message
  const policyOn = (on: LocalDate) => unitPolicyOn(props.team, on)
  const reading = () => ({
    ...{ today: props.today, entry: props.entry },
    unitMinutes: policyOn(dayOf(typed(), { today: props.today, unitMinutes: 6 }) ?? props.today).unitMinutes,
  })
  const read = createMemo(() => readEntry(typed(), reading()))
  const heard = createMemo(() => readBack(typed(), reading(), policyOn))
  const matter = () => props.own.matters.byId.get(typed().work.matterId ?? '')
  const mayWriteWords = () => {
    const wallId = matter()?.wallId ?? null
    return mayWrite(store.access(), wallId === null ? legalScope(props.team.id) : matterScope(wallId), 'narrative')
  }
  const save = () => {
    const result = read()
    setErrors(result.ok ? [] : result.errors)
    if (!result.ok) return
    const { work, isEstimated } = typed()
    const narrative = mayWriteWords() ? result.narrative : ''
    props.onSave({ teamId: props.team.id, ...result.times, ...work, isEstimated, narrative })
  }

  return (
    // Its words have a draft of their own, and must not be kept in another place over an update.
    <div data-has-draft>
      <Form id={entryFormId} label="Time" onSubmit={save} errors={errors()}>
        <ProblemNote problem={props.problem} />
        <div class="stack stack--tight">
          <Field
            id={durationId}
            label="Duration"
            hint={
              mayWriteWords() ? '1.5, 90m, 10-11.30 or 3u; then what it was, if you like' : '1.5, 90m, 10-11.30 or 3u'
            }
            value={typed().line}
            onInput={(line) => props.draft.change({ line })}
            error={errorOf(durationId)}
          />
          <p class={heard().isProblem ? 'entry-reading muted' : 'entry-reading entry-reading--good'} role="status">
            {/* Where the field's own error says it already, once is enough. */}
            {heard().words === errorOf(durationId) ? '' : heard().words}
          </p>
          <LengthChips line={typed().line} onChoose={(line) => props.draft.change({ line })} />
        </div>
        <DayFields typed={typed()} reading={reading()} onChange={props.draft.change} error={errorOf(dateId)} />
        <WorkFields
          work={typed().work}
          matters={props.own.matters}
          matterId="entry-matter"
          onChange={(work) => props.draft.change({ work })}
        />
        <Show
          when={mayWriteWords()}
          fallback={
            <Show when={narrativeOf(typed(), reading()) !== ''}>
              <Banner tone="warn">
                <p>What was done cannot be kept: only the legal team writes it. The time can.</p>
              </Banner>
            </Show>
          }
        >
          <TextArea
            label="What was done"
            hint={readersWords(matter())}
            rows={3}
            maxLength={15_000}
            value={typed().narrative}
            onInput={(narrative) => props.draft.change({ narrative })}
          />
        </Show>
        <Checkbox
          label="Estimated"
          hint="Shown with (e)."
          checked={typed().isEstimated}
          onChange={(isEstimated) => props.draft.change({ isEstimated })}
        />
        <Show when={timesOf(read())}>
          {(times) => <Oddities times={times()} entry={props.entry} own={props.own} today={props.today} now={now()} />}
        </Show>
      </Form>
    </div>
  )
}

const timesOf = (read: ReturnType<typeof readEntry>) => (read.ok ? read.times : undefined)

const lengths = ['6m', '30m', '1h'] as const

const isWhole = (length: (typeof lengths)[number], line: string) => {
  const [alone, all] = [readLine(length, 6), readLine(line, 6)]
  return alone.ok && all.ok && alone.seconds === all.seconds
}

/** A length by one tap; what was typed after it stays. */
function LengthChips(props: { readonly line: string; readonly onChoose: (line: string) => void }): JSX.Element {
  // "1h 30m" begins with an hour and is none.
  const length = () =>
    lengths.find((each) => props.line === each || (props.line.startsWith(`${each} `) && isWhole(each, props.line)))
  const choose = (next: string) => {
    const rest = props.line.slice(length()?.length ?? 0).trim()
    // A duration that was typed otherwise gives way; its words cannot be told from it here.
    props.onChoose(length() && rest ? `${next} ${rest}` : next)
  }
  return (
    <Chips
      label="Or by a tap"
      hideLabel
      single
      options={lengths.map((value) => ({ value, label: value.replace('m', ' min').replace('h', ' h') }))}
      values={[length() ?? ('' as (typeof lengths)[number])]}
      onChange={([next]) => next && choose(next)}
    />
  )
}

interface OdditiesProps {
  readonly times: ReadTimes
  readonly entry: Recorded<'entry'> | undefined
  readonly own: OwnTime
  readonly today: LocalDate
  readonly now: number
}

/** Said, and no reason not to save. */
function Oddities(props: OdditiesProps): JSX.Element {
  const { store } = useApp()
  const ofDay = createLive(() => {
    const [today, on] = [props.today, props.times.workedOn]
    return (reads) => ownTime(reads, store.access(), today, { from: on, to: addDays(on, 1) })
  })
  const shared = () => {
    const { startAt, endAt } = props.times
    if (startAt === null || endAt === null) return []
    const others = currentEntries(ofDay()?.entries ?? []).entries.filter(({ rootId }) => rootId !== props.entry?.rootId)
    return overlapping(others, { start: startAt, end: endAt }).map(({ entry, sharedMs }) => {
      const span = `${formatClock(entry.startAt ?? 0)} to ${formatClock(entry.endAt ?? 0)}`
      return `It shares ${timeWords(sharedMs / 1000)} with ${span}, ${matterTitle(entry.matterId, props.own.matters)}. Both are kept.`
    })
  }
  const said = () => [...oddities(props.times, props.now), ...shared()]
  return (
    <Show when={said().length > 0}>
      <Banner tone="warn" title="Is this right?">
        <For each={said()}>{(words) => <p>{words}</p>}</For>
      </Banner>
    </Show>
  )
}
