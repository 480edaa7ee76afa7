import { expect, test } from 'vitest'
import { aboutOf, anotherDevice, newOutage, outageSet, rowOf, shared, startTrial } from '../trial.ts'

test('an accepted op makes one row, with the version of its scope and the marks of its author', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const id = trial.newId()
  expect(await device.push('outage.report', [newOutage(id)])).toEqual({ mid: 1, o: 'ok', vers: { [shared]: 1 } })
  const row = await rowOf(trial, 'outage', id)
  expect(row).toMatchObject({ s: shared, ver: 1, del: false, doc: { level: 'down' } })
  const mark = { v: 1, at: trial.clock.now, by: device.userId, client: device.client, mid: 1 }
  expect(row?.groups.times).toEqual(mark)
})

test('an op that is sent again after a lost answer gets the stored verdict and changes nothing', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const id = trial.newId()
  const text = device.opText('outage.report', [newOutage(id)])
  const first = await device.send([text])
  const again = await device.send([text, device.opText('outage.describe', [change(id, 'Mail', 1)])])
  expect(again).toMatchObject({ last: 2, results: [...('results' in first ? first.results : []), { mid: 2, o: 'ok' }] })
  expect((await rowOf(trial, 'outage', id))?.ver).toBe(2)
})

test('a number used for another op means a copied profile', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  await device.push('outage.report', [newOutage(trial.newId())])
  const other = device.opText('outage.report', [newOutage(trial.newId())], { mid: 1 })
  expect(await device.send([other])).toMatchObject({ forked: true })
})

test('a client id of another person means a copied profile', async () => {
  const trial = startTrial()
  const [device, other] = [await trial.person('ict'), await trial.person('ict')]
  await device.push('outage.report', [newOutage(trial.newId())])
  const next = other.opText('outage.report', [newOutage(trial.newId())], { mid: 2 })
  expect(await other.send([next], { client: device.client })).toMatchObject({ forked: true })
})

test('an op before its turn waits: the server names the one that it expects', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const first = device.opText('outage.report', [newOutage(trial.newId())])
  const second = device.opText('outage.report', [newOutage(trial.newId())])
  const third = device.opText('outage.report', [newOutage(trial.newId())])
  expect(await device.send([second])).toMatchObject({ gap: { expected: 1 } })
  expect(await device.send([first, third])).toMatchObject({ last: 1, results: [{ mid: 1, o: 'ok' }] })
  expect(await device.send([third])).toMatchObject({ gap: { expected: 2 } })
  expect(await device.send([second, third])).toMatchObject({ last: 3 })
})

test('a refused op is kept with its reason and never holds up its neighbours', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const [a, b] = [trial.newId(), trial.newId()]
  const answer = await device.send([
    device.opText('outage.report', [newOutage(a)]),
    device.opText('outage.report', [newOutage(trial.newId(), { level: 'melted' })]),
    device.opText('outage.report', [newOutage(b)]),
  ])
  expect(answer).toMatchObject({ last: 3, results: [{ o: 'ok' }, { o: 'rejected', code: 'bad_record' }, { o: 'ok' }] })
  expect(await rowOf(trial, 'outage', b)).toBeDefined()
  const stored = await trial.database.read((statements) => statements.op(device.client, 2))
  expect(stored?.outcome).toMatchObject({ o: 'rejected', code: 'bad_record' })
  expect(stored?.body).toContain('melted')
})

test('a text that is no op takes its place in the order and can be sent again', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const good = device.opText('outage.report', [newOutage(trial.newId())], { mid: 2 })
  const expected = {
    last: 2,
    results: [
      { mid: 1, o: 'rejected', code: 'bad_op' },
      { mid: 2, o: 'ok' },
    ],
  }
  expect(await device.send(['{"mid":', good])).toMatchObject(expected)
  expect(await device.send(['{"mid":', good])).toMatchObject(expected)
})

test('nothing of an op is written when a part of it is refused', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const id = trial.newId()
  const verdict = await device.push('outage.report', [newOutage(id), newOutage(trial.newId(), { loss: 7 })])
  expect(verdict).toMatchObject({ o: 'rejected' })
  expect(await rowOf(trial, 'outage', id)).toBeUndefined()
  expect((await device.pull()).head.granted).toEqual([])
})

test('all rows of one op share one version', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  await device.push('outage.report', [newOutage(trial.newId()), newOutage(trial.newId())])
  expect((await device.pull()).rows.map((row) => row.ver)).toEqual([1, 1])
})

test('each op takes the next version of its scope, whoever sends it: none is given twice, and none left out', async () => {
  const trial = startTrial()
  const devices = [await trial.person('ict'), await trial.person('ict')]
  const given: (number | undefined)[] = []
  for (let i = 0; i < 12; i++) {
    const verdict = await devices[i % 2]?.push('outage.report', [newOutage(trial.newId())])
    given.push(verdict?.vers?.[shared])
  }
  expect(given).toEqual(given.map((_, i) => i + 1))
})

