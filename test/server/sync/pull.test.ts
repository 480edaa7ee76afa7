import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Row } from '../../../src/domain/record.ts'
import { deskScope } from '../../../src/domain/scope.ts'
import type { Device, Trial } from '../trial.ts'
import { newOutage, shared, startTrial } from '../trial.ts'

async function filled(count: number) {
  const trial = startTrial()
  const ict = await trial.person('ict')
  for (let i = 0; i < count; i++) await ict.push('outage.report', [newOutage(trial.newId(), { title: `Outage ${i}` })])
  return { trial, ict }
}

const reachOf = (trial: Trial, councilId: string) => ({
  k: 'reach',
  id: trial.newId(),
  s: deskScope(councilId),
  set: { edge: { outageId: trial.newId(), councilId }, people: { divisions: [] }, workaround: { workaround: '' } },
})

async function pullAll(device: Device, limit: number, cursors: Record<string, number> = {}) {
  const rows: Row[] = []
  for (let round = 1; ; round++) {
    const pulled = await device.pull(cursors, limit)
    rows.push(...pulled.rows)
    cursors = pulled.end.cursors
    if (!pulled.end.more) return { rows, cursors, rounds: round }
  }
}

test('a first pull brings every row that the person may read, and says how many will come', async () => {
  const { ict } = await filled(7)
  const { head, rows, end } = await ict.pull()
  expect(head).toMatchObject({ waiting: 7, granted: [shared], revoked: [], grants: [{ role: 'ict', on: null }] })
  expect(rows.map((row) => row.doc.title)).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `Outage ${i}`))
  expect(end).toMatchObject({ end: true, cursors: { [shared]: 7 }, more: false })
})

test('what was taken away is told as such, to those who have it and to those who come later', async () => {
  const { trial, ict } = await filled(1)
  const { rows, end } = await ict.pull()
  const id = rows[0]?.id ?? ''
  await ict.push('outage.withdraw', [{ k: 'outage', id, s: shared, set: { deleted: { deleted: true } } }])
  const later = await trial.person('ict')
  for (const pulled of [await ict.pull(end.cursors), await later.pull()])
    expect(pulled.rows).toMatchObject([{ id, ver: 2, del: true }])
})

test('a pull in small pieces brings the same rows as one that is not cut', async () => {
  const { trial, ict } = await filled(12)
  await ict.push('outage.people', [reachOf(trial, trial.newId())])
  const whole = await pullAll(ict, 10_000)
  const pieces = await pullAll(ict, 5)
  expect(pieces.rounds).toBeGreaterThan(2)
  expect(pieces.rows).toEqual(whole.rows)
  expect(pieces.cursors).toEqual(whole.cursors)
})

test('a pull brings no more rows than it was asked for', async () => {
  const { ict } = await filled(5)
  const { rows, end } = await ict.pull({}, 3)
  expect(rows).toHaveLength(3)
  expect(end).toMatchObject({ cursors: { [shared]: 3 }, more: true })
})

test('what one op wrote is never cut in two', async () => {
  const { trial, ict } = await filled(1)
  await ict.push('outage.report', [newOutage(trial.newId()), newOutage(trial.newId()), newOutage(trial.newId())])
  const { rows, end } = await ict.pull({}, 2)
  expect(rows.map((row) => row.ver)).toEqual([1, 2, 2, 2])
  expect(end.cursors).toEqual({ [shared]: 2 })
})

test('a pull from a cursor brings only what is newer', async () => {
  const { trial, ict } = await filled(3)
  const { end } = await ict.pull()
  await ict.push('outage.report', [newOutage(trial.newId(), { title: 'New' })])
  const next = await ict.pull(end.cursors)
  expect(next.head.waiting).toBe(1)
  expect(next.rows.map((row) => row.doc.title)).toEqual(['New'])
  expect((await ict.pull(next.end.cursors)).rows).toEqual([])
})

test('a cursor that is ahead of the data, as after a restored backup, is sent everything again', async () => {
  const { ict } = await filled(3)
  const { rows, end } = await ict.pull({ [shared]: 90 })
  expect(rows).toHaveLength(3)
  expect(end.cursors).toEqual({ [shared]: 3 })
})

test('what the first screen needs comes first', async () => {
  const trial = startTrial()
  const device = await trial.person('ict', 'admin')
  await device.push('outage.people', [reachOf(trial, trial.newId())])
  await device.push('outage.report', [newOutage(trial.newId())])
  await device.push('council.save', [
    { k: 'council', id: trial.newId(), s: 'catalogue', set: { about: { name: 'A', shortName: 'A' } } },
  ])
  expect((await device.pull()).rows.map((row) => row.k)).toEqual(['council', 'outage', 'reach'])
})

test('a scope that was taken away is named as revoked, and nothing of it comes', async () => {
  const trial = startTrial()
  const [one, two] = [trial.newId(), trial.newId()]
  const ict = await trial.person('ict')
  await ict.push('outage.people', [reachOf(trial, one)])
  await ict.push('outage.people', [reachOf(trial, two)])
  const officer = await trial.person({ role: 'client_officer', on: one })
  const { head, rows, end } = await officer.pull({ [deskScope(one)]: 0, [deskScope(two)]: 0, 'notes:x': 3 })
  expect(head.granted).toEqual([deskScope(one)])
  expect(head.revoked.sort()).toEqual([deskScope(two), 'notes:x'].sort())
  expect(rows.map((row) => row.s)).toEqual([deskScope(one)])
  expect(Object.keys(end.cursors)).toEqual([deskScope(one)])
})

test('somebody without a grant is given nothing at all', async () => {
  const { trial } = await filled(2)
  const nobody = await trial.person()
  expect(await nobody.pull()).toMatchObject({ head: { granted: [], waiting: 0 }, rows: [], end: { more: false } })
})

test('the answer is packed when the device can unpack it', async () => {
  const { trial, ict } = await filled(2)
  const body = { x: 'sync1', db: trial.database.id, client: ict.client, build: 1, schema: 1, cursors: {}, limit: 100 }
  const answer = await trial.post('/sync/v1/pull', body, ict.cookie, { 'accept-encoding': 'gzip, br' })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const lines = gunzipSync(Buffer.from(await answer.arrayBuffer()))
    .toString()
    .trim()
    .split('\n')
  expect(lines).toHaveLength(4)
})

test('more rows than one page come in one answer', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  for (let i = 0; i < 13; i++) {
    const changes = Array.from({ length: 100 }, () => newOutage(trial.newId()))
    await ict.push('outage.report', changes)
  }
  const { rows, end } = await ict.pull()
  expect(new Set(rows.map((row) => row.id)).size).toBe(1300)
  expect(end).toMatchObject({ cursors: { [shared]: 13 }, more: false })
})

test('a device that asks for versions is sent no whole marks, which are most of the bytes; one that does not gets them', async () => {
  const { trial, ict } = await filled(1)
  const ask = { x: 'sync1', db: trial.database.id, client: ict.client, build: 1, schema: 1, cursors: {}, limit: 100 }
  const rowIn = async (more: object) => {
    const text = await (await trial.post('/sync/v1/pull', { ...ask, ...more }, ict.cookie)).text()
    return JSON.parse(text.split('\n')[1] ?? '') as { groups: Record<string, unknown>; doc: unknown }
  }
  const [whole, short] = [await rowIn({}), await rowIn({ marks: 'versions' })]
  expect(whole.groups.times).toMatchObject({ v: 1, by: ict.userId })
  expect(short).toEqual({ ...whole, groups: Object.fromEntries(Object.keys(whole.groups).map((group) => [group, 1])) })
})
