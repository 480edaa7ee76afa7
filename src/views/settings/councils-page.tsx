import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { catalogue } from '../../store/catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { PartnershipCard } from './partnership-card.tsx'
import { createSaving } from './saving.ts'

export function CouncilsPage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Councils" deed="change the councils">
      <Councils />
    </AllowedOnly>
  )
}

interface CouncilDraft {
  readonly id: string
  readonly name: string
  readonly shortName: string
}

function Councils(): JSX.Element {
  const { newId } = useApp()
  const councils = createLive(() => async (reads) => [...(await catalogue(reads)).councils.values()])
  const [edited, setEdited] = createSignal<CouncilDraft>()
  return (
    <Page
      title="Councils"
      lead="The councils of the partnership. Outages, head counts and roles are kept for each."
      back={{ href: '/settings', label: 'Settings' }}
      actions={
        <Button icon="plus" onClick={() => setEdited({ id: newId(), name: '', shortName: '' })}>
          Add a council
        </Button>
      }
    >
      <RecordConflicts kinds={['council', 'partnership']} />
      <PartnershipCard />
      <Show when={councils()} fallback={<Skeleton shape="rows" />}>
        {(known) => (
          <Show when={known().length > 0} fallback={<EmptyState title="Councils would be listed here" icon="people" />}>
            <Card title="Councils" flush>
              <RowList label="Councils">
                <For each={known()}>
                  {(council) => <CouncilRow council={council} onChange={() => setEdited({ ...council })} />}
                </For>
              </RowList>
            </Card>
          </Show>
        )}
      </Show>
      <Sheet open={edited() !== undefined} title="Council" onClose={() => setEdited()}>
        <Show when={edited()}>
          {(draft) => <CouncilForm draft={draft()} onInput={setEdited} onDone={() => setEdited()} />}
        </Show>
      </Sheet>
    </Page>
  )
}

function CouncilRow(props: { readonly council: Recorded<'council'>; readonly onChange: () => void }): JSX.Element {
  return (
    <Row
      title={props.council.name}
      detail={`Short name: ${props.council.shortName}`}
      aside={<IconButton icon="edit" label={`Change ${props.council.name}`} onClick={() => props.onChange()} />}
    />
  )
}

interface CouncilFormProps {
  readonly draft: CouncilDraft
  readonly onInput: (draft: CouncilDraft) => void
  readonly onDone: () => void
}

function CouncilForm(props: CouncilFormProps): JSX.Element {
  const saving = createSaving(({ field }) => (field?.endsWith('shortName') ? 'council-short' : 'council-name'))
  const save = async () => {
    const { id, name, shortName } = props.draft
    const missing = [
      ...(name.trim() ? [] : [{ fieldId: 'council-name', message: 'Give the council a name' }]),
      ...(shortName.trim() ? [] : [{ fieldId: 'council-short', message: 'Give the council a short name' }]),
    ]
    if (missing.length > 0) return saving.fail(missing)
    const doc = { name: name.trim(), shortName: shortName.trim() }
    if (await saving.save(saves.council, { id, doc }, `${doc.name} saved on this device.`)) props.onDone()
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
        id="council-name"
        label="Name"
        value={props.draft.name}
        maxLength={120}
        error={saving.errorOf('council-name')}
        onInput={(name) => props.onInput({ ...props.draft, name })}
      />
      <Field
        id="council-short"
        label="Short name"
        hint="For charts and chips, such as Ashby"
        width="medium"
        maxLength={120}
        value={props.draft.shortName}
        error={saving.errorOf('council-short')}
        onInput={(shortName) => props.onInput({ ...props.draft, shortName })}
      />
    </Form>
  )
}
