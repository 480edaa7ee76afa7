import { createSignal, type JSX, Show } from 'solid-js'
import { formatMinutes } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { createSaving } from './saving.ts'

/** The partnership's name and the two rules that its figures rest on. */
export function PartnershipCard(): JSX.Element {
  const partnership = createLive(() => async (reads) => (await reads.all('partnership'))[0])
  const [isChanging, setChanging] = createSignal(false)
  return (
    <Show when={partnership()}>
      {(known) => (
        <Card
          title="The partnership"
          actions={
            <Button kind="quiet" icon="edit" onClick={() => setChanging(true)}>
              Change<span class="visually-hidden"> the partnership</span>
            </Button>
          }
        >
          <SummaryList
            rows={[
              { key: 'Name', value: known().name },
              { key: 'An interruption counts from', value: formatMinutes(known().sustainedMinutes) },
              { key: 'Notice for planned work', value: formatMinutes(known().noticeMinutes) },
            ]}
          />
          <Sheet open={isChanging()} title="The partnership" onClose={() => setChanging(false)}>
            <PartnershipForm partnership={known()} onDone={() => setChanging(false)} />
          </Sheet>
        </Card>
      )}
    </Show>
  )
}

interface PartnershipFormProps {
  readonly partnership: Recorded<'partnership'>
  readonly onDone: () => void
}

const minutesOf = (typed: string) => (/^\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : Number.NaN)

function PartnershipForm(props: PartnershipFormProps): JSX.Element {
  const { id, ...before } = props.partnership
  const [name, setName] = createSignal(before.name)
  const [sustained, setSustained] = createSignal(String(before.sustainedMinutes))
  const [notice, setNotice] = createSignal(String(before.noticeMinutes / 60))
  const saving = createSaving(() => 'partnership-name')
  const save = async () => {
    const sustainedMinutes = minutesOf(sustained())
    const noticeMinutes = minutesOf(notice()) * 60
    const errors = [
      ...(name().trim() ? [] : [{ fieldId: 'partnership-name', message: 'Give the partnership a name' }]),
      ...(sustainedMinutes <= 1440
        ? []
        : [{ fieldId: 'partnership-sustained', message: 'Minutes must be a number from 0 to 1440' }]),
      ...(noticeMinutes <= 525_600
        ? []
        : [{ fieldId: 'partnership-notice', message: 'Hours must be a number from 0 to 8760' }]),
    ]
    if (errors.length > 0) return saving.fail(errors)
    const doc = { ...before, name: name().trim(), sustainedMinutes, noticeMinutes }
    if (await saving.save(saves.partnership, { id, doc }, 'Partnership saved on this device.')) props.onDone()
  }
  return (
    <Form
      onSubmit={save}
      errors={saving.errors()}
      acts={
        <Button type="submit" kind="primary" busy={saving.isBusy()}>
          Save
        </Button>
      }
    >
      <Field
        id="partnership-name"
        label="Name"
        value={name()}
        onInput={setName}
        maxLength={120}
        error={saving.errorOf('partnership-name')}
      />
      <Field
        id="partnership-sustained"
        label="An interruption of people counts from"
        type="number"
        width="short"
        suffix="minutes"
        value={sustained()}
        onInput={setSustained}
        error={saving.errorOf('partnership-sustained')}
      />
      <Field
        id="partnership-notice"
        label="Notice that planned work needs"
        hint="Work announced later than this counts as an outage, unless the system’s own agreement says otherwise"
        type="number"
        width="short"
        suffix="hours"
        value={notice()}
        onInput={setNotice}
        error={saving.errorOf('partnership-notice')}
      />
    </Form>
  )
}
