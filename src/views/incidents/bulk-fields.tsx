import { type JSX, Match, Show, Switch } from 'solid-js'
import { type IncidentState, incidentStates, stateWords } from '../../domain/incident-words.ts'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { type BulkDraft, type Changeable, changeables, fieldId, givenPriority, nobody, none } from './bulk-change.ts'
import type { BulkChoices } from './bulk-choices.ts'
import type { DeskNames } from './incident-names.ts'
import { moveQuestions } from './moves.ts'
import { PriorityChoice } from './priority-choice.tsx'

interface BulkFieldsProps {
  readonly draft: BulkDraft
  readonly onChange: (changes: Partial<BulkDraft>) => void
  readonly errorOf: (id: string) => string | undefined
  readonly choices: BulkChoices
}

const whatOptions = Object.entries(changeables).map(([value, label]) => ({ value: value as Changeable, label }))
// Nothing becomes new again.
const stateOptions = incidentStates
  .filter((state) => state !== 'new')
  .map((value) => ({ value, label: stateWords[value] }))

/** What shall change, and into what. */
export function BulkFields(props: BulkFieldsProps): JSX.Element {
  const isWhat = (what: Changeable) => props.draft.what === what
  const question = () => (props.draft.state === '' ? undefined : moveQuestions[props.draft.state])
  const names = () => props.choices.names
  const choose = (field: 'worker' | 'systemId' | 'outageId', label: string, options: Option[]) => (
    <Select
      id={fieldId(field)}
      label={label}
      value={props.draft[field] || undefined}
      options={options}
      onChange={(value) => props.onChange({ [field]: value })}
      error={props.errorOf(fieldId(field))}
    />
  )
  return (
    <>
      <Select
        id={fieldId('what')}
        label="What shall change?"
        value={props.draft.what}
        options={whatOptions}
        onChange={(what) => props.onChange({ what })}
      />
      <Switch>
        <Match when={isWhat('state')}>
          <Select<IncidentState>
            id={fieldId('state')}
            label="To which state?"
            value={props.draft.state || undefined}
            options={stateOptions}
            onChange={(state) => props.onChange({ state })}
            error={props.errorOf(fieldId('state'))}
          />
          <Show when={question()?.missing !== undefined && question()}>
            {(asked) => (
              <TextArea
                id={fieldId('resolution')}
                label={asked().label}
                hint="The same for all of them. Their requesters read it."
                rows={3}
                maxLength={8000}
                value={props.draft.resolution}
                onInput={(resolution) => props.onChange({ resolution })}
                error={props.errorOf(fieldId('resolution'))}
              />
            )}
          </Show>
        </Match>
        <Match when={isWhat('worker')}>{choose('worker', 'To whom?', workerOptions(names()))}</Match>
        <Match when={isWhat('priority')}>
          <PriorityChoice
            impact={props.draft.impact}
            urgency={props.draft.urgency}
            gives={givenPriority(props.draft, props.choices)}
            onChange={props.onChange}
          />
        </Match>
        <Match when={isWhat('system')}>
          {choose('systemId', 'Which system?', [
            ...[...names().systems.values()].filter(({ retiredOn }) => retiredOn === null).map(named('')),
            { value: none, label: 'None of these' },
          ])}
        </Match>
        <Match when={isWhat('category')}>
          <Field
            id={fieldId('category')}
            label="Category"
            hint="What they turned out to be about, in the desk’s own words."
            maxLength={200}
            value={props.draft.category}
            onInput={(category) => props.onChange({ category })}
            error={props.errorOf(fieldId('category'))}
          />
        </Match>
        <Match when={isWhat('outage')}>
          {choose('outageId', 'Because of which outage?', [
            ...props.choices.outages.map(({ id, label, detail }) => ({ value: id, label: `${label}. ${detail}` })),
            { value: none, label: 'No outage' },
          ])}
        </Match>
      </Switch>
    </>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

const named =
  (kind: string) =>
  ({ id, name }: { readonly id: string; readonly name: string }): Option => ({ value: `${kind}${id}`, label: name })

/** Teams, then people of teams, then all others. */
function workerOptions({ teams, people }: DeskNames): Option[] {
  const inTeams = new Set([...teams.values()].flatMap(({ personIds }) => personIds))
  const all = [...people.values()]
  return [
    ...[...teams.values()].map(named('team:')),
    ...all.filter(({ id }) => inTeams.has(id)).map(named('person:')),
    ...all.filter(({ id }) => !inTeams.has(id)).map(named('person:')),
    { value: nobody, label: 'Nobody' },
  ]
}
