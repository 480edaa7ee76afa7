// Incidents made for demand, and the calc case of the same facts.
import { type IncidentState, stateFlags } from '../../src/domain/incident-words.ts'
import { formatInstant } from '../../src/domain/time.ts'
import type { DemandIncident, DemandNames } from '../../src/metrics/demand-figures.ts'

export const hourMs = 3_600_000
export const at = (text: string) => Date.parse(text)

export const names: DemandNames = {
  systems: new Map([
    ['mail', { name: 'E-mail' }],
    ['phones', { name: 'Telephones' }],
  ]),
  divisions: new Map([
    ['legal', { name: 'Legal' }],
    ['planning', { name: 'Planning' }],
  ]),
  councils: new Map([
    ['city', { name: 'Cambridge' }],
    ['south', { name: 'South Cambridgeshire' }],
  ]),
}

/** Raised on 10 November and new, unless said otherwise; `tookHours` resolves it. */
export function made(given: Partial<DemandIncident> & { readonly tookHours?: number } = {}): DemandIncident {
  const { tookHours, ...fields } = given
  const raisedAt = fields.raisedAt ?? at('2026-11-10T09:00:00Z')
  const state: IncidentState = fields.state ?? (tookHours === undefined ? 'new' : 'resolved')
  const resolvedAt = tookHours === undefined ? null : raisedAt + tookHours * hourMs
  return {
    councilId: 'city',
    divisionId: null,
    systemId: null,
    systemName: '',
    category: '',
    raisedAt,
    state,
    flags: stateFlags[state],
    stateAt: resolvedAt ?? raisedAt,
    resolvedAt,
    closedAt: null,
    reopenCount: 0,
    ...fields,
  }
}

/** A log of the size of a real one: eleven weeks, 200 named systems, 60 causes, most closed after a day. */
export function madeLog(count: number, seed = 1): DemandIncident[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const start = at('2026-08-31T00:00:00Z')
  return Array.from({ length: count }, () => {
    const raisedAt = start + Math.floor(random() * 77 * 24 * hourMs)
    const isOpen = random() < 0.05
    return made({
      raisedAt,
      councilId: random() < 0.6 ? 'city' : 'south',
      divisionId: random() < 0.3 ? null : random() < 0.5 ? 'legal' : 'planning',
      systemId: random() < 0.4 ? 'mail' : null,
      systemName: random() < 0.8 ? `System ${Math.floor(random() ** 2 * 200)}` : '',
      category: random() < 0.9 ? `Category ${Math.floor(random() ** 2 * 60)}` : '',
      reopenCount: random() < 0.02 ? 1 : 0,
      ...(isOpen ? {} : { tookHours: -24 * Math.log(1 - random()) }),
    })
  })
}

const written = (instant: number | null) => (instant === null ? null : formatInstant(instant))

/** What calc takes: ids become names. */
export const demandFact = (incident: DemandIncident, known: DemandNames) => ({
  raised: formatInstant(incident.raisedAt),
  state: incident.state,
  since: formatInstant(incident.stateAt),
  resolved: written(incident.resolvedAt),
  closed: written(incident.closedAt),
  reopened: incident.reopenCount,
  open: incident.flags.isOpen,
  backlog: incident.flags.countsAsBacklog,
  council: known.councils.get(incident.councilId)?.name,
  division: incident.divisionId === null ? null : known.divisions.get(incident.divisionId)?.name,
  system:
    incident.systemId === null
      ? incident.systemName
      : (known.systems.get(incident.systemId)?.name ?? incident.systemId),
  cause: incident.category,
})
