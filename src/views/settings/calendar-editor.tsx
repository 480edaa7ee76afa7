import { createSignal, type JSX, Show } from 'solid-js'
import type { CalendarRecord } from '../../domain/calendar-record.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Card } from '../parts/show/card.tsx'
import { draftOf, readCalendarDraft } from './calendar-draft.ts'
import { ClosuresEditor } from './closures-editor.tsx'
import { createSaving } from './saving.ts'
import { WeekEditor } from './week-editor.tsx'

interface CalendarEditorProps {
  readonly id: string
  readonly before: CalendarRecord
  readonly isNew: boolean
  readonly onDone: () => void
}

const hours = [
  { value: 'week', label: 'Hours by weekday' },
  { value: 'always', label: 'Always open', detail: 'Every minute of every day' },
] as const

export function CalendarEditor(props: CalendarEditorProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const before = props.before
  const [draft, setDraft] = createSignal(draftOf(before))
  const saving = createSaving(() => 'calendar-name')
  const save = async () => {
    const read = readCalendarDraft(draft(), before)
    if (!read.ok) return saving.fail(read.errors)
    const merged = read.merged.length > 0 ? ` Overlapping hours on ${read.merged.join(' and ')} were joined.` : ''
    const said = `Calendar "${read.calendar.name}" saved on this device.${merged}`
    if (await saving.save(saves.calendar, { id: props.id, doc: read.calendar }, said)) props.onDone()
  }
  return (
    <Page
      title={props.isNew ? 'Add a calendar' : before.name}
      narrow
      back={{ href: '/settings/calendars', label: 'Calendars' }}
    >
      <Form
        onSubmit={save}
        errors={saving.errors()}
        acts={
          <>
            <Button type="submit" kind="primary" busy={saving.isBusy()}>
              Save
            </Button>
            <LinkButton href="/settings/calendars" kind="quiet">
              Cancel
            </LinkButton>
          </>
        }
      >
        <Field
          id="calendar-name"
          label="Name"
          value={draft().name}
          error={saving.errorOf('calendar-name')}
          maxLength={120}
          onInput={(name) => setDraft({ ...draft(), name })}
        />
        <ChoiceGroup
          label="When it is open"
          value={draft().isAlwaysOpen ? 'always' : 'week'}
          options={hours}
          onChange={(value) => setDraft({ ...draft(), isAlwaysOpen: value === 'always' })}
        />
        <Show when={!draft().isAlwaysOpen}>
          <Card title="Hours">
            <WeekEditor
              week={draft().week}
              onInput={(week) => setDraft({ ...draft(), week })}
              errorOf={saving.errorOf}
            />
          </Card>
          <Checkbox
            label="Closed on the holidays"
            hint="The dated list under Settings, Holidays"
            checked={draft().observesHolidays}
            onChange={(observesHolidays) => setDraft({ ...draft(), observesHolidays })}
          />
          <Card title="Closures">
            <ClosuresEditor closures={draft().closures} onInput={(closures) => setDraft({ ...draft(), closures })} />
          </Card>
        </Show>
      </Form>
    </Page>
  )
}
