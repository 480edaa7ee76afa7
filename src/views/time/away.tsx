import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { formatDay } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { dateProblemWords, readTypedMoment, typedMoment } from '../parts/form/typed-date.ts'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { absenceLabels } from './time-words.ts'
import { noonOf } from './week-words.ts'

type Absence = Recorded<'absence'>

interface AwayProps {
  readonly absences: readonly Absence[]
  /** The day that is shown. */
  readonly on: LocalDate
  readonly monday: LocalDate
}

/** The person's own leave: days away are no gaps, and lower the target. */
export function Away(props: AwayProps): JSX.Element {
  const { now, tell, newId } = useApp()
  const { act, problem, undo } = createAct()
  const [isOpen, setOpen] = createSignal(false)
  const ofWeek = () => props.absences.filter(({ from, to }) => from < addDays(props.monday, 7) && props.monday < to)
  const remove = async ({ id, ...doc }: Absence) => {
    // What was removed stays so: its content comes back as a new one.
    if (await act(removals.absence, { id })) tell('Taken out.', undo(saves.absence, { id: newId(), doc }))
  }
  return (
    <>
      <ProblemNote problem={problem()} />
      <Show when={ofWeek().length > 0}>
        <RowList label="Days away in this week">
          <For each={ofWeek()}>
            {(absence) => (
              <Row
                title={absenceWords(absence, now())}
                detail={absenceLabels[absence.reason]}
                aside={
                  <IconButton
                    icon="bin"
                    label={`Take out ${absenceWords(absence, now())}`}
                    onClick={() => remove(absence)}
                  />
                }
              />
            )}
          </For>
        </RowList>
      </Show>
      <div>
        <Button kind="quiet" icon="calendar" onClick={() => setOpen(true)}>
          Away…
        </Button>
      </div>
      <Sheet open={isOpen()} title="Away" onClose={() => setOpen(false)}>
        <AwayForm on={props.on} onSaved={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

/** "Away Mon 2 Mar", "Away half of Mon 2 Mar", "Away Mon 2 Mar to Fri 6 Mar". */
export function absenceWords({ from, to, share }: Pick<Absence, 'from' | 'to' | 'share'>, now: number): string {
  const [first, last] = [formatDay(noonOf(from), now), formatDay(noonOf(addDays(to, -1)), now)]
  const part = share < 1 ? `${share === 0.5 ? 'half' : `${Math.round(share * 100)}%`} of ` : ''
  return first === last ? `Away ${part}${first}` : `Away ${part}${first} to ${last}`
}

const [firstId, lastId] = ['away-first', 'away-last']
const shares = [
  { value: '1', label: 'Whole days' },
  { value: '0.5', label: 'Half days' },
] as const
const reasons = (['leave', 'sickness', 'training', 'other'] as const).map((value) => ({
  value,
  label: absenceLabels[value],
}))

function AwayForm(props: { readonly on: LocalDate; readonly onSaved: () => void }): JSX.Element {
  const { store, newId, tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const [first, setFirst] = createSignal(typedMoment(props.on))
  const [last, setLast] = createSignal(typedMoment(props.on))
  const [share, setShare] = createSignal<(typeof shares)[number]['value']>('1')
  const [reason, setReason] = createSignal<Absence['reason']>('leave')
  const [errors, setErrors] = createSignal<readonly (FormError & { field: string })[]>([])
  const errorOf = (field: string) => errors().find((error) => error.field === field)?.message
  const save = async () => {
    const [from, through] = [readTypedMoment(first(), false), readTypedMoment(last(), false)]
    const wrong = [
      ...('problem' in from ? [mistake(firstId, dateProblemWords('The first day', from), from.part)] : []),
      ...('problem' in through ? [mistake(lastId, dateProblemWords('The last day', through), through.part)] : []),
      ...('date' in from && 'date' in through && through.date < from.date
        ? [mistake(lastId, 'The last day must not be before the first.')]
        : []),
    ]
    setErrors(wrong)
    if (wrong.length > 0 || !('date' in from) || !('date' in through)) return
    const id = newId()
    const doc = { personId: store.personId, from: from.date, to: addDays(through.date, 1) }
    if (!(await act(saves.absence, { id, doc: { ...doc, share: Number(share()), reason: reason() } }))) return
    tell(`Recorded. ${savedHere()}`, undo(removals.absence, { id }))
    props.onSaved()
  }
  return (
    <Form
      label="Away"
      onSubmit={save}
      errors={errors()}
      acts={
        <Button type="submit" kind="primary" busy={isBusy()}>
          Save
        </Button>
      }
    >
      <ProblemNote problem={problem()} />
      <DateTimeField id={firstId} label="First day" value={first()} onInput={setFirst} error={errorOf(firstId)} />
      <DateTimeField id={lastId} label="Last day" value={last()} onInput={setLast} error={errorOf(lastId)} />
      <Chips
        label="How much of each day?"
        single
        options={shares}
        values={[share()]}
        onChange={([value]) => value && setShare(value)}
      />
      <Chips
        label="Why?"
        hint="Your practice manager can read it; nobody else."
        single
        options={reasons}
        values={[reason()]}
        onChange={([value]) => value && setReason(value)}
      />
    </Form>
  )
}

const mistake = (field: string, message: string, part = 'day') => ({
  ...{ field, fieldId: `${field}-${part}` },
  message: message.endsWith('.') ? message : `${message}.`,
})
