import { createSignal, type JSX } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { dateProblemWords, readTypedMoment } from '../parts/form/typed-date.ts'
import { Sheet } from '../parts/notice/sheet.tsx'
import { createSaving } from './saving.ts'

interface HolidayFormProps {
  readonly open: boolean
  readonly known: readonly Recorded<'holiday'>[]
  readonly onClose: () => void
}

const blank = { day: '', month: '', year: '', time: '' }

export function HolidayForm(props: HolidayFormProps): JSX.Element {
  const { newId } = useApp()
  const [on, setOn] = createSignal(blank)
  const [name, setName] = createSignal('')
  const [source, setSource] = createSignal('')
  const saving = createSaving(({ field }) => (field?.endsWith('name') ? 'holiday-name' : 'holiday-on-day'))
  const dateError = () => ['day', 'month', 'year'].map((part) => saving.errorOf(`holiday-on-${part}`)).find(Boolean)

  const errorsOf = (): FormError[] => {
    const errors: FormError[] = []
    const read = readTypedMoment(on(), false)
    if ('problem' in read)
      errors.push({ fieldId: `holiday-on-${read.part}`, message: dateProblemWords('The date', read) })
    else {
      const same = props.known.find((holiday) => holiday.on === read.date)
      if (same) errors.push({ fieldId: 'holiday-on-day', message: `${formatDate(read.date)} is already ${same.name}` })
    }
    if (name().trim() === '') errors.push({ fieldId: 'holiday-name', message: 'Give the holiday a name' })
    return errors
  }
  const save = async () => {
    const errors = errorsOf()
    const read = readTypedMoment(on(), false)
    if (errors.length > 0 || 'problem' in read) return saving.fail(errors)
    const doc = { on: read.date, name: name().trim(), source: source().trim() }
    if (!(await saving.save(saves.holiday, { id: newId(), doc }, `${doc.name} added.`))) return
    setOn(blank)
    setName('')
    props.onClose()
  }
  return (
    <Sheet open={props.open} title="Add a holiday" onClose={() => props.onClose()}>
      <Form
        onSubmit={save}
        errors={saving.errors()}
        acts={
          <Button type="submit" kind="primary" busy={saving.isBusy()}>
            Save
          </Button>
        }
      >
        <DateTimeField id="holiday-on" label="Date" value={on()} onInput={setOn} error={dateError()} />
        <Field
          id="holiday-name"
          label="Name"
          value={name()}
          onInput={setName}
          maxLength={120}
          error={saving.errorOf('holiday-name')}
        />
        <Field
          label="Source"
          hint="Where it was published, for whoever checks a figure later"
          value={source()}
          onInput={setSource}
          maxLength={200}
        />
      </Form>
    </Sheet>
  )
}
