// What the histories of one process came to; and of all processes of a run, at its end.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** So often was each promise looked at, and was each fault met. */
const looked = new Map<string, number>()
const met = new Map<string, number>()
const sums = { seeds: 0, commands: 0, changes: 0, faults: 0, ms: 0, busyMs: 0 }
type Sums = typeof sums

const add = (to: Map<string, number>, name: string, n = 1) => to.set(name, (to.get(name) ?? 0) + n)

export const count = (promise: string): unknown => add(looked, promise)
export const spentMs = (): number => sums.ms

/** Of a history that has ended well. `told`: its lines. */
export function countHistory(done: Sums, told: readonly string[]): void {
  addSums(sums, done)
  for (const line of told) {
    const fault = line.trim().replace(/-?\d+(\.\d+)?/g, 'n')
    if (!/^device n (does|shares)/.test(fault)) add(met, fault)
  }
}

function addSums(to: Sums, more: Sums): void {
  for (const key of Object.keys(to) as (keyof Sums)[]) to[key] += more[key]
}

/** In a line. The rate of a processor's time is what a busy machine does not change. */
export const summary = (): string => lineOf(sums, sums.ms)

function lineOf({ seeds, commands, changes, faults, busyMs }: Sums, ms: number): string {
  const perSecond = (each: number) => (each > 0 ? Math.round(commands / (each / 1000)) : 0)
  const done = `${seeds} seeds, ${commands} commands (${changes} changes, ${faults} faults)`
  return `${done} in ${(ms / 1000).toFixed(1)} s, ${perSecond(ms)} commands a second, ${perSecond(busyMs)} a second of a core`
}

/** For `totalOf`. */
export const saveCounts = (folder: string, name: string): void =>
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({ sums, looked: [...looked], met: [...met] } satisfies Saved),
  )

interface Saved {
  readonly sums: Sums
  readonly looked: readonly [string, number][]
  readonly met: readonly [string, number][]
}

/** What was saved by all, with the wall's time that it took, as lines. */
export function totalOf(folder: string, ms: number): readonly string[] {
  const total: Sums = { seeds: 0, commands: 0, changes: 0, faults: 0, ms: 0, busyMs: 0 }
  const [promises, faults] = [new Map<string, number>(), new Map<string, number>()]
  for (const file of readdirSync(folder)) {
    const saved = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Saved
    addSums(total, saved.sums)
    for (const [name, n] of saved.looked) add(promises, name, n)
    for (const [name, n] of saved.met) add(faults, name, n)
  }
  const table = (title: string, rows: ReadonlyMap<string, number>) => [
    title,
    ...[...rows].sort().map(([name, n]) => `  ${String(n).padStart(8)}  ${name}`),
  ]
  return [
    ...table('Promises of sync by number, with how often each was looked at:', promises),
    ...table('Faults, with how often each was met:', faults),
    `Simulator in all: ${lineOf(total, ms)}`,
  ]
}
