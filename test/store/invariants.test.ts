// Invariants of the architecture that live on the device, by their names.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { KindName } from '../../src/domain/kind-names.ts'
import { kinds } from '../../src/domain/kinds.ts'
import type { Mutation, Outcome, Reads } from '../../src/domain/mutation.ts'
import { correctOutage } from '../../src/domain/mutations/correct-outage.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { reportAgain, reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { changeLevel, changeReach, endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage, markSystem, saveReach } from '../../src/domain/mutations/tell-outage.ts'
import type { Row } from '../../src/domain/record.ts'
import { applyStep, openScopes } from '../../src/store/apply.ts'
import { forgetSession, rememberedSession } from '../../src/sync/remembered.ts'
import { clock, newId, openTrialStore, outageRow, personId, shared } from './trial-store.ts'

const sources = readdirSync('src', { recursive: true })
  .map((name) => `src/${name}`)
  .filter((path) => /\.tsx?$/.test(path))
const textOf = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

test('Only store/mutate and store/apply write records', () => {
  const outside = sources.filter((path) => !/^src\/(store|server)\//.test(path))
  expect(outside.filter((path) => /\bstore\.database\b|from 'dexie'/.test(textOf(path)))).toEqual([])
  // What mutate and apply have changed is put in sight by outbox.ts; nothing else puts a record anywhere.
  const puts = /\b(table|rows|kindTable\([^)]*\))\s*\.(put|add|bulkPut|bulkAdd|update|modify|upsert)\(/
  const writers = sources.filter((path) => path.startsWith('src/store/') && puts.test(textOf(path)))
  // A lease that comes later than records writes them once more as they were read, to seal them.
  expect(writers).toEqual(['src/store/apply.ts', 'src/store/lease-change.ts', 'src/store/outbox.ts'])
  // Beside them: what shows changes over records anew, and what takes records away.
  const opens = /\b(showAgain|putRows)\(|\b(kindTable\([^)]*\)|rows|table)\s*\.delete/
  const doors = sources.filter((path) => opens.test(textOf(path)))
  expect(doors.map((path) => path.replace('src/store/', '')).sort()).toEqual([
    'answers.ts',
    'apply-hot.ts',
    'apply.ts',
    'lease-change.ts',
    'mutate.ts',
    'outbox.ts',
    'parked.ts',
    'repair.ts',
    'returned.ts',
    'unsent-file.ts',
    'wipe.ts',
  ])
})

/** Everything in it can be looked at and nothing changed. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

const outageId = newId()
const councilId = newId()
const records: Readonly<Partial<Record<KindName, readonly object[]>>> = frozen({
  outage: [{ ...outageRow(outageId, 1).doc, id: outageId }],
  affected: [{ outageId, systemId: newId(), mark: 'affected', id: newId() }],
  segment: [{ outageId, fromAt: 1, level: 'down', loss: 1, councilIds: [], id: newId() }],
  council: [{ name: 'Ashford', shortName: 'A', id: councilId }],
})
const reads = {
  get: async (kind: KindName, id: string) => records[kind]?.find((record) => (record as { id: string }).id === id),
  where: async (kind: KindName, field: string, value: string) =>
    (records[kind] ?? []).filter((record) => (record as Record<string, unknown>)[field] === value),
} as Reads

const deed = <Args>(mutation: Mutation<Args>, args: Args): readonly [string, () => Promise<Outcome>] => [
  mutation.name,
  async () => {
    let count = 0
    const context = { now: clock.now, personId, newId: () => `id ${count++}` }
    return mutation.run(frozen(args), reads, context)
  },
]

test.each([
  deed(reportOutage, { systemIds: [newId()], level: 'down' }),
  deed(reportAgain, { outageId, text: 'again' }),
  deed(withdrawOutage, { outageId }),
  deed(endOutage, { outageId }),
  deed(changeLevel, { outageId, level: 'partial' }),
  deed(changeReach, { outageId, councilIds: [councilId] }),
  deed(describeOutage, { outageId, title: 'Mail', cause: '', workaround: '' }),
  deed(addNote, { outageId, text: 'a note', isForReaders: true }),
  deed(saveReach, { outageId, councilId, divisions: [], workaround: '' }),
  deed(markSystem, { outageId, systemId: newId(), mark: 'affected' }),
  deed(saves.council, { id: councilId, doc: { name: 'Barton', shortName: 'B' } }),
  deed(correctOutage, {
    outageId,
    startAt: 1,
    endAt: 2,
    level: 'down',
    loss: 1,
    isOneLevel: true,
    reason: 'the log',
  }),
])('A mutation is a pure function: %s makes the same of the same and changes nothing itself', async (_, run) => {
  const first = await run()
  expect(first).not.toHaveLength(0)
  expect(await run()).toEqual(first)
})

test('Whatever crosses a border is parsed by a schema', async () => {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  const good = newId()
  const bad: Row[] = [
    outageRow(newId(), 1, { startAt: 'yesterday' }),
    outageRow(newId(), 1, { level: 'sideways' }),
    outageRow(newId(), 1, { loss: Number.NaN }),
    { ...outageRow(newId(), 1), doc: {} },
  ]
  await applyStep(store, { scope: shared, rows: [outageRow(good, 1), ...bad], from: 0, to: 1, isAnew: false })
  expect((await store.reads.all('outage')).map(({ id }) => id)).toEqual([good])
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
  for (const text of ['', '{', 'null', '[]', '{"userId":1}', '{"db":"x","userId":"y","grants":"all"}']) {
    kept.set('uptally-session', text)
    expect(rememberedSession(storage)).toBeUndefined()
  }
  forgetSession(storage)
  expect(kept.size).toBe(0)
})

test('Fields that must agree are one group and merge together', () => {
  for (const kind of Object.values(kinds)) {
    const fields = Object.keys((kind.schema as unknown as { shape: object }).shape)
    expect(Object.values(kind.groups).flat().sort(), `${kind.name}: every field in exactly one group`).toEqual(
      fields.sort(),
    )
  }
  const together: readonly (readonly [{ readonly groups: object }, readonly string[]])[] = [
    [kinds.outage, ['startAt', 'endAt']],
    [kinds.outage, ['level', 'loss']],
    [kinds.affected, ['outageId', 'systemId']],
    [kinds.segment, ['fromAt', 'level', 'loss', 'councilIds']],
    [kinds.maintenance, ['startAt', 'endAt']],
    [kinds.conflict, ['solvedAt', 'solvedById', 'outcome']],
  ]
  for (const [{ groups }, fields] of together)
    expect(
      Object.values(groups).filter((group: string[]) => fields.every((field) => group.includes(field))),
    ).toHaveLength(1)
})
