// Whatever is cut off, and wherever: a rejected write left nothing, a resolved one is stored, and all of it comes to the
// server once and in order. UPTALLY_TIER=long tries every point; else they are thinned out evenly, to at most
// UPTALLY_CRASH_POINTS for each story and way.
import { afterAll, expect, test, vi } from 'vitest'
import type { StoredRow } from '../../src/store/database.ts'
import { kindTables } from '../../src/store/database.ts'
import { layersOver } from '../../src/store/layers.ts'
import { confirmedOf, displayed } from '../../src/store/overlay-row.ts'
import { deviceRows, opsTaken, serverRows } from './compared.ts'
import { type CrashStory, crashStories } from './crash-stories.ts'
import { isFull, Killed, keyOf, openWorld, type Point, type Way, type World } from './crash-world.ts'

vi.mock('dexie', () => import('./memory-tables.ts'))

const ways: readonly Way[] = ['the device is killed', 'the disk is full', 'the server is killed']
const { UPTALLY_TIER: tier, UPTALLY_CRASH_POINTS: fewer = 70 } = process.env
const most = tier === 'long' ? Number.POSITIVE_INFINITY : Number(fewer)
const sums = { tried: 0, points: 0 }

/** Plays the story until the point, or to its end. */
async function playTo(story: CrashStory, point: Point): Promise<World> {
  const world = await openWorld(story.grants)
  const run = await story.prepare(world)
  world.arm(point)
  await run().catch((error: unknown) => {
    if (!(error instanceof Killed) && !isFull(error)) throw error
  })
  return world
}

const never = Number.POSITIVE_INFINITY

for (const story of crashStories)
  for (const way of ways)
    test(`${story.name}: wherever ${way}, nothing is lost, doubled or half there`, { timeout: 600_000 }, async () => {
      const whole = await playTo(story, { way, at: never })
      const count = whole.taken()[way]
      await settle(whole)
      expect(count).toBeGreaterThan(way === 'the disk is full' ? 3 : 10)
      const step = Math.max(1, count / most)
      sums.points += count
      for (let at = 1; at <= count; at = Math.max(at + 1, Math.floor(at + step))) {
        sums.tried++
        const world = await playTo(story, { way, at })
        await named(`${way} at step ${at} of ${count}`, () => settle(world))
      }
    })

afterAll(() => {
  process.stdout.write(`Crash points: ${sums.tried} of ${sums.points} in ${crashStories.length} stories\n`)
})

async function named(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Starts again what was cut off, and looks whether all is as it must be. */
async function settle(world: World): Promise<void> {
  await world.recover()
  await expectShown(world)
  const { store } = world.device()
  for (let round = 0; round < 5 && (round === 0 || (await store.database.outbox.count()) > 0); round++)
    await shareAll(world)
  expect(await store.database.outbox.count(), 'ops that wait after five rounds').toBe(0)
  await shareAll(world)
  await expectOnce(world)
  await expectShown(world)
  await expectEqual(world)
  await world.close()
}

async function shareAll({ trial, device, colleague }: World): Promise<void> {
  trial.clock.now += 60_000
  await device().syncNow()
  await colleague.syncNow()
}

/** Displayed is confirmed and what waits over it. */
async function expectShown({ device }: World): Promise<void> {
  const { database } = device().store
  for (const table of kindTables) {
    const rows: StoredRow[] = await database.table(table).toArray()
    const touches = rows.map(({ id }) => `${table.slice(2)} ${id}`)
    const layers = await layersOver(database, touches)
    for (const [i, row] of rows.entries())
      expect(row).toEqual(displayed(row.id, confirmedOf(row), layers(touches[i] ?? '')))
  }
}

/** What resolved is on the server once, in its order; what was cut off at most once; what was rejected nowhere. */
async function expectOnce({ trial, clients, deeds }: World): Promise<void> {
  const taken = (await opsTaken(trial.database, clients)).map(({ op }) => keyOf(op.changes as never))
  expect(new Set(taken).size).toBe(taken.length)
  const done = deeds.filter(({ outcome }) => outcome === 'done').map(({ key }) => key)
  expect(taken.filter((key) => done.includes(key))).toEqual(done)
  const cut = deeds.filter(({ outcome }) => outcome === 'cut').length
  expect(taken.length - done.length, 'ops that nobody has done').toBeLessThanOrEqual(cut)
}

async function expectEqual({ trial, device, colleague, grants }: World): Promise<void> {
  const { userId, store } = device()
  expect(await deviceRows(store)).toEqual(await serverRows(trial.database, { userId, grants }))
  expect(await store.database.sent.where('isOpen').equals(1).count()).toBe(0)
  expect(await colleague.store.database.outbox.count()).toBe(0)
}
