import { createResource, type JSX } from 'solid-js'
import { legalPeople } from '../../sync/legal.ts'
import { useApp } from '../app/app-context.ts'
import { Chips } from '../parts/form/chips.tsx'
import { Asked } from '../settings/asked.tsx'

interface NamedPeopleProps {
  /** Without oneself, who is always named. */
  readonly values: readonly string[]
  readonly error: string | undefined
  readonly onChange: (ids: readonly string[]) => void
}

/** Who may see a matter behind a wall: of those who hold the legal role, which only the server knows. */
export function NamedPeople(props: NamedPeopleProps): JSX.Element {
  const { session } = useApp()
  const [answer, { refetch }] = createResource(legalPeople)
  return (
    <Asked answer={answer.latest} what="The list of legal people" onRetry={refetch}>
      {(known) => (
        <Chips
          id="matter-named"
          label="Who"
          hint={`You, ${session.name}, and those chosen here`}
          options={known()
            .people.filter(({ id }) => id !== session.userId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          values={props.values}
          error={props.error}
          onChange={props.onChange}
        />
      )}
    </Asked>
  )
}
