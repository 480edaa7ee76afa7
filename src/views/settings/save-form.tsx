import type { JSX } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { Form } from '../parts/form/form.tsx'
import type { Saving } from './saving.ts'

interface SaveFormProps {
  readonly label: string
  readonly saving: Saving
  readonly onSave: () => void
  readonly children: JSX.Element
}

/** A form whose one act is to save. */
export function SaveForm(props: SaveFormProps): JSX.Element {
  return (
    <Form
      label={props.label}
      onSubmit={props.onSave}
      errors={props.saving.errors()}
      acts={
        <Button type="submit" kind="primary" busy={props.saving.isBusy()}>
          Save
        </Button>
      }
    >
      {props.children}
    </Form>
  )
}
