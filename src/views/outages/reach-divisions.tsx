import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { Chips } from '../parts/form/chips.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { divisionsIn } from './people.ts'

interface ReachDivisionsProps {
  readonly councilId: string
  readonly names: Catalogue
  /** The local date whose head counts are shown. */
  readonly on: string
  readonly values: readonly string[]
  readonly onChange: (divisionIds: readonly string[]) => void
}

/** The divisions of one council, each with its head count, as toggles. */
export function ReachDivisions(props: ReachDivisionsProps): JSX.Element {
  const options = () =>
    divisionsIn(props.councilId, props.names, props.on).map(({ divisionId, people }) => ({
      value: divisionId,
      label: props.names.divisions.get(divisionId)?.name ?? '',
      detail: formatCount(people),
    }))
  const name = () => props.names.councils.get(props.councilId)?.shortName ?? ''
  const summary = () => {
    const [all, chosen] = [options().length, props.values.length]
    return `${name()}: ${chosen === all ? `all ${all} divisions` : `${chosen} of ${all} divisions`}`
  }
  return (
    <Show
      when={options().length > 0}
      fallback={<p class="muted small">{name()} has no head counts yet: they are kept under Settings, Divisions.</p>}
    >
      <Disclosure summary={summary()}>
        <Chips
          label={`Divisions of ${name()}`}
          hideLabel
          options={options()}
          values={props.values}
          onChange={(values) => props.onChange(values)}
        />
      </Disclosure>
    </Show>
  )
}
