import type { JSX } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { createDraft } from '../outages/draft.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { createWork } from './work.ts'

interface TextFormProps {
  readonly incident: Recorded<'incident'>
  readonly onDone: () => void
}

const titleId = 'incident-title'

/** What is wrong, and the details. What is typed is kept until it is saved. */
export function DescribeForm(props: TextFormProps): JSX.Element {
  const { work, problem, isBusy } = createWork(() => props.incident)
  const { id } = props.incident
  const title = createDraft(`${id}:title`, () => props.incident.title)
  const text = createDraft(`${id}:text`, () => props.incident.text)
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const save = async () => {
    const described = { title: title.text().trim(), text: text.text().trim() }
    setErrors(described.title === '' ? [{ fieldId: titleId, message: 'Say in a few words what is wrong' }] : [])
    if (errors().length > 0 || !(await work({ describe: described }, 'Described.'))) return
    title.clear()
    text.clear()
    props.onDone()
  }
  return (
    <div data-has-draft>
      <Form label="Describe" onSubmit={() => void save()} errors={errors()} acts={<Save isBusy={isBusy()} />}>
        <ProblemNote problem={problem()} />
        <Field
          id={titleId}
          label="What is wrong?"
          maxLength={300}
          value={title.text()}
          onInput={title.setText}
          error={errors()[0]?.message}
        />
        <TextArea label="Details" rows={6} maxLength={8000} value={text.text()} onInput={text.setText} />
      </Form>
    </div>
  )
}

/** What it turned out to be about, in the desk's own words. */
export function CategoryForm(props: TextFormProps): JSX.Element {
  const { work, problem, isBusy } = createWork(() => props.incident)
  const category = createDraft(`${props.incident.id}:category`, () => props.incident.category)
  const save = async () => {
    if (!(await work({ categorise: { category: category.text().trim() } }, 'Category set.'))) return
    category.clear()
    props.onDone()
  }
  return (
    <div data-has-draft>
      <Form label="Category" onSubmit={() => void save()} acts={<Save isBusy={isBusy()} />}>
        <ProblemNote problem={problem()} />
        <Field
          label="Category"
          hint="What it turned out to be about. Demand is counted by it."
          maxLength={200}
          value={category.text()}
          onInput={category.setText}
        />
      </Form>
    </div>
  )
}

function Save(props: { readonly isBusy: boolean }): JSX.Element {
  return (
    <Button type="submit" kind="primary" busy={props.isBusy}>
      Save
    </Button>
  )
}
