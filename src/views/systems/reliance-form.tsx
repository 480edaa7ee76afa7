import { createSignal, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { relianceSources } from '../../domain/partnership.ts'
import { localDateAt } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Form } from '../parts/form/form.tsx'
import { Select } from '../parts/form/select.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { createSaving } from '../settings/saving.ts'
import { reportZone } from './known-entry.ts'
import { relianceSteps } from './need-words.ts'

interface RelianceFormProps {
  readonly division: Recorded<'division'>
  readonly systemId: string
  readonly before: Recorded<'reliance'> | undefined
  readonly onDone: () => void
  readonly onRemove: (reliance: Recorded<'reliance'>) => void
}

const stepOptions = relianceSteps.map(({ share, words }) => ({ value: String(share), label: words }))
const sourceLabels = { asked: 'Asked of the division', measured: 'Measured', assumed: 'Assumed' } as const
const sourceOptions = relianceSources.map((value) => ({ value, label: sourceLabels[value] }))

/** The answer of today; it replaces the one before. */
export function RelianceForm(props: RelianceFormProps): JSX.Element {
  const { now, newId } = useApp()
  const before = props.before
  const [share, setShare] = createSignal(before ? String(before.share) : undefined)
  const [source, setSource] = createSignal(before?.source ?? 'asked')
  const [note, setNote] = createSignal(before?.note ?? '')
  const saving = createSaving(() => 'reliance-share')
  const save = async () => {
    const chosen = share()
    if (chosen === undefined)
      return saving.fail([{ fieldId: 'reliance-share', message: 'Choose how much of the work stops' }])
    const doc = {
      divisionId: props.division.id,
      systemId: props.systemId,
      share: Number(chosen),
      source: source(),
      asOf: localDateAt(reportZone, now()),
      note: note().trim(),
    }
    const said = `Answer for ${props.division.name} saved on this device.`
    if (await saving.save(saves.reliance, { id: before?.id ?? newId(), doc }, said)) props.onDone()
  }
  return (
    <Form
      label="How far the division relies on it"
      onSubmit={save}
      errors={saving.errors()}
      acts={
        <>
          <Button type="submit" kind="primary" busy={saving.isBusy()}>
            Save
          </Button>
          <Show when={before}>
            {(answer) => (
              <Button kind="quiet" onClick={() => props.onRemove(answer())}>
                Remove this answer
              </Button>
            )}
          </Show>
        </>
      }
    >
      <ChoiceGroup
        id="reliance-share"
        label="How much of the work stops without it?"
        value={share()}
        options={stepOptions}
        error={saving.errorOf('reliance-share')}
        onChange={setShare}
      />
      <Select label="How is it known?" width="medium" value={source()} options={sourceOptions} onChange={setSource} />
      <TextArea label="Note" hint="Who said so, or how it was measured" rows={2} value={note()} onInput={setNote} />
    </Form>
  )
}
