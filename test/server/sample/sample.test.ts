import { expect, test } from 'vitest'
import { kindNamed } from '../../../src/domain/kinds.ts'
import { opLimits, opSchema } from '../../../src/domain/wire.ts'
import { makeSample } from '../../../src/server/sample/main.ts'
import { samplePeople } from '../../../src/server/sample/partnership.ts'

const now = Date.parse('2026-11-10T14:05:00Z')
const ids = new Map(samplePeople.map(({ email }, i) => [email, `00000000-0000-7000-8000-00000000000${i}`] as const))
const input = { now, holidays: [], personId: (email: string) => ids.get(email) ?? '' }

test('the sample is the same from the same seed, and another from another', async () => {
  const [first, second, other] = await Promise.all([
    makeSample({ ...input, seed: 1 }),
    makeSample({ ...input, seed: 1 }),
    makeSample({ ...input, seed: 2 }),
  ])
  expect(first).toEqual(second)
  expect(first).not.toEqual(other)
})

test('every op of the sample fits the wire, and every record its schema', async () => {
  const ops = await makeSample({ ...input, seed: 1 })
  const docs = new Map<string, Record<string, unknown>>()
  ops.forEach((op, i) => {
    const text = JSON.stringify({ mid: i + 1, ...op })
    expect(text.length).toBeLessThan(opLimits.bytes)
    expect(opSchema.safeParse(JSON.parse(text)).success).toBe(true)
    for (const { k, id, set } of op.changes)
      docs.set(`${k} ${id}`, Object.assign(docs.get(`${k} ${id}`) ?? {}, ...Object.values(set)))
  })
  for (const [name, doc] of docs) {
    const kind = kindNamed(name.split(' ')[0] ?? '')
    expect(kind?.schema.safeParse(doc).success, name).toBe(true)
  }
})

test('the sample holds three councils, twelve divisions, twenty-five systems and eighteen months of outages up to now', async () => {
  const ops = await makeSample({ ...input, seed: 1 })
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
