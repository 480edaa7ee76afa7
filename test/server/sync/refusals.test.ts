import { expect, test } from 'vitest'
import type { Doc } from '../../../src/domain/record.ts'
import type { WireChange } from '../../../src/domain/wire.ts'
import { aboutOf, newOutage, outageSet, rowOf, shared, startTrial } from '../trial.ts'

type Given = Partial<WireChange>

async function verdictOn(name: string, make: (outageId: string, id: string) => Given[], more = {}) {
  const trial = startTrial()
  const device = await trial.person('ict')
  const [outageId, id] = [trial.newId(), trial.newId()]
  await device.push('outage.report', [newOutage(outageId)])
  const before = await rowOf(trial, 'outage', outageId)
  const verdict = await device.push(name, make(outageId, id), more)
  expect(await rowOf(trial, 'outage', outageId)).toEqual(before)
  expect(trial.log).toEqual([])
  return verdict.code ?? verdict.o
}

const outage = (id: string, set: Record<string, Doc>, base = 1): Given => ({
  k: 'outage',
  id,
  s: shared,
  base: Object.fromEntries(Object.keys(set).map((group) => [group, base])),
  set,
})
const line = (id: string, outageId: string, byId: string): Given => ({
  k: 'event',
  id,
  s: shared,
  set: { line: { outageId, type: 'update', at: 1, byId, text: 'x', before: {}, after: {} } },
})

test('a mutation that nobody knows is refused', async () => {
  expect(await verdictOn('outage.explode', (id) => [outage(id, aboutOf('x'))])).toBe('unknown_mutation')
})

test("the server's own mutations cannot be sent by a device", async () => {
  for (const name of ['sample.remove', 'account.name'])
    expect(await verdictOn(name, (id) => [outage(id, { deleted: { deleted: true } })])).toBe('unknown_mutation')
})

test('an op in the name of somebody else is refused', async () => {
  const by = '00000000-0000-7000-8000-000000000000'
  expect(await verdictOn('outage.describe', (id) => [outage(id, aboutOf('x'))], { by })).toBe('wrong_author')
})

test("a line of a story in somebody else's name is refused", async () => {
  expect(await verdictOn('outage.note', (outageId, id) => [line(id, outageId, 'somebody else')])).toBe('wrong_author')
})

test('a mutation may touch only its own groups', async () => {
  expect(await verdictOn('outage.describe', (id) => [outage(id, { times: outageSet().times ?? {} })])).toBe(
    'not_its_group',
  )
  expect(await verdictOn('outage.describe', (id) => [outage(id, { deleted: { deleted: true } })])).toBe('not_its_group')
})

test('a mutation may touch only its own kinds', async () => {
  const council = { k: 'council', s: 'catalogue', set: { about: { name: 'A', shortName: 'A' } } }
  expect(await verdictOn('outage.describe', (_, id) => [{ ...council, id }])).toBe('not_allowed')
  const system = { k: 'system', s: 'catalogue', set: { about: { name: 'A', about: '', owner: '' } } }
  expect(await verdictOn('outage.describe', (_, id) => [{ ...system, id }])).toBe('not_its_group')
})

test('a field that is not of the group is refused', async () => {
  const set = { about: { ...aboutOf('x').about, level: 'down' } }
  expect(await verdictOn('outage.describe', (id) => [outage(id, set)])).toBe('bad_record')
})

test('a group or a kind that does not exist is refused', async () => {
  expect(await verdictOn('import.records', (id) => [outage(id, { mood: { title: 'x' } })])).toBe('not_allowed')
  expect(await verdictOn('outage.describe', (_, id) => [{ k: 'mood', id, s: shared, set: { a: { b: 1 } } }])).toBe(
    'unknown_kind',
  )
  for (const k of ['__proto__', 'constructor', 'toString'])
    expect(await verdictOn('outage.describe', (_, id) => [{ k, id, s: shared, set: { a: { b: 1 } } }])).toBe(
      'unknown_kind',
    )
  for (const group of ['constructor', 'toString', 'valueOf'])
    expect(await verdictOn('outage.describe', (id) => [outage(id, { [group]: { title: 'x' } })])).toBe('not_its_group')
})

test('a record that is elsewhere is refused', async () => {
  const elsewhere = (s: string) => verdictOn('outage.describe', (id) => [{ ...outage(id, aboutOf('x')), s, base: {} }])
  expect(await elsewhere('catalogue')).toBe('not_allowed')
  expect(await elsewhere('desk:00000000-0000-7000-8000-000000000000')).toBe('wrong_scope')
  for (const s of ['', 'desk:', ':', 'nowhere', 'matter:1', '__proto__', 'constructor'])
    expect(await elsewhere(s)).toBe('not_allowed')
})

test('a new record must lie where its kind says', async () => {
  const place = 'desk:00000000-0000-7000-8000-000000000000'
  expect(await verdictOn('outage.report', (_, id) => [{ ...newOutage(id), s: place }])).toBe('wrong_scope')
})

test('a record cannot be carried off to another council', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const [id, outageId, from, to] = [trial.newId(), trial.newId(), trial.newId(), trial.newId()]
  const reach = (councilId: string) => ({
    k: 'reach',
    id,
    s: `desk:${councilId}`,
    set: { edge: { outageId, councilId }, people: { divisions: [] }, workaround: { workaround: '' } },
  })
  expect((await device.push('outage.people', [reach(from)])).o).toBe('ok')
  expect((await device.push('outage.people', [reach(to)])).code).toBe('wrong_scope')
  expect((await rowOf(trial, 'reach', id))?.s).toBe(`desk:${from}`)
})

