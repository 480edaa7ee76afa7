import type { JSX } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { SeveralChoice } from '../parts/form/several-choice.tsx'

interface SystemsPickerProps {
  readonly id: string
  readonly label: string
  readonly systems: ReadonlyMap<string, Recorded<'system'>>
  readonly values: readonly string[]
  readonly onChange: (systemIds: readonly string[]) => void
  readonly error?: string | undefined
}

export function SystemsPicker(props: SystemsPickerProps): JSX.Element {
  return (
    <SeveralChoice
      id={props.id}
      label={props.label}
      addLabel="Add a system"
      question="Which system?"
      values={props.values}
      nameOf={(id) => props.systems.get(id)?.name ?? 'A system that is gone'}
      options={[...props.systems.values()]
        .filter((system) => system.retiredOn === null)
        .map(({ id, name }) => ({ id, label: name }))}
      onChange={props.onChange}
      error={props.error}
    />
  )
}
