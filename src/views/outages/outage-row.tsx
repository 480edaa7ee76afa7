import type { JSX } from 'solid-js'
import { formatElapsed, formatRange, formatWhen } from '../../domain/format.ts'
import { levelLabels } from '../../domain/level.ts'
import { needsCorrection } from '../../domain/outage-spans.ts'
import type { OutageLine } from '../../store/outages.ts'
import { useApp } from '../app/app-context.ts'
import { Row } from '../parts/show/row.tsx'
import { StatusShape } from '../parts/show/status-shape.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { levelStatus, openFor, outageTitle, systemNames } from './outage-words.ts'

/** An outage in a list: its name, its level, and since when or how long. */
export function OutageRow(props: { readonly line: OutageLine }): JSX.Element {
  const { now } = useApp()
  const outage = () => props.line.outage
  return (
    <Row
      href={`/outages/${outage().id}`}
      mark={outage().endAt === null ? undefined : <StatusShape status={levelStatus[outage().level]} size={20} />}
      title={outageTitle(outage(), props.line.systems)}
      detail={detailOf(props.line, now())}
      aside={
        outage().endAt === null ? (
          <Tag status={levelStatus[outage().level]}>{levelLabels[outage().level]}</Tag>
        ) : undefined
      }
    />
  )
}

function detailOf({ outage, systems }: OutageLine, now: number): string {
  const named = outage.title === '' || systems.length === 0 ? '' : `${systemNames(systems)}. `
  const { startAt, endAt } = outage
  if (endAt === null) return `${named}Since ${formatWhen(startAt, now)}, ${openFor(startAt, now)}`
  if (needsCorrection(outage)) return `${named}Ends before it starts: needs correction, counts 0`
  return `${named}${levelLabels[outage.level]}, ${formatRange(startAt, endAt, now)}, ${formatElapsed(startAt, endAt)}`
}