test('a device whose clock is ten years off writes like any other, at the time of the server', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const tenYears = 10 * 365 * 86_400_000
  const id = trial.newId()
  const at = trial.clock.now + tenYears
  await device.send([device.opText('outage.report', [newOutage(id)], { at: at - 60_000 })], { now: at })
  expect((await rowOf(trial, 'outage', id))?.groups.level?.at).toBe(trial.clock.now - 60_000)
  const wild = device.opText('outage.describe', [change(id, 'Mail', 1)], { at })
  expect(await device.send([wild])).toMatchObject({ results: [{ o: 'ok' }] })
  expect((await rowOf(trial, 'outage', id))?.groups.about?.at).toBe(trial.clock.now)
})

test('what one device deleted stays deleted, and the other that edits it, not knowing, is told', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const other = anotherDevice(trial, device)
  const id = trial.newId()
  await device.push('outage.report', [newOutage(id)])
  await device.push('outage.withdraw', [{ k: 'outage', id, s: shared, set: { deleted: { deleted: true } } }])
  const before = await rowOf(trial, 'outage', id)
  expect(await other.push('outage.describe', [change(id, 'Mail', 1)])).toMatchObject({
    o: 'rejected',
    code: 'withdrawn',
  })
  expect(before?.del).toBe(true)
  expect(await rowOf(trial, 'outage', id)).toEqual(before)
})

test('the same file imported on two devices makes each record once', async () => {
  const trial = startTrial()
  const [device, other] = [await trial.person('ict'), await trial.person('ict')]
  const [outageId, lineId] = [trial.newId(), trial.newId()]
  const records = (byId: string, at: number) => [
    newOutage(outageId, { source: 'status page', sourceKey: '7', reportedAt: at }),
    {
      k: 'event',
      id: lineId,
      s: shared,
      set: { line: { outageId, type: 'imported', at, byId, text: '', before: {}, after: {} } },
    },
  ]
  expect(await device.push('import.outages', records(device.userId, 5))).toMatchObject({ o: 'ok' })
  expect(await other.push('import.outages', records(other.userId, 9))).toEqual({
    mid: 1,
    o: 'ok',
    vers: { [shared]: 1 },
  })
  const { rows } = await other.pull()
  expect(rows.map((row) => row.k).sort()).toEqual(['event', 'outage'])
  expect(rows.find((row) => row.k === 'event')?.doc.byId).toBe(device.userId)
})

test('an op that was accepted is still known after a restart, and so is the session', async () => {
  const { openSqlite } = await import('../../../src/server/database/sqlite.ts')
  const trial = startTrial()
  const device = await trial.person('ict')
  const text = device.opText('outage.report', [newOutage(trial.newId())])
  const before = await device.send([text])
  await trial.database.close()
  const again = startTrial({ database: openSqlite(trial.file), now: () => trial.clock.now })
  const body = { x: 'sync1', db: trial.database.id, client: device.client, build: 1, now: trial.clock.now, ops: [text] }
  const answer = await again.post('/sync/v1/push', body, device.cookie)
  expect(await answer.json()).toEqual(before)
})

const change = (id: string, title: string, base: number) => ({
  k: 'outage',
  id,
  s: shared,
  base: { about: base },
  set: aboutOf(title),
})

test('a group is taken whole: an op that leaves a field of it out is refused', async () => {
  const trial = startTrial()
  const device = await trial.person('ict')
  const id = trial.newId()
  await device.push('outage.report', [newOutage(id)])
  const { about } = outageSet()
  const set = { about: { title: about?.title } }
  expect(await device.push('outage.describe', [{ k: 'outage', id, s: shared, base: { about: 1 }, set }])).toMatchObject(
    {
      code: 'bad_record',
    },
  )
})

test('what is of a scope that its author may no longer read is set aside; older pages are told that it was refused', async () => {
  const trial = startTrial()
  const staff = await trial.person('staff')
  const note = { k: 'event', id: trial.newId(), s: 'notes:shared', set: { what: { text: 'x' } } }
  const texts = [staff.opText('outage.note', [note])]
  const told = { results: [{ mid: 1, o: 'rejected', code: 'not_allowed' }] }
  expect(await staff.send(texts)).toMatchObject(told)
  const set = { results: [{ mid: 1, o: 'quarantined', code: 'not_allowed' }] }
  expect(await staff.send(texts, { knows: 'quarantined' })).toMatchObject(set)
  expect(await staff.push('outage.report', [newOutage(trial.newId())])).toMatchObject({ o: 'rejected' })
})
