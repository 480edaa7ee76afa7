import { createSignal, type JSX } from 'solid-js'
import { idPattern } from '../../domain/id-schema.ts'
import { addDays } from '../../domain/local-date.ts'
import { DEFAULT_ZONE, midnight, zoneOf } from '../../domain/zone.ts'
import type { ActSearch } from '../../sync/audit.ts'
import { Button } from '../parts/control/button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { type Choice, Select } from '../parts/form/select.tsx'
import { dateProblemWords, readTypedMoment, type TypedMoment } from '../parts/form/typed-date.ts'
import { areaWords, searchedAreas } from './act-words.ts'

interface AuditSearchProps {
  readonly people: readonly Choice[]
  readonly onSearch: (search: ActSearch) => void
}

const all = 'all'
const blank: TypedMoment = { day: '', month: '', year: '', time: '' }
const isBlank = ({ day, month, year }: TypedMoment) => `${day}${month}${year}`.trim() === ''

/** The start of the day in London, days later if asked; undefined when nothing is typed. */
function readDay(
  id: string,
  name: string,
  typed: TypedMoment,
  later = 0,
): { at: number | undefined } | { error: FormError } {
  if (isBlank(typed)) return { at: undefined }
  const read = readTypedMoment(typed, false)
  if ('problem' in read) return { error: { fieldId: `${id}-${read.part}`, message: dateProblemWords(name, read) } }
  return { at: midnight(zoneOf(DEFAULT_ZONE), addDays(read.date, later)) }
}

export function AuditSearch(props: AuditSearchProps): JSX.Element {
  const [person, setPerson] = createSignal(all)
  const [area, setArea] = createSignal(all)
  const [record, setRecord] = createSignal('')
  const [from, setFrom] = createSignal(blank)
  const [to, setTo] = createSignal(blank)
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const errorOf = (id: string) => errors().find(({ fieldId }) => fieldId.startsWith(id))?.message

  const search = () => {
    const id = record().trim().toLowerCase()
    const first = readDay('audit-from', 'The first day', from())
    const last = readDay('audit-to', 'The last day', to(), 1)
    const found: FormError[] = []
    if (id !== '' && !idPattern.test(id))
      found.push({ fieldId: 'audit-record', message: 'An id has 36 characters, as at the end of a page’s address' })
    if ('error' in first) found.push(first.error)
    if ('error' in last) found.push(last.error)
    setErrors(found)
    if ('error' in first || 'error' in last || found.length > 0) return
    props.onSearch({
      ...(person() !== all && { person: person() }),
      ...(area() !== all && { area: area() }),
      ...(id !== '' && { record: id }),
      ...(first.at !== undefined && { from: first.at }),
      ...(last.at !== undefined && { until: last.at }),
    })
  }
  return (
    <Form
      label="Search the audit trail"
      onSubmit={search}
      errors={errors()}
      acts={<Button type="submit">Search</Button>}
    >
      <Select
        label="Person"
        hint="What they did, and what was done to their account"
        value={person()}
        options={[{ value: all, label: 'Everybody' }, ...props.people]}
        onChange={setPerson}
      />
      <Select
        label="Kind of act"
        value={area()}
        options={[
          { value: all, label: 'Every kind' },
          ...searchedAreas.map((value) => ({ value, label: areaWords(value) })),
        ]}
        onChange={setArea}
      />
      <Field
        id="audit-record"
        label="Id of a record"
        hint="The end of the address of its page"
        value={record()}
        onInput={setRecord}
        error={errorOf('audit-record')}
      />
      <DateTimeField id="audit-from" label="First day" value={from()} onInput={setFrom} error={errorOf('audit-from')} />
      <DateTimeField id="audit-to" label="Last day" value={to()} onInput={setTo} error={errorOf('audit-to')} />
    </Form>
  )
}
