import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { setHourlyRate } from '../../domain/mutations/keep-facts.ts'
import { useApp } from '../app/app-context.ts'
import { Chips } from '../parts/form/chips.tsx'
import { Field } from '../parts/form/field.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { useFactActs } from './fact-acts.ts'
import { draftOfRate, rateFieldId, rateParts, readRate, workingWords } from './rate-draft.ts'
import { readBoth, readSaid, type SaidDraft } from './said-draft.ts'
import { SaidFields } from './said-fields.tsx'

interface RateFormProps {
  readonly divisionId: string
  readonly councils: readonly Recorded<'council'>[]
  readonly known: readonly Recorded<'hourly_rate'>[]
  /** What holds today. */
  readonly current: Recorded<'hourly_rate'> | undefined
  readonly said: SaidDraft
  readonly onDone: () => void
}

const ways = [
  { value: 'worked', label: 'Work it out' },
  { value: 'given', label: 'It is given' },
] as const

/** What an hour of the division's mix of grades costs: given, or worked out in sight. */
export function RateForm(props: RateFormProps): JSX.Element {
  const { store } = useApp()
  const { undo } = useFactActs()
  const [rate, setRate] = createSignal(draftOfRate(props.current))
  const [said, setSaid] = createSignal(props.said)
  const saving = createSaving(() => rateFieldId('given'))
  const working = () => {
    const read = readRate(rate())
    return read.ok ? read.value.working : null
  }
  const save = async () => {
    const read = readBoth(readRate(rate()), readSaid(said()))
    if (!read.ok) return saving.fail(read.errors)
    const { divisionId } = props
    const isOfThese = (fact: Recorded<'hourly_rate'>) =>
      fact.from === read.value.from && read.value.councilIds.includes(fact.councilId)
    const written = async () => (await store.reads.where('hourly_rate', 'divisionId', divisionId)).filter(isOfThese)
    const takeBack = undo(props.known.filter(isOfThese), written)
    const args = { ...read.value, divisionId }
    if (await saving.save(setHourlyRate, args, 'Saved on this device.', takeBack)) props.onDone()
  }
  return (
    <SaveForm label="Hourly rate" saving={saving} onSave={save}>
      <p class="muted">One rate for the division's mix of grades, never one person's pay.</p>
      <Chips
        label="How the rate comes about"
        single
        options={ways}
        values={[rate().isWorkedOut ? 'worked' : 'given']}
        onChange={([way]) => setRate({ ...rate(), isWorkedOut: way === 'worked' })}
      />
      <Show
        when={rate().isWorkedOut}
        fallback={
          <Field
            id={rateFieldId('given')}
            label="An hour costs"
            type="number"
            prefix="£"
            width="short"
            value={rate().given}
            error={saving.errorOf(rateFieldId('given'))}
            onInput={(given) => setRate({ ...rate(), given })}
          />
        }
      >
        <p>
          <strong>Check before publishing:</strong> insurance and pension are what is usual, set by law and by the
          pension fund from year to year.
        </p>
        <div class="rate-parts">
          <For each={rateParts}>
            {({ part, label, unit }) => (
              <Field
                id={rateFieldId(part)}
                label={label}
                type="number"
                prefix={unit === '£' ? unit : undefined}
                suffix={unit === '£' ? undefined : unit}
                width="short"
                value={rate().parts[part]}
                error={saving.errorOf(rateFieldId(part))}
                onInput={(typed) => setRate({ ...rate(), parts: { ...rate().parts, [part]: typed } })}
              />
            )}
          </For>
        </div>
        <p class="rate-working" aria-live="polite">
          <Show
            when={working()}
            fallback={<span class="muted">The working stands here once every part is a number.</span>}
          >
            {(known) => workingWords(known())}
          </Show>
        </p>
      </Show>
      <SaidFields draft={said()} onChange={setSaid} councils={props.councils} errorOf={saving.errorOf} />
    </SaveForm>
  )
}
