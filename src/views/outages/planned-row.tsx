import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { formatRange } from '../../domain/format.ts'
import type { PlannedWork } from '../../store/planned-work.ts'
import { useApp } from '../app/app-context.ts'
import { Row } from '../parts/show/row.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { listed } from './outage-words.ts'

/** Planned work in a list: what, on which systems, when, and where it has got to. */
export function PlannedRow(props: { readonly planned: PlannedWork }): JSX.Element {
  const { now } = useApp()
  const work = () => props.planned.work
  return (
    <Row
      href={`/outages/planned/${work().id}`}
      title={work().title}
      detail={
        <>
          {formatRange(work().startAt, work().endAt, now())}
          <br />
          {listed(props.planned.systems.map((system) => system.name))}
        </>
      }
      aside={
        <Show when={stateWord(work(), now())}>
          {(word) => <Tag status={work().cancelledAt === null ? 'planned' : 'unknown'}>{word()}</Tag>}
        </Show>
      }
    />
  )
}

/** Undefined while it is still to come, as all of it is at first. */
function stateWord({ startAt, endAt, cancelledAt }: PlannedWork['work'], now: number): string | undefined {
  if (cancelledAt !== null) return 'Cancelled'
  if (endAt <= now) return 'Done'
  return startAt <= now ? 'Under way' : undefined
}
