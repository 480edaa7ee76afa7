import type { JSX } from 'solid-js'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { IncidentStory } from '../../store/incident-story.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import type { SummaryRow } from '../parts/show/summary-list.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { AssignSheet } from './assign-sheet.tsx'
import { type ChangeName, ChoiceSheetBody, isTapped } from './choice-sheets.tsx'
import { assignedWords, type DeskNames, namedOr, personName } from './incident-names.ts'
import { priorityLabel, typeWords } from './incident-words.ts'
import { PriorityForm } from './priority-form.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { CategoryForm } from './text-forms.tsx'

interface FactsCardProps {
  readonly story: IncidentStory
  readonly names: DeskNames
  readonly mayWork: boolean
}

const titles: Readonly<Record<ChangeName, string>> = {
  assign: 'Assign',
  priority: 'Priority',
  system: 'System',
  category: 'Category',
  requester: 'Asked by',
  division: 'Division',
}

/** What is known of an incident, each with the way to change it. */
export function FactsCard(props: FactsCardProps): JSX.Element {
  const { now } = useApp()
  const [changing, setChanging] = createSignal<ChangeName>()
  const incident = () => props.story.incident
  const close = () => setChanging()
  const change = (name: ChangeName) =>
    props.mayWork ? (
      <Button
        kind="quiet"
        aria-label={`Change ${name === 'assign' ? 'who has it' : titles[name].toLowerCase()}`}
        onClick={() => setChanging(name)}
      >
        Change
      </Button>
    ) : undefined
  const rows = (): SummaryRow[] => {
    const { names } = props
    const { type, systemId, systemName, category, divisionId, raisedAt, raisedById, source, followsId } = incident()
    const follows = props.story.follows
    return [
      { key: 'Priority', value: <PriorityFact incident={incident()} />, action: change('priority') },
      { key: 'Assigned to', value: assignedWords(names, incident()), action: change('assign') },
      { key: 'System', value: namedOr(names.systems, systemId, systemName || 'Not said'), action: change('system') },
      { key: 'Category', value: category || 'None', action: change('category') },
      {
        key: 'Asked by',
        value: personName(names, incident().requesterId, incident().requesterName),
        action: change('requester'),
      },
      { key: 'Division', value: namedOr(names.divisions, divisionId, 'Not said'), action: change('division') },
      { key: 'Type', value: typeWords[type] },
      { key: 'Raised', value: raisedWords({ raisedAt, raisedById, source }, names, now()) },
      ...(followsId === null
        ? []
        : [
            {
              key: 'Comes back to',
              value: <a href={`/incidents/${followsId}`}>{follows?.title ?? 'An incident that is not here'}</a>,
            },
          ]),
    ]
  }
  return (
    <Card title="Facts">
      <SummaryList rows={rows()} />
      <AssignSheet incident={incident()} names={props.names} isOpen={changing() === 'assign'} onClose={close} />
      <Sheet
        open={changing() !== undefined && changing() !== 'assign'}
        title={titles[changing() ?? 'system']}
        onClose={close}
      >
        <Switch>
          <Match when={changing() === 'priority'}>
            <PriorityForm incident={incident()} onDone={close} />
          </Match>
          <Match when={changing() === 'category'}>
            <CategoryForm incident={incident()} onDone={close} />
          </Match>
          <Match when={changing()} keyed>
            {(name) => (
              <Show when={isTapped(name)}>
                <ChoiceSheetBody name={name} incident={incident()} names={props.names} onDone={close} />
              </Show>
            )}
          </Match>
        </Switch>
      </Sheet>
    </Card>
  )
}

/** With an override: both values, and why. */
function PriorityFact(props: { readonly incident: IncidentStory['incident'] }): JSX.Element {
  const isOverride = () => props.incident.priority !== props.incident.matrixPriority
  return (
    <>
      <PriorityMark priority={props.incident.priority} />
      <Show when={isOverride()}>
        <br />
        <span class="small">
          Set by hand; the table gives {priorityLabel(props.incident.matrixPriority)}. {props.incident.overrideReason}
        </span>
      </Show>
    </>
  )
}

interface Raised {
  readonly raisedAt: number
  readonly raisedById: string
  readonly source: string
}

function raisedWords({ raisedAt, raisedById, source }: Raised, names: DeskNames, now: number): string {
  const when = formatInstant(raisedAt, now)
  if (source !== '') return `${when}, imported from a file`
  return `${when} by ${personName(names, raisedById)}`
}
