import { createSignal, For, type JSX, Show } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import type { Practice } from './practice-reads.ts'
import { draftOfTeam, newTeam, policyWords, type TeamDraft } from './team-draft.ts'
import { TeamForm } from './team-form.tsx'

interface Edited {
  readonly id: string
  readonly before: TeamDraft
  readonly title: string
}

/** The legal teams: which division each is, and how its time becomes units. */
export function TeamPart(props: { readonly all: Practice; readonly today: string }): JSX.Element {
  const { newId } = useApp()
  const [edited, setEdited] = createSignal<Edited>()
  const add = () => setEdited({ id: newId(), before: newTeam(props.today), title: 'Add a team' })
  const edit = (team: Recorded<'team'>) =>
    setEdited({ id: team.id, before: draftOfTeam(team), title: `Change ${team.name}` })
  const addButton = () => (
    <Button icon="plus" onClick={add}>
      Add a team
    </Button>
  )
  return (
    <>
      <For
        each={props.all.teams}
        fallback={
          <EmptyState title="There is no legal team yet" icon="people" action={addButton()}>
            A team is part of a division. Posts, charge rates, matters and time are a team’s.
          </EmptyState>
        }
      >
        {(team) => (
          <Card
            title={team.name}
            actions={
              <Button kind="quiet" icon="edit" onClick={() => edit(team)}>
                Change
              </Button>
            }
          >
            <SummaryList
              rows={[
                { key: 'Division', value: props.all.divisions.get(team.divisionId)?.name ?? 'One that is gone' },
                ...team.policies.map((policy) => ({
                  key: `From ${formatDate(policy.from)}`,
                  value: policyWords(policy),
                })),
              ]}
            />
          </Card>
        )}
      </For>
      <Show when={props.all.teams.length > 0}>
        <div>{addButton()}</div>
      </Show>
      <Sheet open={edited() !== undefined} title={edited()?.title ?? ''} onClose={() => setEdited()}>
        <Show when={edited()} keyed>
          {({ id, before }) => (
            <TeamForm id={id} before={before} all={props.all} today={props.today} onDone={() => setEdited()} />
          )}
        </Show>
      </Sheet>
    </>
  )
}
