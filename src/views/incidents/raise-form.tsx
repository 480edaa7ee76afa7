import type { JSX } from 'solid-js'
import { createSignal, lazy, onMount, Show, Suspense } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import type { Prepared } from '../files/prepare.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Select } from '../parts/form/select.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { DuplicateGuard } from './duplicate-guard.tsx'
import { councilFieldId, type RaiseDraft, raiseErrors, titleId } from './raise-draft.ts'
import { createKeptDraft } from './raise-kept.ts'
import { RaiseMore } from './raise-more.tsx'
import type { RaiseChoices } from './raise-reads.ts'
import { createRaising } from './raising.ts'
import { readsDesk } from './rights.ts'

interface RaiseFormProps {
  readonly choices: RaiseChoices
  /** What it begins with; the form is not rewritten under the person's hands. */
  readonly first: RaiseDraft
  readonly draftKey: string
  readonly back: { readonly href: string; readonly label: string }
}

const formId = 'raise'

const ChosenFiles = lazy(async () => ({ default: (await import('../files/chosen-files.tsx')).ChosenFiles }))

/** Two fields and a save; all else is folded away. */
export function RaiseForm(props: RaiseFormProps): JSX.Element {
  const { store } = useApp()
  const councilIds = () => props.choices.councils.map(({ id }) => id)
  const kept = createKeptDraft(props.draftKey, props.first, councilIds())
  const { raise, addTo, problem, isBusy } = createRaising()
  const [files, setFiles] = createSignal<readonly Prepared[]>([])
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const errorOf = (id: string) => errors().find(({ fieldId }) => fieldId === id)?.message
  let title: HTMLInputElement | undefined
  onMount(() => title?.focus())

  const save = async (more: Partial<RaiseDraft> = {}) => {
    const draft = { ...kept.draft(), ...more }
    setErrors(raiseErrors(draft))
    if (errors().length > 0 || !(await raise(draft, props.choices, files()))) return
    clear()
  }
  const clear = () => {
    kept.clear()
    setFiles([])
  }
  return (
    <Page
      title="Raise incident"
      narrow
      back={props.back}
      bottom={
        <>
          <Button type="submit" form={formId} kind="primary" icon="check" busy={isBusy()}>
            Save
          </Button>
          <Show when={kept.isChanged() || files().length > 0}>
            <Button kind="quiet" onClick={clear}>
              Clear
            </Button>
          </Show>
        </>
      }
    >
      <div data-has-draft>
        <Form id={formId} label="Raise incident" onSubmit={() => void save()} errors={errors()}>
          <ProblemNote problem={problem()} />
          <Show when={props.choices.followed}>
            {(followed) => (
              <p>
                It comes back to <a href={`/incidents/${followed().id}`}>{followed().title}</a>.
              </p>
            )}
          </Show>
          <Field
            id={titleId}
            label="What is wrong?"
            hint="In a few words. The desk reads them first."
            maxLength={300}
            value={kept.draft().title}
            onInput={(words) => kept.change({ title: words })}
            error={errorOf(titleId)}
            ref={(element) => {
              title = element
            }}
          />
          <Show when={props.choices.councils.length > 1}>
            <Select
              id={councilFieldId}
              label="Council"
              value={kept.draft().councilId || undefined}
              options={props.choices.councils.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(councilId) => kept.change({ councilId })}
              error={errorOf(councilFieldId)}
            />
          </Show>
          <div>
            <DuplicateGuard
              draft={kept.draft()}
              names={props.choices.names}
              asksDesk={readsDesk(store.access(), kept.draft().councilId)}
              onAddToOutage={(link) => void save(link)}
              onAddToIncident={(row) => void addTo(row, kept.draft(), files()).then((isDone) => isDone && clear())}
            />
            <Suspense>
              <ChosenFiles files={files()} onChange={setFiles} />
            </Suspense>
            <Disclosure summary="More">
              <RaiseMore draft={kept.draft()} choices={props.choices} onChange={kept.change} />
            </Disclosure>
          </div>
        </Form>
      </div>
    </Page>
  )
}
