import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import type { IncidentType } from '../../domain/incident-words.ts'
import { incidentTypes } from '../../domain/incident-words.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { dateOf } from '../outages/moment.ts'
import { Chips } from '../parts/form/chips.tsx'
import { Select } from '../parts/form/select.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { namedOr, personName } from './incident-names.ts'
import { typeWords } from './incident-words.ts'
import { OutageList } from './outage-picker.tsx'
import { outageName } from './outage-titles.ts'
import { PickField } from './pick-field.tsx'
import { PriorityChoice } from './priority-choice.tsx'
import { priorityOf, type RaiseDraft, withTemplate } from './raise-draft.ts'
import type { RaiseChoices } from './raise-reads.ts'
import { readsDesk } from './rights.ts'
import { WhoChoice } from './who-choice.tsx'

interface RaiseMoreProps {
  readonly draft: RaiseDraft
  readonly choices: RaiseChoices
  readonly onChange: (changes: Partial<RaiseDraft>) => void
}

const typeOptions = incidentTypes.map((value: IncidentType) => ({ value, label: typeWords[value] }))

/** All that may be said and need not be. */
export function RaiseMore(props: RaiseMoreProps): JSX.Element {
  const { store } = useApp()
  const draft = () => props.draft
  const names = () => props.choices.names
  const mayRaiseForOthers = () => readsDesk(store.access(), draft().councilId)
  const systems = createMemo(() =>
    [...names().systems.values()]
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ id, name }) => ({ id, label: name })),
  )
  const divisions = () => [
    { value: '', label: 'Not said' },
    ...[...names().divisions.values()].map(({ id, name }) => ({ value: id, label: name })),
  ]
  const linked = createLive(() => {
    const { outageId } = draft()
    return async (reads) => (outageId === null ? undefined : outageName(reads, outageId))
  })
  const who = () => {
    const { requesterId, requesterName } = draft()
    return requesterId === null && requesterName === '' ? undefined : personName(names(), requesterId, requesterName)
  }
  return (
    <div class="stack">
      <Show when={props.choices.templates.length > 0}>
        <PickField label="Template" value={undefined} none="Fills in what is usual">
          {(close) => (
            <TypeAheadList
              label="Which template?"
              options={props.choices.templates.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
              onChoose={({ id }) => {
                const template = props.choices.templates.find((each) => each.id === id)
                if (template) props.onChange(withTemplate(draft(), template))
                close()
              }}
            />
          )}
        </PickField>
      </Show>
      <TextArea
        label="Details"
        hint="What you did, what happened, what you expected"
        rows={4}
        maxLength={8000}
        value={draft().text}
        onInput={(text) => props.onChange({ text })}
      />
      <PickField
        label="System"
        value={draft().systemId === null ? undefined : namedOr(names().systems, draft().systemId, '')}
        none="Not said"
        onClear={() => props.onChange({ systemId: null })}
      >
        {(close) => (
          <TypeAheadList
            label="Which system?"
            options={systems()}
            onChoose={({ id }) => {
              props.onChange({ systemId: id })
              close()
            }}
          />
        )}
      </PickField>
      <Show when={mayRaiseForOthers()}>
        <PickField
          label="For whom"
          value={who()}
          none="For yourself"
          onClear={() => props.onChange({ requesterId: null, requesterName: '' })}
        >
          {(close) => (
            <WhoChoice
              label="Who asks?"
              people={names().people}
              onChoose={(chosen) => {
                props.onChange({ ...chosen })
                close()
              }}
            />
          )}
        </PickField>
      </Show>
      <Select
        label="Division"
        value={draft().divisionId ?? ''}
        options={divisions()}
        onChange={(id) => props.onChange({ divisionId: id || null })}
      />
      <PriorityChoice
        impact={draft().impact}
        urgency={draft().urgency}
        gives={priorityOf(draft(), props.choices.matrices, dateOf(store.now()))}
        onChange={props.onChange}
      />
      <Chips
        label="Type"
        single
        options={typeOptions}
        values={[draft().type]}
        onChange={([type]) => type && props.onChange({ type })}
      />
      <PickField
        label="Because of an outage"
        value={draft().outageId === null ? undefined : (linked() ?? 'An outage that is not here')}
        none="Not linked to one"
        onClear={() => props.onChange({ outageId: null })}
      >
        {(close) => (
          <OutageList
            onChoose={({ id }) => {
              props.onChange({ outageId: id })
              close()
            }}
          />
        )}
      </PickField>
    </div>
  )
}
