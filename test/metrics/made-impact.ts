// A partnership small enough to follow by hand, with everything that impact rests on: a graph with a group in it, reach by
// council and division, workarounds, posts at work, work caught up, and facts that change on a day.
import type { Recorded } from '../../src/domain/kinds.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { at, hits, needs, outage, records, spares, system } from './made-records.ts'

const origin = { source: 'asked' as const, asOf: '2026-01-01', byId: 'p', setAt: 0, note: '' }
const changedOn = '2026-11-05'

type Place = readonly [councilId: string, divisionId: string]
const places: readonly Place[] = [
  ['city', 'legal'],
  ['city', 'planning'],
  ['fens', 'legal'],
  ['fens', 'planning'],
]

function says(
  [councilId, divisionId]: Place,
  topic: Recorded<'assumption'>['topic'],
  share: number,
  more: Partial<Recorded<'assumption'>> = {},
): Recorded<'assumption'> {
  const about = { councilId, divisionId, topic, share, systemId: null, from: '2026-01-01', afterMinutes: 0, ...more }
  return { id: [councilId, divisionId, topic, about.systemId, about.from].join(' '), ...about, ...origin }
}

const assumptions = places.flatMap((place) => {
  const [councilId, divisionId] = place
  return [
    says(place, 'reliance', divisionId === 'legal' ? 0.75 : 0.25, { systemId: 'dms' }),
    says(place, 'reliance', 0.5, { systemId: 'mail' }),
    says(place, 'reliance', 0.1, { systemId: 'phones' }),
    says(place, 'reliance', 0.3, { systemId: 'phones', from: changedOn }),
    says(place, 'workaround', 0.4, { systemId: 'mail', afterMinutes: 45 }),
    says(place, 'present', councilId === 'city' ? 0.88 : 0.95),
    says(place, 'caught_up', divisionId === 'legal' ? 0.35 : 0.1),
  ]
})

const rate = ([councilId, divisionId]: Place, from: string, pencePerHour: number): Recorded<'hourly_rate'> => ({
  ...{ id: `${councilId} ${divisionId} ${from}`, councilId, divisionId, from, pencePerHour, working: null },
  ...origin,
})

const division = (id: string, before: readonly number[], after: readonly number[]): Recorded<'division'> => {
  const people = ([city = 0, fens = 0]: readonly number[]) => ({ city, fens })
  const headCounts = [
    { from: '2026-01-01', people: people(before) },
    { from: changedOn, people: people(after) },
  ]
  return { id, name: id, calendarId: 'office', headCounts }
}

/** Around the autumn clock change and again in November; `now` is 2026-11-23 or later. */
export function madeImpact(): MetricsRecords {
  return records({
    councils: ['city', 'fens'].map((id) => ({ id, name: id, shortName: id })),
    divisions: [division('legal', [14, 9], [15, 7]), division('planning', [46, 31], [47, 33])],
    systems: ['hall', 'barn', 'hosting', 'signin', 'mail', 'dms', 'phones'].map((id) => system(id)),
    dependencies: [
      needs('hosting', ['hall', 'barn'], { type: 'any', need: 1 }),
      needs('dms', 'hosting'),
      needs('dms', 'signin'),
      needs('mail', 'signin', { type: 'soft', weight: 0.6 }),
    ],
    ...{ assumptions },
    hourlyRates: places.flatMap((place, i) => [
      rate(place, '2026-01-01', 2_899 + i * 333),
      rate(place, changedOn, 3_001 + i * 277),
    ]),
    outages: [
      // Over the weekend of the clock change, both halls at once.
      outage('flood', '2026-10-23T14:00:00Z', '2026-10-26T09:20:00Z'),
      outage('slow mail', '2026-10-26T08:00:00Z', '2026-10-26T12:13:00Z', { level: 'degraded', loss: 0.1 }),
      outage('dms', '2026-11-10T09:07:00Z', '2026-11-10T12:00:00Z', { level: 'partial', loss: 0.3 }),
      outage('mail', '2026-11-10T11:00:00Z', '2026-11-10T15:30:00Z'),
      outage('mail again', '2026-11-10T15:30:00Z', '2026-11-10T16:40:00Z', { councilIds: ['city'] }),
      outage('signin', '2026-11-12T10:05:00Z', '2026-11-12T11:50:00Z'),
      outage('phones', '2026-11-23T08:15:00Z', null, { level: 'partial', loss: 0.3 }),
    ],
    affected: [
      ...[hits('flood', 'hall'), hits('flood', 'barn'), hits('slow mail', 'mail'), hits('dms', 'dms')],
      ...[hits('mail', 'mail'), hits('mail again', 'mail'), hits('signin', 'signin'), spares('signin', 'dms')],
      hits('phones', 'phones'),
    ],
    segments: [
      { id: 'g1', outageId: 'signin', fromAt: at('2026-11-12T10:05:00Z'), level: 'down', loss: 1, councilIds: [] },
      {
        ...{ id: 'g2', outageId: 'signin', fromAt: at('2026-11-12T11:00:00Z'), level: 'partial' as const },
        ...{ loss: 0.3, councilIds: ['city'] },
      },
    ],
    reaches: [
      {
        ...{ id: 'r1', outageId: 'mail', councilId: 'city', workaround: '' },
        divisions: [
          { divisionId: 'legal', people: 6 },
          { divisionId: 'planning', people: 80 },
        ],
      },
      {
        ...{ id: 'r2', outageId: 'mail', councilId: 'fens', workaround: '' },
        divisions: [{ divisionId: 'planning', people: 12 }],
      },
    ],
  })
}
