import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeskRecords } from '../../src/desk/answer-to.ts'
import { followDesk } from '../../src/desk/follow-desk.ts'
import { type HeldDesk, holdDesk } from './held-desk.ts'
import { councilIds, madeIncident, madeIncidents } from './made-incidents.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Follows until the test ends; hands back the desk as it was told last, and how often it was told. */
async function begin(held: HeldDesk) {
  const told: DeskRecords[] = []
  const errors: unknown[] = []
  const stop = followDesk(
    held.source,
    (desk) => told.push(desk),
    (error) => errors.push(error),
  )
  await vi.advanceTimersByTimeAsync(0)
  const titles = () =>
    told
      .at(-1)
      ?.index.inOrder('raisedAt')
      .map(({ title }) => title)
  return { told, errors, stop, titles }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('following the store', () => {
  test('a change is taken in at once when it is quiet, and only what changed is read', async () => {
    const held = holdDesk(madeIncidents(500))
    const { told, titles } = await begin(held)
    await pass(1000)
    expect([told.length, held.read]).toEqual([1, { all: 1, incidents: 500 }])
    const { id } = madeIncident(7)
    held.put([id, madeIncident(7, { title: 'Changed' })])
    await pass(0)
    expect([told.length, held.read]).toEqual([2, { all: 1, incidents: 501 }])
    expect(titles()).toContain('Changed')
    expect(titles()).toHaveLength(500)
  })

  test('an import of 20,768 is read once, in parts, and told at most four times a second', async () => {
    const held = holdDesk([])
    const { told, titles } = await begin(held)
    const all = madeIncidents(20_768)
    let parts = 0
    for (let from = 0; from < all.length; from += 199) {
      held.put(...all.slice(from, from + 199).map((incident) => [incident.id, incident] as const))
      parts += 1
      await pass(20)
    }
    await pass(1000)
    expect(titles()).toHaveLength(20_768)
    expect(held.read).toEqual({ all: 1, incidents: 20_768 })
    expect(told.length).toBeLessThanOrEqual(2 + (parts * 20) / 250 + 1)
  })

  test('what is taken away leaves the lists; what changes while it is read is read again', async () => {
    const held = holdDesk(madeIncidents(3))
    const { titles } = await begin(held)
    const [first, second] = madeIncidents(2)
    held.put([first?.id ?? '', undefined])
    held.put([second?.id ?? '', madeIncident(1, { title: 'Once' })])
    held.put([second?.id ?? '', madeIncident(1, { title: 'Twice' })])
    await pass(1000)
    expect(titles()?.sort()).toEqual([madeIncident(2).title, 'Twice'].sort())
  })

  test('all is read anew when nobody knows what changed', async () => {
    const held = holdDesk(madeIncidents(3))
    const { titles } = await begin(held)
    held.put([madeIncident(0).id, undefined])
    held.tell('incident', 'all')
    await pass(1000)
    expect(titles()).toHaveLength(2)
    expect(held.read.all).toBe(2)
  })

  test('names follow the catalogue without any incident being read', async () => {
    const held = holdDesk(madeIncidents(3))
    const { told } = await begin(held)
    await pass(1000)
    held.rows.council = (held.rows.council ?? []).map((council) => ({ ...council, shortName: 'Renamed' }))
    held.tell('council', new Set([councilIds[0] ?? '']))
    await pass(1000)
    expect(told.at(-1)?.names.councils.get(councilIds[0] ?? '')?.shortName).toBe('Renamed')
    expect(held.read).toEqual({ all: 1, incidents: 3 })
  })

  test('nothing is read or told after stopping', async () => {
    const held = holdDesk(madeIncidents(3))
    const { told, stop } = await begin(held)
    held.put([madeIncident(0).id, undefined])
    stop()
    held.put([madeIncident(1).id, undefined])
    await pass(1000)
    expect(told).toHaveLength(1)
  })

  test('a store that cannot be read any more is told', async () => {
    const held = holdDesk(madeIncidents(3))
    const reads = { ...held.source.reads, many: async () => Promise.reject(new Error('the disk has gone')) }
    const { errors } = await begin({ ...held, source: { ...held.source, reads } })
    held.put([madeIncident(0).id, undefined])
    await pass(1000)
    expect(errors).toMatchObject([{ message: 'the disk has gone' }])
  })
})
