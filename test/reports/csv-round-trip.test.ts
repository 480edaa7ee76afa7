// Incidents written as CSV and read by the import of logs: what a person sees of them is the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type IncidentState,
  impacts,
  incidentReference,
  incidentStates,
  incidentTypes,
  priorities,
  stateFlags,
  urgencies,
} from '../../src/domain/incident-words.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { exportIncidents } from '../../src/reports/incident-export.ts'
import { bringIn, camden, housing, sutton } from '../intake/log-trial.ts'
import { hostileTexts, idOf, incident, readsOf } from './made-incidents.ts'

type Incident = Recorded<'incident'>

const councils = [camden, sutton]
const people = [
  { id: idOf(801), name: 'Ann Able', team: '' },
  { id: idOf(802), name: 'Zoë O’Neill-Żak', team: '' },
]
const teams = [{ id: idOf(803), name: 'Networks', personIds: [] }]
const systems = [{ ...housing, about: '', owner: '', agreements: [], retiredOn: null }]

/** As both sides write a text down: without what cannot be printed, line ends as one sign, nothing round it. */
const shownText = (text: string) =>
  text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '')
    .replace(/\r\n?/g, '\n')
    .trim()
const shownLine = (text: string) => shownText(text).replace(/\s+/g, ' ')
/** CSV that other tools write has times to the second. */
const shownAt = (at: number | null) => (at === null ? null : Math.floor(at / 1000) * 1000)

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...hostileTexts.map((text) => text.slice(0, 200))),
)
const line = words.map(shownLine)
const titles = line.filter((text) => text !== '')
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 10, 10) })
const idOr = (ids: readonly string[]) => fc.constantFrom(null, ...ids)

const parts = fc.record({
  title: titles,
  text: words.map(shownText),
  resolution: words.map(shownText),
  type: fc.constantFrom(...incidentTypes),
  councilId: fc.constantFrom(...councils.map(({ id }) => id)),
  requesterId: idOr(people.map(({ id }) => id)),
  requesterName: line,
  assigneeId: idOr(people.map(({ id }) => id)),
  assigneeName: line,
  teamId: idOr(teams.map(({ id }) => id)),
  teamName: line,
  systemId: idOr([housing.id]),
  systemName: line,
  category: line,
  impact: fc.constantFrom(...impacts),
  urgency: fc.constantFrom(...urgencies),
  priority: fc.constantFrom(...priorities),
  state: fc.constantFrom(...incidentStates),
  raisedAt: instants,
  tookMs: fc.integer({ min: 1000, max: 90 * 86_400_000 }),
  reopenCount: fc.integer({ min: 0, max: 9 }),
})

const isDone = (state: IncidentState) => !stateFlags[state].isOpen

const incidentsOf = (many: readonly (typeof parts extends fc.Arbitrary<infer P> ? P : never)[]): Incident[] =>
  many.map(({ tookMs, ...fields }, n) => {
    const doneAt = fields.raisedAt + tookMs
    const isResolved = isDone(fields.state) && fields.state !== 'cancelled'
    return incident(n + 1, {
      ...fields,
      matrixPriority: fields.priority,
      flags: stateFlags[fields.state],
      stateAt: doneAt,
      resolvedAt: isResolved ? doneAt : null,
      closedAt: isDone(fields.state) && fields.state !== 'resolved' ? doneAt : null,
    })
  })

const nameOf = (all: readonly { id: string; name: string }[], id: string | null, name: string) =>
  all.find((each) => each.id === id)?.name ?? name

/** What a page shows of an incident: accounts, teams and systems by their names. */
const visible = (each: Omit<Incident, 'id'>, number: string) => ({
  number,
  title: shownLine(each.title),
  text: shownText(each.text),
  resolution: shownText(each.resolution),
  type: each.type,
  council: each.councilId,
  requester: nameOf(people, each.requesterId, each.requesterName),
  assignee: nameOf(people, each.assigneeId, each.assigneeName),
  team: nameOf(teams, each.teamId, each.teamName),
  system: nameOf(systems, each.systemId, each.systemName),
  category: each.category,
  impact: each.impact,
  urgency: each.urgency,
  priority: each.priority,
  state: each.state,
  raisedAt: shownAt(each.raisedAt),
  resolvedAt: shownAt(each.resolvedAt),
  closedAt: shownAt(each.closedAt),
  reopenCount: each.reopenCount,
})

async function thereAndBack(incidents: readonly Incident[]) {
  const reads = readsOf({
    incident: incidents,
    council: councils,
    person: people,
    desk_team: teams,
    system: systems,
  })
  const ask = { ids: incidents.map(({ id }) => id), format: 'csv', filter: '', asAt: Date.UTC(2026, 10, 10) } as const
  const { bytes } = await exportIncidents(reads, ask)
  // Ours leaves a cell empty where there is nothing: no word means it.
  return bringIn(bytes, { names: { councils, systems: [housing] }, dress: { missing: [] } })
}

test('incidents that leave as CSV come back with the same visible fields', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 6 }), async (many) => {
      const incidents = incidentsOf(many)
      const back = await thereAndBack(incidents)
      expect(back.plan.counts.refused).toBe(0)
      for (const each of incidents) {
        const number = incidentReference(each)
        const found = back.incidents.get(number)
        expect(found && visible(found, found.number)).toEqual(visible(each, number))
      }
      expect(back.incidents.size).toBe(incidents.length)
    }),
    { numRuns: 100 },
  )
})

test('each hostile text comes back as itself, its apostrophe taken away again', async () => {
  const incidents = hostileTexts.map((text, n) => incident(n + 1, { councilId: camden.id, title: 'One', text }))
  const { incidents: back } = await thereAndBack(incidents)
  for (const each of incidents) expect(back.get(incidentReference(each))?.text).toBe(shownText(each.text))
})
