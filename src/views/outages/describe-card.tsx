import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { describeOutage } from '../../domain/mutations/tell-outage.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Card } from '../parts/show/card.tsx'
import { createAct } from './act.ts'
import { createDraft } from './draft.ts'
import { ProblemNote } from './problem-note.tsx'

/** Workaround, cause and a name of its own. What is typed is kept until it is saved. */
export function DescribeCard(props: { readonly outage: Recorded<'outage'> }): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const { id: outageId } = props.outage
  const workaround = createDraft(`${outageId}:workaround`, () => props.outage.workaround)
  const cause = createDraft(`${outageId}:cause`, () => props.outage.cause)
  const title = createDraft(`${outageId}:title`, () => props.outage.title)
  const drafts = [workaround, cause, title]
  const save = async () => {
    const about = { title: title.text().trim(), cause: cause.text().trim(), workaround: workaround.text().trim() }
    if (!(await act(describeOutage, { outageId, ...about }))) return
    for (const draft of drafts) draft.clear()
    tell('Saved.')
  }
  return (
    <Card title="Workaround and cause">
      <Form
        label="Workaround and cause"
        onSubmit={save}
        acts={
          <Show when={drafts.some((draft) => draft.isChanged())}>
            <Button type="submit" busy={isBusy()}>
              Save texts
            </Button>
          </Show>
        }
      >
        <ProblemNote problem={problem()} />
        <TextArea
          label="Workaround"
          hint="What people can do meanwhile."
          rows={2}
          maxLength={8000}
          value={workaround.text()}
          onInput={workaround.setText}
        />
        <TextArea label="Cause" rows={2} maxLength={8000} value={cause.text()} onInput={cause.setText} />
        <Field
          label="Name of this outage"
          hint="If the systems do not say it."
          maxLength={200}
          value={title.text()}
          onInput={title.setText}
        />
      </Form>
    </Card>
  )
}
