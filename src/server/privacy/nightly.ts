// Retention runs once a night, after three o'clock by the clocks of London, whatever they do that night.
import { DAY_MS, HOUR_MS } from '../../domain/duration.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import type { ServerContext } from '../context.ts'
import { runRetention } from './retention.ts'

const zone = zoneOf(DEFAULT_ZONE)
const hour = 3
/** The local date of the last run that came to its end. */
export const ranKey = 'retention.ran'
const lookEveryMs = 60_000

export const nightOf = (now: number): { readonly day: string; readonly isNightOver: boolean } => ({
  day: localDateAt(zone, now),
  isNightOver: (now + zone.offsetMs(now)) % DAY_MS >= hour * HOUR_MS,
})

export type Retaining = Pick<ServerContext, 'database' | 'pokes' | 'figures' | 'now' | 'log'>

/** Runs if a run is due. True when one came to its end. */
export async function retainWhenDue(
  { database, pokes, figures, now, log }: Retaining,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  const { day, isNightOver } = nightOf(now())
  if (!isNightOver) return false
  try {
    if ((await database.read((statements) => statements.setting(ranKey))) === day) return false
    const onWritten = (scopes: ReadonlySet<string>) => {
      pokes.poke(scopes)
      figures.changed(scopes)
    }
    return await runRetention({ database, now: now(), onWritten, isStopped }, { key: ranKey, day })
  } catch (error) {
    log(`retention: ${error instanceof Error ? error.name : 'fault'}`)
    return false
  }
}

/** Looks every minute; hands back how to stop, which waits for the transaction that is under way. */
export function startRetention(world: Retaining): () => Promise<void> {
  let isStopped = false
  let running: Promise<unknown> | undefined
  const look = () => {
    running ??= retainWhenDue(world, () => isStopped).finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(look, lookEveryMs)
  return async () => {
    isStopped = true
    clearInterval(timer)
    await running
  }
}
