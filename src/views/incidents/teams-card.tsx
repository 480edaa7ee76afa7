import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import type { DocOf } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Field } from '../parts/form/field.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { emptyTeam, readTeam, teamNameId } from './desk-settings-drafts.ts'
import { type DeskNames, personName } from './incident-names.ts'
import { PeoplePicker } from './people-picker.tsx'

type Team = DocOf<'desk_team'>

interface Edited {
  readonly id: string
  readonly before: Team
}

/** Who works on incidents together. */
export function TeamsCard(props: { readonly names: DeskNames }): JSX.Element {
  const { newId } = useApp()
  const [edited, setEdited] = createSignal<Edited>()
  const teams = () => [...props.names.teams.values()]
  const people = ({ personIds }: Team) =>
    personIds.length === 0 ? 'Nobody yet' : personIds.map((id) => personName(props.names, id)).join(', ')
  return (
    <Card
      title="Teams"
      flush
      actions={
        <Button kind="quiet" icon="plus" onClick={() => setEdited({ id: newId(), before: emptyTeam })}>
          Add a team
        </Button>
      }
    >
      <Show
        when={teams().length > 0}
        fallback={
          <p class="desk-settings__none muted">Teams stand here. An incident is given to a person or a team.</p>
        }
      >
        <RowList label="Teams">
          <For each={teams()}>
            {({ id, ...team }) => (
              <Row
                title={team.name}
                detail={people(team)}
                aside={
                  <IconButton
                    icon="edit"
                    label={`Change ${team.name}`}
                    onClick={() => setEdited({ id, before: { name: team.name, personIds: team.personIds } })}
                  />
                }
              />
            )}
          </For>
        </RowList>
      </Show>
      <Sheet open={edited() !== undefined} title={edited()?.before.name || 'Add a team'} onClose={() => setEdited()}>
        <Show when={edited()} keyed>
          {({ id, before }) => <TeamForm id={id} before={before} names={props.names} onDone={() => setEdited()} />}
        </Show>
      </Sheet>
    </Card>
  )
}

interface TeamFormProps extends Edited {
  readonly names: DeskNames
  readonly onDone: () => void
}

function TeamForm(props: TeamFormProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [team, setTeam] = createSignal(props.before)
  const saving = createSaving(() => teamNameId)
  const others = () => [...props.names.teams.values()].filter(({ id }) => id !== props.id).map(({ name }) => name)
  const save = async () => {
    const read = readTeam(team(), others())
    if (!read.ok) return saving.fail(read.errors)
    const said = `${read.doc.name} saved on this device.`
    if (await saving.save(saves.desk_team, { id: props.id, doc: read.doc }, said)) props.onDone()
  }
  return (
    <div class="stack">
      <SaveForm label="Team" saving={saving} onSave={() => void save()}>
        <Field
          id={teamNameId}
          label="Name"
          maxLength={120}
          value={team().name}
          onInput={(name) => setTeam({ ...team(), name })}
          error={saving.errorOf(teamNameId)}
        />
        <PeoplePicker
          label="People"
          names={props.names}
          values={team().personIds}
          onChange={(personIds) => setTeam({ ...team(), personIds: [...personIds] })}
        />
      </SaveForm>
      <Show when={props.before.name !== ''}>
        <RemoveTeam id={props.id} team={props.before} onDone={props.onDone} />
      </Show>
    </div>
  )
}

interface RemoveTeamProps {
  readonly id: string
  readonly team: Team
  readonly onDone: () => void
}

// Asked first: what is deleted stays so, and incidents would not know a team that is made anew.
function RemoveTeam(props: RemoveTeamProps): JSX.Element {
  const [isAsking, setAsking] = createSignal(false)
  const saving = createSaving(() => teamNameId)
  const remove = async () => {
    if (await saving.save(removals.desk_team, { id: props.id }, `${props.team.name} removed.`)) props.onDone()
  }
  return (
    <div>
      <Button kind="quiet" icon="bin" onClick={() => setAsking(true)}>
        Remove this team
      </Button>
      <ConfirmDialog
        open={isAsking()}
        title={`Remove ${props.team.name}?`}
        confirmLabel="Remove"
        isDangerous
        busy={saving.isBusy()}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        <p>
          Incidents that it has keep their history, and say that the team is gone. Its{' '}
          {counted(props.team.personIds.length, 'person', 'people')} keep theirs.
        </p>
        <For each={saving.errors()}>{({ message }) => <p class="field__error">{message}</p>}</For>
      </ConfirmDialog>
    </div>
  )
}
