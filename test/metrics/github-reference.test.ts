import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileCalendar } from '../../src/domain/calendar.ts'
import { MINUTE_MS } from '../../src/domain/duration.ts'
import { periodInstants } from '../../src/domain/period.ts'
import { parseInstant } from '../../src/domain/time.ts'
import { availability } from '../../src/metrics/availability.ts'

interface Incident {
  readonly impact: string
  readonly downtime_start: string
  readonly downtime_end: string
  readonly components: readonly string[]
}

const file = new URL('../fixtures/github-status/incidents.jsonl', import.meta.url)
const incidents: Incident[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const days = ['1', '2', '3', '4', '5', '6', '7']
const calendar = compileCalendar({
  zone: 'Etc/UTC',
  week: Object.fromEntries(days.map((day) => [day, [['00:00', '24:00']]])),
})

const ANY = 'any component'

test.each([
  [2023, ANY, 15_961, 96.9633],
  [2023, 'Actions', 6_808, 98.7047],
  [2023, 'Codespaces', 5_677, 98.9199],
  [2023, 'Webhooks', 3_119, 99.4066],
  [2024, ANY, 13_333, 97.4702],
  [2024, 'Actions', 3_929, 99.2545],
  [2024, 'Pull Requests', 1_711, 99.6754],
  [2024, 'Git Operations', 971, 99.8158],
])(
  'GitHub in %d, %s: %d minutes down and %d %%, as an independent script found',
  (year, component, minutes, percent) => {
    const outages = incidents
      .filter(
        ({ impact, components }) => impact !== 'maintenance' && (component === ANY || components.includes(component)),
      )
      .map((incident) => ({
        start: parseInstant(incident.downtime_start) ?? Number.NaN,
        end: parseInstant(incident.downtime_end) ?? Number.NaN,
        loss: 1,
      }))
    const period = periodInstants({ from: `${year}-01-01`, to: `${year + 1}-01-01` }, calendar.zone)
    const figures = availability({ calendar, period, outages })
    expect(figures.downtimeMs / MINUTE_MS).toBe(minutes)
    expect(figures.availabilityPercent).toBeCloseTo(percent, 4)
  },
)
