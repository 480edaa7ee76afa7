/** demand: incidents raised in a period, by what they were about and whom they came from, and how they fared. */
import { HOUR_MS } from '../../domain/duration.ts'
import { incidentStates, stateFlags } from '../../domain/incident-words.ts'
import { demandReport } from '../../metrics/demand.ts'
import type { DemandFigures, DemandIncident, DemandPart } from '../../metrics/demand-figures.ts'
import { object, optional, required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { flag, list, number, oneOfTexts, orNull, text, words } from '../read.ts'
import { instant, period } from '../read-time.ts'
import { hours, orNull as orNone, percent } from '../write.ts'

const orNobody = withDefault<string | null>(orNull(words), null)
const orNever = withDefault<number | null>(orNull(instant), null)

const incident = object({
  raised: required(instant),
  state: required(oneOfTexts(incidentStates)),
  /** When it came into its state. */
  since: required(instant),
  resolved: orNever,
  closed: orNever,
  reopened: withDefault(number({ min: 0, isWhole: true }), 0),
  /** As the state's flags were when it came into it; else as they are. */
  open: optional(flag),
  backlog: optional(flag),
  council: required(words),
  division: orNobody,
  system: withDefault(text, ''),
  cause: withDefault(text, ''),
})
type Given = ReturnType<typeof incident>

export const demandKind = kind(
  { period: required(period), now: required(instant), incidents: required(list(incident)) },
  ({ period: asked, now, incidents }) => {
    const named = (of: (given: Given) => string | null) =>
      new Map(incidents.flatMap((given) => (of(given) === null ? [] : [[of(given) ?? '', { name: of(given) ?? '' }]])))
    const councils = named(({ council }) => council)
    const names = { systems: new Map(), divisions: named(({ division }) => division), councils }
    const report = demandReport(incidents.map(facts), names, { period: asked, councilIds: [...councils.keys()], now })
    return {
      total: written(report.total),
      by_system: report.bySystem.map(writtenPart),
      by_division: report.byDivision.map(writtenPart),
      by_council: report.byCouncil.map(writtenPart),
      by_cause: report.byCause.map(writtenPart),
      backlog: report.backlog.map(({ fromDays, toDays, count }) => ({ from_days: fromDays, to_days: toDays, count })),
      waiting: report.waiting,
      months: report.months.map(({ openAtEnd, ...month }) => ({ ...month, open_at_end: openAtEnd })),
    }
  },
)

function facts(given: Given): DemandIncident {
  const flags = stateFlags[given.state]
  return {
    councilId: given.council,
    divisionId: given.division,
    systemId: null,
    systemName: given.system,
    category: given.cause,
    raisedAt: given.raised,
    state: given.state,
    stateAt: given.since,
    flags: { ...flags, isOpen: given.open ?? flags.isOpen, countsAsBacklog: given.backlog ?? flags.countsAsBacklog },
    resolvedAt: given.resolved,
    closedAt: given.closed,
    reopenCount: given.reopened,
  }
}

const writtenPart = ({ name, id, ...figures }: DemandPart) => ({ name: name === '' ? null : name, ...written(figures) })

const written = (figures: DemandFigures) => ({
  raised: figures.raised,
  resolved: figures.resolved,
  open: figures.open,
  cancelled: figures.cancelled,
  reopened: figures.reopened,
  ever_resolved: figures.everResolved,
  reopened_pct: orNone(percent, figures.reopenedPercent),
  timed: figures.timed,
  median_resolve_hours: orNone((ms) => hours(ms / HOUR_MS), figures.medianResolveMs),
})
