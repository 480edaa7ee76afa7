// One person's device, a colleague's and a server, any of which can stop at any step. A step is a read or write of the
// disk, the end of a transaction, a request or its answer; on the server a statement, or a commit before its answer.
import { expect } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import type { Mutation, Write } from '../../src/domain/mutation.ts'
import type { Database, Statements } from '../../src/server/database/port.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { mutate } from '../../src/store/mutate.ts'
import { startTrial, type Trial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { steppedDisk } from './memory-tables.ts'

export type Way = 'the device is killed' | 'the disk is full' | 'the server is killed'
export interface Point {
  readonly way: Way
  /** From 1. */
  readonly at: number
}

/** What somebody did: `done` once its promise resolved, `cut` when nobody ever heard. */
export interface Deed {
  outcome: 'done' | 'refused' | 'cut'
  key: string
}

/** The same for an op wherever it lies, and for no other: ids are new each time. */
export const keyOf = (changes: readonly Pick<Write, 'k' | 'id' | 'set'>[]): string =>
  JSON.stringify(changes.map(({ k, id, set }) => [k, id, set]))

export class Killed extends Error {
  /** Stops a push as a fault of the database does. */
  readonly code = 'SQLITE_KILLED'
}

/** Counts steps; from the given one on nothing works any more. */
interface Steps {
  count: number
  limit: number
  take(): void
}
function makeSteps(): Steps {
  const steps: Steps = {
    count: 0,
    limit: Number.POSITIVE_INFINITY,
    take: () => {
      if (++steps.count >= steps.limit) throw new Killed('killed')
    },
  }
  return steps
}

function stepped(database: Database, steps: Steps): Database {
  const counted = (statements: Statements): Statements =>
    new Proxy(statements, {
      get:
        (target, name) =>
        (args: unknown, ...more: unknown[]) => {
          steps.take()
          return (target[name as keyof Statements] as (...all: unknown[]) => unknown)(args, ...more)
        },
    })
  return {
    ...database,
    read: (work) => database.read((statements) => work(counted(statements))),
    write: async (work) => {
      const result = await database.write((statements) => work(counted(statements)))
      steps.take()
      return result
    },
  }
}

export interface World {
  readonly trial: Trial
  readonly deeds: readonly Deed[]
  /** Every id under which the device has spoken to the server. */
  readonly clients: ReadonlySet<string>
  readonly device: () => TrialDevice
  readonly colleague: TrialDevice
  /** What the device's person may do now. */
  grants: readonly Grant[]
  /** Does it on the device, and throws when it was refused. */
  does<Args>(mutation: Mutation<Args>, args: Args): Promise<readonly Write[]>
  /** From here on steps are counted, and one of them is the last. */
  arm(point: Point): void
  /** So many steps were taken since: of the device, its writes, the server. */
  taken(): Readonly<Record<Way, number>>
  /** What was killed starts again on what is on its disk, and a full disk has room again. */
  recover(): Promise<void>
  /** The device begins anew, with nothing on its disk; what was to come still comes. */
  clear(): Promise<void>
  close(): Promise<void>
}

export async function openWorld(grants: readonly Grant[]): Promise<World> {
  const database = openSqlite(':memory:')
  const base = startTrial({ database })
  const [deviceSteps, serverSteps] = [makeSteps(), makeSteps()]
  const dying = startTrial({ database: stepped(database, serverSteps), now: () => base.clock.now })
  let { handler } = dying
  const trial: Trial = { ...base, handler: (request) => handler(request) }
  const [person, other] = [await base.person(...grants), await base.person(...grants)]
  const clients = new Set<string>()
  let disk = steppedDisk(deviceSteps.take)
  const begin = async (held: readonly Grant[]) => {
    const started = await startDevice(trial, person, held, disk.factory, (client) => clients.add(client))
    const shift = () => async (_request: Request, send: () => Promise<Response>) => {
      deviceSteps.take()
      const answer = await send()
      deviceSteps.take()
      return answer
    }
    Object.assign(started.faults, { shift })
    return started
  }
  let device = await begin(grants)
  const colleague = await startDevice(trial, other, grants, steppedDisk(() => {}).factory)
  const deeds: Deed[] = []
  /** Everything on the disk; two are equal when nothing was written in between. */
  const image = () =>
    [...disk.tables].flatMap(([name, rows]) => rows.keys().map((key) => [name, key, rows.get(key)] as const))
  const mostWrites = 1_000_000
  const world: World = {
    ...{ trial, deeds, clients, colleague, grants },
    device: () => device,
    does: async (mutation, args) => {
      const deed: Deed = { outcome: 'cut', key: '' }
      deeds.push(deed)
      const before = image()
      try {
        const result = await mutate(device.store, mutation, args)
        if (!result.ok) throw new Error(`${mutation.name}: ${result.refusal.message}`)
        Object.assign(deed, { outcome: 'done', key: keyOf(result.writes) })
        return result.writes
      } catch (error) {
        if (!isFull(error)) throw error
        deed.outcome = 'refused'
        expect(image(), 'what a rejected write left').toEqual(before)
        throw error
      }
    },
    arm: ({ way, at }) => {
      deviceSteps.count = 0
      serverSteps.count = 0
      device.isHurt = true
      disk.fillAfter(way === 'the disk is full' ? Math.min(at - 1, mostWrites) : mostWrites)
      if (way === 'the device is killed') deviceSteps.limit = at
      if (way === 'the server is killed') serverSteps.limit = at
    },
    taken: () => ({
      'the device is killed': deviceSteps.count,
      'the disk is full': mostWrites - disk.writesLeft(),
      'the server is killed': serverSteps.count,
    }),
    recover: async () => {
      serverSteps.limit = Number.POSITIVE_INFINITY
      handler = base.handler
      // What was under way meets the dead disk, and ends.
      for (let i = 0; i < 5; i++) await new Promise(setImmediate)
      device.stop()
      deviceSteps.limit = Number.POSITIVE_INFINITY
      disk = steppedDisk(deviceSteps.take, disk.tables)
      device = await begin(device.store.access().grants)
    },
    clear: async () => {
      device.stop()
      const left = disk.writesLeft()
      disk = steppedDisk(deviceSteps.take)
      disk.fillAfter(left)
      device = await begin(grants)
      device.isHurt = true
    },
    close: async () => {
      device.stop()
      colleague.stop()
      await dying.figures.stop()
      await base.figures.stop()
      await database.close()
    },
  }
  return world
}

export const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError'
