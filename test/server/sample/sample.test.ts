import { expect, test } from 'vitest'
import { kindNamed } from '../../../src/domain/kinds.ts'
import { opLimits } from '../../../src/domain/wire.ts'
import { makeSample } from '../../../src/server/sample/main.ts'

const now = Date.parse('2026-11-10T14:05:00Z')
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const input = { now, holidays: [], admin: id(1), ict: id(2) }
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
