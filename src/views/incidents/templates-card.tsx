import { createSignal, For, type JSX, Show } from 'solid-js'
import { incidentTypes } from '../../domain/incident-words.ts'
import type { DocOf, Recorded } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAct } from '../outages/act.ts'
import { dateOf } from '../outages/moment.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { emptyTemplate, readTemplate, templateNameId, templateTitleId } from './desk-settings-drafts.ts'
import type { DeskNames } from './incident-names.ts'
import { typeWords } from './incident-words.ts'
import { PriorityChoice } from './priority-choice.tsx'
import { priorityOf } from './raise-draft.ts'

type Template = DocOf<'incident_template'>

interface TemplatesCardProps {
  readonly templates: readonly Recorded<'incident_template'>[]
  readonly systems: DeskNames['systems']
}

interface Edited {
  readonly id: string
  readonly before: Template
}

/** What comes often, filled in by a tap when somebody raises it. */
export function TemplatesCard(props: TemplatesCardProps): JSX.Element {
  const { newId, tell } = useApp()
  const { act, problem, undo } = createAct()
  const [edited, setEdited] = createSignal<Edited>()
  const remove = async ({ id, ...doc }: Recorded<'incident_template'>) => {
    if (!(await act(removals.incident_template, { id }))) return
    // What was deleted stays deleted: undoing says the same anew.
    tell(`${doc.name} removed.`, undo(saves.incident_template, { id: newId(), doc }))
  }
  return (
    <Card
      title="Templates"
      flush
      actions={
        <Button kind="quiet" icon="plus" onClick={() => setEdited({ id: newId(), before: emptyTemplate })}>
          Add a template
        </Button>
      }
    >
      <ProblemNote problem={problem()} />
      <Show
        when={props.templates.length > 0}
        fallback={<p class="desk-settings__none muted">Templates stand here. One fills in what is usual by a tap.</p>}
      >
        <RowList label="Templates">
          <For each={props.templates}>
            {(template) => (
              <Row
                title={template.name}
                detail={template.title}
                aside={
                  <span class="cluster">
                    <IconButton
                      icon="edit"
                      label={`Change ${template.name}`}
                      onClick={() => {
                        const { id, ...before } = template
                        setEdited({ id, before })
                      }}
                    />
                    <IconButton icon="bin" label={`Remove ${template.name}`} onClick={() => void remove(template)} />
                  </span>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
      <Sheet
        open={edited() !== undefined}
        title={edited()?.before.name || 'Add a template'}
        onClose={() => setEdited()}
      >
        <Show when={edited()} keyed>
          {({ id, before }) => (
            <TemplateForm id={id} before={before} systems={props.systems} onDone={() => setEdited()} />
          )}
        </Show>
      </Sheet>
    </Card>
  )
}

interface TemplateFormProps extends Edited {
  readonly systems: DeskNames['systems']
  readonly onDone: () => void
}

const typeOptions = incidentTypes.map((value) => ({ value, label: typeWords[value] }))

function TemplateForm(props: TemplateFormProps): JSX.Element {
  const { store } = useApp()
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [template, setTemplate] = createSignal(props.before)
  const matrices = createLive(() => (reads) => reads.all('priority_matrix'))
  const saving = createSaving(() => templateNameId)
  const put = (changes: Partial<Template>) => setTemplate({ ...template(), ...changes })
  const systems = () => [
    { value: '', label: 'None' },
    ...[...props.systems.values()].map(({ id, name }) => ({ value: id, label: name })),
  ]
  const save = async () => {
    const read = readTemplate(template())
    if (!read.ok) return saving.fail(read.errors)
    const said = `${read.doc.name} saved on this device.`
    if (await saving.save(saves.incident_template, { id: props.id, doc: read.doc }, said)) props.onDone()
  }
  return (
    <SaveForm label="Template" saving={saving} onSave={() => void save()}>
      <Field
        id={templateNameId}
        label="Name"
        hint="What the list of templates calls it"
        maxLength={120}
        value={template().name}
        onInput={(name) => put({ name })}
        error={saving.errorOf(templateNameId)}
      />
      <Field
        id={templateTitleId}
        label="What is wrong?"
        maxLength={300}
        value={template().title}
        onInput={(title) => put({ title })}
        error={saving.errorOf(templateTitleId)}
      />
      <TextArea label="Details" rows={4} maxLength={8000} value={template().text} onInput={(text) => put({ text })} />
      <Select
        label="System"
        value={template().systemId ?? ''}
        options={systems()}
        onChange={(id) => put({ systemId: id || null })}
      />
      <Field label="Category" maxLength={200} value={template().category} onInput={(category) => put({ category })} />
      <Chips
        label="Type"
        single
        options={typeOptions}
        values={[template().type]}
        onChange={([type]) => type && put({ type })}
      />
      <PriorityChoice
        impact={template().impact}
        urgency={template().urgency}
        gives={priorityOf(template(), matrices() ?? [], dateOf(store.now()))}
        onChange={put}
      />
    </SaveForm>
  )
}
