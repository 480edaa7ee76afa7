import { createSignal, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Field } from '../parts/form/field.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'

type SavedView = Recorded<'saved_view'>

interface SavedSearchProps {
  readonly query: string
  /** The one that is shown now, if it has a name that this person may change. */
  readonly saved: SavedView | undefined
  /** Whether it is among the queues that everybody has. */
  readonly isQueue: boolean
}

const nameId = 'saved-search-name'
const owners = [
  { value: 'mine', label: 'Only me' },
  { value: 'desk', label: 'Everybody on the desk' },
] as const

/** Gives the search a name, or another one, or takes it away. */
export function SavedSearch(props: SavedSearchProps): JSX.Element {
  const { newId, tell } = useApp()
  const { act, problem, undo } = createAct()
  const [isNaming, setNaming] = createSignal(false)
  const remove = async ({ id, ...doc }: SavedView) => {
    if (!(await act(removals.saved_view, { id }))) return tell(problem()?.message ?? 'It could not be removed.')
    // A removed record keeps its id for its history: putting it back makes a new one.
    tell(`“${doc.name}” removed.`, undo(saves.saved_view, { id: newId(), doc }))
  }
  return (
    <>
      <Show
        when={props.saved}
        fallback={
          <Show when={!props.isQueue}>
            <Button kind="quiet" icon="star" onClick={() => setNaming(true)}>
              Save this search
            </Button>
          </Show>
        }
      >
        {(saved) => (
          <>
            <Button kind="quiet" icon="edit" onClick={() => setNaming(true)}>
              Rename this search
            </Button>
            <Button kind="quiet" icon="bin" onClick={() => void remove(saved())}>
              Remove this search
            </Button>
          </>
        )}
      </Show>
      <Sheet
        open={isNaming()}
        title={props.saved ? 'Rename this search' : 'Save this search'}
        onClose={() => setNaming(false)}
      >
        <NameForm query={props.query} saved={props.saved} onDone={() => setNaming(false)} />
      </Sheet>
    </>
  )
}

interface NameFormProps {
  readonly query: string
  readonly saved: SavedView | undefined
  readonly onDone: () => void
}

function NameForm(props: NameFormProps): JSX.Element {
  const { session, newId } = useApp()
  const may = useMay()
  const { undo } = createAct()
  const saving = createSaving(() => nameId)
  const saved = props.saved
  const [name, setName] = createSignal(saved?.name ?? '')
  const [owner, setOwner] = createSignal<'mine' | 'desk'>(saved?.ownerId === null ? 'desk' : 'mine')
  const save = async () => {
    if (name().trim() === '') return saving.fail([{ fieldId: nameId, message: 'Give it a name' }])
    const id = saved?.id ?? newId()
    const ownerId = saved ? saved.ownerId : owner() === 'desk' ? null : session.userId
    const doc = { ownerId, name: name().trim(), query: saved?.query ?? props.query.trim() }
    const said = `“${doc.name}” ${saved ? 'renamed' : 'saved'}. ${savedHere()}`
    const back = saved
      ? undo(saves.saved_view, { id, doc: { ...doc, name: saved.name } })
      : undo(removals.saved_view, { id })
    if (await saving.save(saves.saved_view, { id, doc }, said, back)) props.onDone()
  }
  return (
    <SaveForm label="Name of the search" saving={saving} onSave={() => void save()}>
      <Field
        id={nameId}
        label="Name"
        value={name()}
        onInput={setName}
        maxLength={120}
        error={saving.errorOf(nameId)}
        hint={`Finds: ${saved?.query ?? props.query}`}
      />
      <Show when={!saved && may('ict')}>
        <ChoiceGroup label="Who sees it?" options={owners} value={owner()} onChange={setOwner} />
      </Show>
    </SaveForm>
  )
}
