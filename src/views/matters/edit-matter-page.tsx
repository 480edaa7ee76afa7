import { useNavigate, useParams } from '@solidjs/router'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LockedNote } from '../legal/locked-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { createSaving } from '../settings/saving.ts'
import { ConflictNote, createConflictGate } from './conflict-gate.tsx'
import { searchLater } from './errands.ts'
import { draftOfMatter, type MatterDraft, readMatterDraft, searchedOf } from './matter-draft.ts'
import { MatterFields } from './matter-fields.tsx'
import { MatterGone } from './matter-gone.tsx'
import { type MatterChoices, matterChoices } from './matter-reads.ts'

export function EditMatterPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  return (
    <AllowedOnly roles={['legal']} title="Edit a matter" deed="change matters" back={{ href: '/', label: 'Start' }}>
      <Page title="Edit the matter" narrow back={{ href: `/matters/${params.id}`, label: 'Matter' }}>
        <Editing id={params.id} />
      </Page>
    </AllowedOnly>
  )
}

function Editing(props: { readonly id: string }): JSX.Element {
  const navigate = useNavigate()
  const choices = createLive(() => matterChoices)
  const matter = () => choices()?.matters.find(({ id }) => id === props.id)
  const isLocked = createLive(() => {
    const { id } = props
    return (reads) => reads.isLocked('matter', id)
  })
  // Once it is open, a form stays: what is typed is kept, and saving says what stands in its way.
  const mayOpen = createMemo<boolean>((was) => was || isLocked() === false, false)
  return (
    <Show when={mayOpen() && choices()} fallback={isLocked() ? <LockedNote /> : <Skeleton shape="rows" count={6} />}>
      {(known) => (
        <Show when={matter()} fallback={<MatterGone />}>
          {(found) => (
            <EditForm
              matter={found()}
              choices={known()}
              onDone={() => navigate(`/matters/${props.id}`, { replace: true })}
            />
          )}
        </Show>
      )}
    </Show>
  )
}

interface EditFormProps {
  readonly matter: Recorded<'matter'>
  readonly choices: MatterChoices
  readonly onDone: () => void
}

function EditForm(props: EditFormProps): JSX.Element {
  const { store, now } = useApp()
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const before = draftOfMatter(props.matter, localDateAt(zoneOf(DEFAULT_ZONE), now()))
  const [draft, setDraft] = createSignal<MatterDraft>(before)
  const saving = createSaving(() => 'matter-title')
  const known = searchedOf(before).names
  const added = () => {
    const { names, councilId } = searchedOf(draft())
    return { names: names.filter((name) => !known.includes(name)), councilId, ownMatterId: props.matter.id }
  }
  const gate = createConflictGate(added)
  const save = async () => {
    const read = readMatterDraft(draft())
    if (!read.ok) return saving.fail(read.errors)
    saving.fail([])
    const { id, wallId } = props.matter
    const others = props.choices.matters.filter((matter) => matter.id !== id)
    const found = await gate.ask({ ...props.choices, matters: others })
    if (found === 'possible') return
    const said = `${read.matter.reference} saved on this device.`
    if (!(await saving.save(saves.matter, { id, doc: { ...read.matter, wallId } }, said))) return
    if (found === 'device_only') await searchLater(store, id, read.matter.reference, added().names)
    props.onDone()
  }
  return (
    <Form
      label="Matter"
      onSubmit={save}
      errors={saving.errors()}
      acts={
        <>
          <ConflictNote gate={gate} />
          <Button type="submit" kind="primary" busy={saving.isBusy()}>
            {gate.isTold() ? 'Save it all the same' : 'Save'}
          </Button>
        </>
      }
    >
      <MatterFields
        draft={draft()}
        choices={props.choices}
        saving={saving}
        isNew={false}
        onInput={(changes) => setDraft({ ...draft(), ...changes })}
      />
    </Form>
  )
}
