// A legal practice of twenty in one council, small enough to follow by hand: two outages among ordinary days.
import { dateOfDay, dayOfDate, type LocalDate, weekdayOfDay } from '../../src/domain/local-date.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { hits, outage, records, system } from './made-records.ts'

const people = 20
const origin = { source: 'asked' as const, asOf: '2026-01-01', byId: 'p', setAt: 0, note: '' }
const about = { councilId: 'city', divisionId: 'legal', from: '2026-01-01' }
const lostOn: Readonly<Record<LocalDate, number>> = { '2026-09-16': 50, '2026-10-26': 31 }

type Day = MetricsRecords['teamMonths'][number]['days'][number]

/** Of twenty people 4.5 to 5.5 chargeable hours each, by a rule that no weekday shares. */
function dayOf(on: LocalDate): Day {
  const hours = people * (4.5 + ((dayOfDate(on) * 7) % 11) / 10) - (lostOn[on] ?? 0)
  return {
    ...{ on, through: on, presentCount: people, expectedCount: people },
    ...{ chargeableSeconds: Math.round(hours * 3600), otherSeconds: 36_000, chargeableUnits: Math.ceil(hours * 10) },
    ...{ valuePence: Math.ceil(hours * 10) * 790, unpricedCount: 0 },
    ...{ targetSeconds: people * 4.75 * 3600, contractSeconds: people * 7.4 * 3600 },
  }
}

function workingDays(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = dayOfDate(from); day < dayOfDate(to); day += 1) if (weekdayOfDay(day) <= 5) days.push(dateOfDay(day))
  return days
}

/** From June to November 2026; the clock changes on the day before the second outage. */
export function madeLegal(): MetricsRecords {
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']
  const all = workingDays('2026-06-01', '2026-11-21').map(dayOf)
  return records({
    councils: [{ id: 'city', name: 'city', shortName: 'city' }],
    divisions: [
      {
        ...{ id: 'legal', name: 'Legal', calendarId: 'office' },
        headCounts: [{ from: '2026-01-01', people: { city: people } }],
      },
    ],
    systems: [system('dms')],
    outages: [
      outage('first', '2026-09-16T08:00:00Z', '2026-09-16T12:00:00Z', { title: 'Documents' }),
      outage('second', '2026-10-26T09:00:00Z', '2026-10-26T12:00:00Z', { title: 'Documents again' }),
      outage('slow', '2026-11-11T09:00:00Z', '2026-11-11T10:00:00Z', { level: 'degraded', loss: 0.1 }),
    ],
    affected: [hits('first', 'dms'), hits('second', 'dms'), hits('slow', 'dms')],
    assumptions: [
      {
        ...{ id: 'a', ...about, topic: 'reliance', systemId: 'dms', share: 0.75, afterMinutes: 0, ...origin },
      },
      { id: 'b', ...about, topic: 'present', systemId: null, share: 0.9, afterMinutes: 0, ...origin },
    ],
    hourlyRates: [{ id: 'r', ...about, pencePerHour: 3_259, working: null, ...origin }],
    teams: [{ id: 'team', name: 'Legal practice', divisionId: 'legal', policies: [] }],
    teamMonths: months.map((month) => ({
      ...{ id: month, teamId: 'team', month, answers: [] },
      days: all.filter(({ on }) => on.startsWith(month)),
    })),
  })
}
