// What the calc command makes of an export, in the words of the availability page.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { caseOf, type Exported, type ExportedFacts, type SystemDoc } from './exported.ts'

const calc = fileURLToPath(new URL('../../src/calc/start.js', import.meta.url))

interface Period {
  readonly from: string
  readonly to: string
}

/** Whole months up to this one. */
export const period = lastMonths(6)

/** The page with the table of all systems over them. */
export const figuresPath = `/availability?period=custom&from=${period.from}&to=${period.to}&view=table`

export interface Answer {
  readonly availability_pct: number | null
  readonly loss_min: number
  readonly excluded_min: number
  readonly met: boolean
}

/** One answer for each of these cases, in their order. */
export function calculated(cases: readonly object[]): Answer[] {
  const done = spawnSync(process.execPath, [calc, '-'], { input: JSON.stringify({ cases }), encoding: 'utf8' })
  const { results } = JSON.parse(done.stdout) as { results: { output?: Answer; error?: unknown }[] }
  return results.map(({ output, error }) => {
    if (!output) throw new Error(JSON.stringify(error))
    return output
  })
}

/** A system's availability in its agreed hours, in each of these periods. */
export const availabilityOf = (
  facts: ExportedFacts,
  system: Exported<SystemDoc>,
  periods: readonly Period[],
): string[] =>
  calculated(periods.map((each) => ({ kind: 'availability', input: caseOf(facts, system, each) }))).map(
    ({ availability_pct }) => percent(availability_pct),
  )

export function percent(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  return value === 100 ? '100%' : `${Math.min(value, 99.99).toFixed(2)}%`
}

export const whole = (minutes: number | undefined) => Math.round(minutes ?? Number.NaN).toLocaleString('en-GB')

function lastMonths(count: number): Period {
  const now = new Date()
  const first = (back: number) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 10)
  return { from: first(count), to: first(0) }
}
