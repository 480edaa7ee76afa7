import { expect, test } from 'vitest'
import { speakerOf } from '../../src/domain/protocol.ts'
import { schemaNumber } from '../../src/domain/schema-number.ts'
import { isOfLaterSchema, ourVersions, upcast } from '../../src/domain/upcast.ts'
import type { Op } from '../../src/domain/wire.ts'
import { earlierOp, versionsOf } from './made-versions.ts'

const op = (schema: number): Op => ({
  ...{ mid: 7, name: 'outage.report', by: 'p', at: 0, schema },
  changes: [
    { k: 'outage', id: 'o', s: 'desk:shared', base: {}, set: { about: { title: 'No mail' }, level: { loss: 0.5 } } },
  ],
})
const asWritten = (schema: number, steps: number): Op => JSON.parse(earlierOp(JSON.stringify(op(schema)), steps))

test('every schema that there ever was can be read, one step for each', () => {
  expect(ourVersions.lifts).toHaveLength(schemaNumber - 1)
  expect(upcast(op(schemaNumber))).toEqual(op(schemaNumber))
})

test('an op of any earlier schema says the same in today’s words', () => {
  const versions = versionsOf(5)
  expect(asWritten(3, 2).changes[0]?.set).toEqual({ about: { name: 'No mail' }, level: { percent: 50 } })
  for (const [schema, steps] of [[5, 0] as const, [4, 1] as const, [3, 2] as const, [1, 2] as const])
    expect(upcast(asWritten(schema, steps), versions)).toEqual(op(5))
})

test('an op of a later schema is left as it is, and told apart', () => {
  expect(upcast(op(6), versionsOf(5))).toEqual(op(6))
  expect([5, 6].map((schema) => isOfLaterSchema(op(schema), versionsOf(5)))).toEqual([false, true])
})

test('what cannot be read in its schema, and a schema that there never was, give nothing', () => {
  expect(upcast(op(1), versionsOf(3))).toBeUndefined()
  expect(upcast(op(0), versionsOf(3))).toBeUndefined()
  expect(upcast(op(-1))).toBeUndefined()
})

test('who speaks another version of the wire is told from who speaks something else', () => {
  const said = ['sync1', 'sync0', 'sync2', 'sync10', 'sync', 'sync1.5', 'SYNC1', '', undefined, 1, {}]
  const nobody = Array.from({ length: 7 }, () => undefined)
  expect(said.map(speakerOf)).toEqual(['same', 'earlier', 'later', 'later', ...nobody])
})
