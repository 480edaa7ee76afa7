import { describe, expect, test } from 'vitest'
import { namedBy, type SearchDirectory, type Searched, searchFor } from '../../../src/domain/incident-match.ts'
import { demandReport } from '../../../src/metrics/demand.ts'
import type { DemandIncident } from '../../../src/metrics/demand-figures.ts'
import { backlogHref, partHref, periodHref } from '../../../src/views/demand/demand-search.ts'
import { dimensions, dimensionWords } from '../../../src/views/demand/demand-words.ts'
import { at, made, madeLog, names } from '../../metrics/made-demand.ts'

const period = { from: '2026-10-01', to: '2026-11-01' }
const log: readonly DemandIncident[] = [
  ...madeLog(3000),
  ...['E-MAIL', ' system  3', 'Sýstem 3', 'none of these'].map((systemName) =>
    made({ systemName, category: 'category 1', raisedAt: at('2026-10-05T09:00:00Z') }),
  ),
  // Either side of both midnights of the period.
  ...['2026-09-30T22:59:59Z', '2026-09-30T23:00:00Z', '2026-10-31T23:59:59Z', '2026-11-01T00:00:00Z'].map((raised) =>
    made({ systemId: 'phones', raisedAt: at(raised) }),
  ),
]

const given = (of: (incident: DemandIncident) => string) =>
  [...new Set(log.map(of))].filter(Boolean).map((name) => namedBy(name, name))
const known = (map: ReadonlyMap<string, { readonly name: string }>) =>
  [...map].map(([id, { name }]) => namedBy(id, name))
const directory: SearchDirectory = {
  council: known(names.councils),
  system: [...known(names.systems), ...given(({ systemId, systemName }) => (systemId === null ? systemName : ''))],
  division: known(names.divisions),
  cause: given(({ category }) => category),
  ...{ assignee: [], team: [], requester: [], import: [] },
}
const nobody = { escalationLevel: null, assigneeId: null, assigneeName: '', teamId: null, teamName: '', importId: null }
const held = log.map(
  (incident): Searched => ({ ...incident, ...nobody, text: '', requesterId: null, requesterName: '', priority: 3 }),
)

function countOf(href: string | undefined): number {
  const query = new URLSearchParams(href?.split('?')[1]).get('q')
  if (query === null) throw new Error(`${href} is no search`)
  const { matches, problems } = searchFor(query, directory, { personId: 'me', teamIds: [] })
  expect(problems, query).toEqual([])
  return held.filter(matches).length
}

describe.each([
  ['all councils', ['city', 'south'], undefined],
  ['one council', ['south'], 'South Cambridgeshire'],
] as const)('of %s', (_, councilIds, council) => {
  const report = demandReport(log, names, { period, councilIds, now: at('2026-11-23T10:00:00Z') })
  const place = { period, council }

  test.each(dimensions)('each %s leads to as many incidents as its row says', (dimension) => {
    const parts = dimensionWords[dimension].parts(report)
    expect(parts.length).toBeGreaterThan(council && dimension === 'council' ? 0 : 1)
    for (const part of parts) expect(countOf(partHref(part, dimension, place)), part.name).toBe(part.raised)
  })

  test('the period and the backlog lead to all of theirs', () => {
    expect(countOf(periodHref(place))).toBe(report.total.raised)
    expect(countOf(backlogHref(place))).toBe(report.backlog.reduce((sum, { count }) => sum + count, 0))
    expect(report.total.raised).toBeGreaterThan(400)
  })
})

test('what the catalogue has no more leads nowhere', () => {
  const report = demandReport([made({ systemId: 'gone', raisedAt: at('2026-10-05T09:00:00Z') })], names, {
    ...{ period, councilIds: ['city'], now: at('2026-11-23T10:00:00Z') },
  })
  const [gone] = report.bySystem
  expect(gone && partHref(gone, 'system', { period, council: undefined })).toBeUndefined()
})