test('a line of a story is never changed', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const [outageId, id] = [trial.newId(), trial.newId()]
  await device.push('outage.note', [line(id, outageId, device.userId)])
  const again = await device.push('outage.note', [{ ...line(id, outageId, device.userId), base: { line: 1 } }])
  expect(again.code).toBe('append_only')
  const [admin] = [await trial.person('admin', 'ict')]
  const gone = { k: 'event', id, s: shared, base: {}, set: { deleted: { deleted: true } } }
  expect((await admin.push('import.records', [gone])).code).toBe('append_only')
})

test('a record that is not complete, or that its schema refuses, is refused', async () => {
  expect(await verdictOn('outage.report', (_, id) => [{ ...newOutage(id), set: aboutOf('x') }])).toBe('bad_record')
  expect(await verdictOn('outage.describe', (_, id) => [outage(id, aboutOf('x'), 0)])).toBe('bad_record')
  expect(await verdictOn('outage.describe', (id) => [outage(id, aboutOf('x'.repeat(201)))])).toBe('bad_record')
  expect(await verdictOn('outage.withdraw', (_, id) => [outage(id, { deleted: { deleted: true } }, 0)])).toBe(
    'no_such_record',
  )
  const set = { ...outageSet(), deleted: { deleted: 'yes' } }
  expect(await verdictOn('import.outages', (_, id) => [{ ...newOutage(id), set }])).toBe('not_its_group')
})

test('nothing unknown is carried along inside a field', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const agreement = { from: '2026-01-01', calendarId: trial.newId(), targetPercent: 99, noticeMinutes: null }
  const system = (agreements: Doc[]) => ({
    k: 'system',
    id: trial.newId(),
    s: 'catalogue',
    set: { about: { name: 'Mail', about: '', owner: '' }, service: { agreements }, retired: { retiredOn: null } },
  })
  expect(await device.push('system.save', [system([agreement])])).toMatchObject({ o: 'ok' })
  expect(await device.push('system.save', [system([{ ...agreement, hidden: 1 }])])).toMatchObject({
    code: 'bad_record',
  })
})

test('a base that the server never gave is refused', async () => {
  expect(await verdictOn('outage.describe', (id) => [outage(id, aboutOf('x'), 99)])).toBe('bad_base')
})

test('a time that cannot be is refused', async () => {
  expect(await verdictOn('outage.describe', (id) => [outage(id, aboutOf('x'))], { at: -1 })).toBe('bad_time')
  expect(await verdictOn('outage.describe', (id) => [outage(id, aboutOf('x'))], { at: 9e15 })).toBe('bad_time')
})

test('an op of a schema that there never was is refused', async () => {
  expect(await verdictOn('outage.describe', (id) => [outage(id, aboutOf('x'))], { schema: 0 })).toBe('other_schema')
})

test('an op that changes nothing is refused', async () => {
  expect(await verdictOn('outage.describe', (id) => [outage(id, {})])).toBe('bad_op')
  expect(await verdictOn('outage.describe', () => [])).toBe('bad_op')
})

test('prototype keys, endless nesting and numbers past all bounds are refused without a fault', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const id = trial.newId()
  const text = device.opText('outage.report', [newOutage(id)])
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  const hostile = [
    text.replace('"title":""', '"__proto__":{"isAdmin":true},"title":""'),
    text.replace('"set":{', '"set":{"__proto__":{"title":"x"},'),
    text.replace('"title":""', `"title":${deep}`),
    text.replace('"loss":1', '"loss":1e999'),
    text.replace('"changes":', '"changes":7,"rest":'),
    'null',
    '[]',
    '"op"',
    '7',
    '',
  ].map((op, i) => op.replace('"mid":1', `"mid":${i + 1}`))
  const answer = await device.send(hostile)
  expect('results' in answer && answer.results.map(({ code }) => code)).toEqual(hostile.map(() => 'bad_op'))
  expect(trial.log).toEqual([])
  expect((await device.push('outage.report', [newOutage(id)], { mid: hostile.length + 1 })).o).toBe('ok')
})

test('an op that is too large is refused, and its neighbours are not', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const big = device.opText('outage.report', [newOutage(trial.newId(), { cause: 'x'.repeat(70_000) })])
  const small = device.opText('outage.report', [newOutage(trial.newId())])
  expect(await device.send([big, small])).toMatchObject({ results: [{ code: 'too_large' }, { o: 'ok' }] })
})

test('a push for other data is refused, so that two installations never mix', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  await expect(device.send([device.opText('outage.report', [])], { db: 'another' })).rejects.toThrow('409')
})

test('an import cannot make up a question that nobody was asked', async () => {
  const trial = startTrial()
  const device = await trial.person('admin', 'ict')
  const [id, recordId] = [trial.newId(), trial.newId()]
  const side = { value: { title: 'x' }, by: device.userId, at: 1 }
  const what = { kind: 'outage', recordId, group: 'about', scope: shared, shown: side, other: side }
  const solved = { solvedAt: null, solvedById: null, outcome: null }
  const made = await device.push('import.records', [{ k: 'conflict', id, s: shared, base: {}, set: { what, solved } }])
  expect(made.code).toBe('not_its_group')
})
