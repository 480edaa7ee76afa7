import { expect, test } from 'vitest'
import { kindNamed } from '../../../src/domain/kinds.ts'
import { opLimits } from '../../../src/domain/wire.ts'
import { sampleFeeEarners } from '../../../src/server/sample/fee-earners.ts'
import { makeSample } from '../../../src/server/sample/main.ts'

const now = Date.parse('2026-11-10T14:05:00Z')
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const feeEarners = sampleFeeEarners.map((_, i) => `00000000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`)
const people = {
  ...{ admin: id(1), manager: id(3), practice: feeEarners[0] ?? '', feeEarners },
  ...{ walledMatterId: id(4), behindWall: feeEarners.slice(0, 2) },
}
const input = { now, holidays: [], ict: id(2), people }
const opsOf = async (seed: number) => (await makeSample({ ...input, seed })).ops

test('the sample is the same from the same seed, and another from another', async () => {
  const [first, second, other] = await Promise.all([opsOf(1), opsOf(1), opsOf(2)])
  expect(first).toEqual(second)
  expect(first).not.toEqual(other)
})

test("every op of the sample fits one op's limits, and every record its schema", async () => {
  const ops = await opsOf(1)
  const docs = new Map<string, Record<string, unknown>>()
  for (const op of ops) {
    expect(op.changes.length).toBeLessThanOrEqual(opLimits.rows)
    expect(JSON.stringify(op.changes).length).toBeLessThan(opLimits.bytes / 2)
    for (const { k, id, set } of op.changes)
      docs.set(`${k} ${id}`, Object.assign(docs.get(`${k} ${id}`) ?? {}, ...Object.values(set)))
  }
  for (const [name, doc] of docs) {
    const kind = kindNamed(name.split(' ')[0] ?? '')
    expect(kind?.schema.safeParse(doc).success, name).toBe(true)
  }
})

test('the sample holds three councils, twelve divisions, twenty-five systems and eighteen months of outages up to now', async () => {
  const ops = await opsOf(1)
  const count = (name: string) => ops.filter((op) => op.name === name).length
  expect(count('council.save')).toBe(3)
  expect(count('division.save')).toBe(12)
  expect(count('system.save')).toBe(25)
  expect(count('outage.report')).toBeGreaterThan(150)
  expect(count('outage.report') - count('outage.end')).toBe(2)
  expect(count('maintenance.announce')).toBeGreaterThan(50)
  const times = ops.map((op) => op.at)
  expect(Math.max(...times)).toBeLessThanOrEqual(now)
  expect(now - Math.min(...times)).toBeGreaterThan(540 * 86_400_000)
})

test('the sample holds twenty fee earners with posts, rates, matters, one of them behind a wall, and their time', async () => {
  const written = (await opsOf(1)).flatMap((op) => op.changes)
  const of = (kind: string) => written.filter(({ k }) => k === kind)
  const entries = of('entry').map(({ set }) => set.entry ?? {})
  expect(new Set(of('post').map(({ set }) => set.edge?.personId)).size).toBe(20)
  expect(new Set(entries.map(({ personId }) => personId))).toEqual(new Set(feeEarners))
  expect(of('charge_rate').length).toBeGreaterThanOrEqual(8)
  expect(of('hourly_rate')).toHaveLength(36)
  expect(of('matter').filter(({ s }) => s === `matter:${id(4)}`)).toHaveLength(1)
  expect(of('matter').length).toBeGreaterThan(50)
  // Who is not named on the walled matter has no time on it either.
  const walled = entries.filter(({ matterId }) => matterId === id(4))
  expect(walled.length).toBeGreaterThan(0)
  for (const { personId } of walled) expect(people.behindWall).toContain(personId)
  // Some early work of trainees has no rate: unpriced, and never priced at nothing.
  expect(entries.filter((entry) => entry.chargeability === 'chargeable' && entry.pencePerHour === null)).not.toEqual([])
  expect(entries.filter((entry) => entry.pencePerHour === 0)).toEqual([])
})
