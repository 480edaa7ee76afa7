// Parts of files: who may send and have them, what is taken and what is not, and when they go.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileLimits, partBytes } from '../../../src/domain/attachment.ts'
import { openSqlite } from '../../../src/server/database/sqlite.ts'
import { type Desk, raise, startDesk } from '../desk.ts'
import { errorCode, newOutage, rowOf } from '../trial.ts'
import { add, bytesOf, everyRole, fetched, fileChange, missing, partOf, put, putAll, remove } from './filing.ts'

const incidentAt = (desk: Desk, ofId: string) => ({ ofKind: 'incident', ofId, councilId: desk.councilId }) as const
const deskOf = (desk: Desk) => `desk:${desk.councilId}`
async function withIncident() {
  const desk = await startDesk()
  const ofId = await raise(desk, desk.staff)
  return { desk, trial: desk.trial, at: incidentAt(desk, ofId), ofId }
}
const aFile = bytesOf(2 * partBytes + 10)

test('a file comes back part by part as it was sent, and what is missing is told', async () => {
  const { desk, trial, at } = await withIncident()
  const id = await add(trial, desk.ict, at, aFile)
  expect(await missing(trial, desk.ict, [id])).toEqual({ [id]: [0, 1, 2] })
  expect(await fetched(trial, desk.ict, id, aFile)).toBe(404)
  expect((await put(trial, desk.ict, partOf(id, 1), aFile.subarray(partBytes, 2 * partBytes))).status).toBe(200)
  expect(await missing(trial, desk.ict, [id])).toEqual({ [id]: [0, 2] })
  expect(await putAll(trial, desk.ict, id, aFile)).toEqual([200, 200, 200])
  expect(await missing(trial, desk.ict, [id])).toEqual({ [id]: [] })
  expect(await fetched(trial, desk.ict, id, aFile)).toBe('whole')
})

test('what is given out is bytes and nothing else, and is kept nowhere', async () => {
  const { desk, trial, at } = await withIncident()
  const page = Buffer.from('<script>alert(1)</script>')
  const id = await add(trial, desk.ict, at, page, { name: 'page.html', type: 'text/plain' })
  await putAll(trial, desk.ict, id, page)
  const { headers } = await trial.get(partOf(id, 0), desk.ict.cookie)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('who may read the desk has its files; whoever raised it has those that they added, and nobody else', async () => {
  const { desk, trial, at, ofId } = await withIncident()
  const foreign = await add(trial, desk.ict, at, aFile)
  await putAll(trial, desk.ict, foreign, aFile)
  const own = await add(trial, desk.staff, at, aFile)
  expect(await putAll(trial, desk.staff, own, aFile)).toEqual([200, 200, 200])
  expect(await fetched(trial, desk.staff, own, aFile)).toBe('whole')
  expect(await fetched(trial, desk.staff, foreign, aFile)).toBe(404)
  expect(await missing(trial, desk.staff, [foreign, own])).toEqual({ [own]: [] })
  for (const role of everyRole) {
    const person = await trial.person(role)
    const isReader = ['ict', 'manager', 'client_officer'].includes(role)
    expect([role, await fetched(trial, person, own, aFile)]).toEqual([role, isReader ? 'whole' : 404])
    expect([role, await missing(trial, person, [own])]).toEqual([role, isReader ? { [own]: [] } : {}])
    const sent = (await put(trial, person, partOf(own, 0), aFile.subarray(0, partBytes))).status
    expect([role, sent]).toEqual([role, isReader ? 200 : 404])
    const added = await add(trial, person, at, aFile)
    expect([role, added === 'no_such_record']).toEqual([role, !isReader])
    const elsewhere = await trial.person({ role, on: trial.newId() })
    expect([role, await fetched(trial, elsewhere, own, aFile)]).toEqual([role, 404])
  }
  expect(ofId).not.toBe('')
  expect((await trial.get(partOf(own, 0))).status).toBe(401)
  expect((await put(trial, undefined, partOf(own, 0), aFile)).status).toBe(401)
})

test('files of an outage are added by ICT and had by everybody', async () => {
  const { desk, trial } = await withIncident()
  const ofId = trial.newId()
  await desk.ict.push('outage.report', [newOutage(ofId)])
  const at = { ofKind: 'outage', ofId } as const
  const id = await add(trial, desk.ict, at, aFile)
  await putAll(trial, desk.ict, id, aFile)
  for (const role of everyRole) {
    const person = await trial.person(role)
    expect([role, await fetched(trial, person, id, aFile)]).toEqual([role, 'whole'])
    if (role === 'ict') continue
    expect([role, await add(trial, person, at, aFile)]).toEqual([role, 'not_allowed'])
    expect([role, await remove(person, id, 'desk:shared')]).toEqual([role, 'not_allowed'])
    expect([role, (await put(trial, person, partOf(id, 0), aFile.subarray(0, partBytes))).status]).toEqual([role, 404])
  }
})

test('bytes that are not the part that was named are not taken, nor too many, nor for a part that there is not', async () => {
  const { desk, trial, at } = await withIncident()
  const id = await add(trial, desk.ict, at, aFile)
  const code = async (path: string, bytes: Buffer<ArrayBuffer>) => {
    const answer = await put(trial, desk.ict, path, bytes)
    return `${answer.status} ${answer.ok ? '' : await errorCode(answer)}`
  }
  const last = aFile.subarray(2 * partBytes)
  expect(await code(partOf(id, 0), last)).toBe('409 other_part')
  expect(await code(partOf(id, 2), last.subarray(1))).toBe('409 other_part')
  expect(await code(partOf(id, 2), Buffer.alloc(0))).toBe('409 other_part')
  expect(await code(partOf(id, 2), bytesOf(partBytes + 1))).toBe('413 too_large')
  for (const n of ['3', '99', '-1', '1e0', '0x1', '100', ' ', '%2e%2e', '1.0', '']) {
    const answer = await put(trial, desk.ict, partOf(id, n), last)
    expect([n, answer.status >= 400 && answer.status < 500]).toEqual([n, true])
  }
  for (const odd of [trial.newId(), 'x', '%2e%2e%2f', id.toUpperCase(), `${id}%00`, `${id}'--`])
    expect([
      odd,
      (await put(trial, desk.ict, partOf(odd, 0), last)).status,
      (await trial.get(partOf(odd, 0), desk.ict.cookie)).status,
    ]).toEqual([odd, 404, 404])
  expect(await missing(trial, desk.ict, [id])).toEqual({ [id]: [0, 1, 2] })
})

test('only the route for parts takes bytes, from our own page, and it takes nothing else', async () => {
  const { desk, trial, at } = await withIncident()
  const id = await add(trial, desk.ict, at, aFile)
  const bytes = { 'content-type': 'application/octet-stream' }
  expect((await trial.post('/sync/v1/push', '{}', desk.ict.cookie, bytes)).status).toBe(415)
  expect((await trial.post('/sync/v1/parts/missing', '{}', desk.ict.cookie, bytes)).status).toBe(415)
  expect((await put(trial, desk.ict, partOf(id, 0), aFile, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await put(trial, desk.ict, partOf(id, 0), aFile, { origin: 'https://elsewhere.test' })).status).toBe(403)
})

test('a record of a file is refused where it names another author, place, size or name than it may', async () => {
  const { desk, trial, at, ofId } = await withIncident()
  const { ict } = desk
  const other = await raise(desk, desk.staff)
  const refusals: [object, string][] = [
    [{ addedById: desk.staff.userId }, 'not_its_group'],
    [{ addedAt: trial.clock.now - 1 }, 'not_its_group'],
    [{ size: fileLimits.bytes + 1 }, 'bad_record'],
    [{ size: 0 }, 'bad_record'],
    [{ parts: ['x', 'y', 'z'] }, 'bad_record'],
    [{ name: '../../etc/passwd' }, 'bad_record'],
    [{ name: 'gpj\u202Eexe' }, 'bad_record'],
    [{ name: '' }, 'bad_record'],
    [{ type: 'text/html' }, 'bad_record'],
    [{ type: 'image/svg+xml' }, 'bad_record'],
    [{ ofId: trial.newId() }, 'no_such_record'],
    [{ ofKind: 'outage' }, 'no_such_record'],
    [{ ofKind: 'council', ofId: desk.councilId }, 'no_such_record'],
  ]
  for (const [more, code] of refusals) expect([more, await add(trial, ict, at, aFile, more)]).toEqual([more, code])
  const elsewhere = { ...at, councilId: trial.newId() }
  expect(await add(trial, ict, elsewhere, aFile)).toBe('no_such_record')
  const change = fileChange(trial, ict, at, aFile)
  expect((await ict.push('incident.comment', [change])).code).toBe('not_its_group')
  expect(
    (await ict.push('attachment.add', [change, fileChange(trial, ict, incidentAt(desk, other), aFile)])).code,
  ).toBe('not_its_group')
  const admin = await trial.person('admin', 'ict')
  expect((await admin.push('import.records', [fileChange(trial, admin, at, aFile)])).code).toBe('not_its_group')
  expect(await add(trial, ict, { ...at, ofId }, aFile)).toMatch(/-/)
})

test('a file is added once: nobody changes it, and it does not come back', async () => {
  const { desk, trial, at } = await withIncident()
  const change = fileChange(trial, desk.ict, at, aFile)
  expect((await desk.ict.push('attachment.add', [change])).o).toBe('ok')
  expect((await desk.ict.push('attachment.add', [change])).o).toBe('ok')
  const renamed = { ...change, set: { file: { ...change.set.file, name: 'other.jpg' } } }
  expect((await desk.ict.push('attachment.add', [renamed])).code).toBe('not_its_group')
  expect(await remove(desk.ict, change.id, deskOf(desk), { deleted: { deleted: false } })).toBe('not_its_group')
  expect(await remove(desk.ict, change.id, deskOf(desk))).toBe('ok')
  expect((await desk.ict.push('attachment.add', [change])).code).toBe('not_its_group')
  expect((await rowOf(trial, 'attachment', change.id))?.del).toBe(true)
})

test('whoever added a file takes it away, and ICT; its parts go for good and for everybody', async () => {
  const { desk, trial, at } = await withIncident()
  const manager = await trial.person('manager')
  const stranger = await trial.person('staff')
  const secret = Buffer.from('CANARY-bytes-of-a-photo')
  const first = await add(trial, manager, at, secret)
  await putAll(trial, manager, first, secret)
  expect(await remove(await trial.person('client_officer'), first, deskOf(desk))).toBe('not_yours')
  expect(await remove(stranger, first, deskOf(desk))).toBe('no_such_record')
  expect(await remove(manager, first, deskOf(desk))).toBe('ok')
  expect(await fetched(trial, manager, first, secret)).toBe(404)
  expect((await put(trial, manager, partOf(first, 0), secret)).status).toBe(404)
  expect(await missing(trial, manager, [first])).toEqual({})
  expect(await trial.database.read((statements) => statements.partsHere(first))).toEqual([])
  const second = await add(trial, desk.staff, at, secret)
  expect(await remove(desk.ict, second, deskOf(desk))).toBe('ok')
})

test('the same bytes are not told of or had by naming their hash in a file of one’s own', async () => {
  const { desk, trial, at } = await withIncident()
  const secret = Buffer.from('CANARY: the notice of dismissal')
  const walled = await add(trial, desk.ict, at, secret)
  await putAll(trial, desk.ict, walled, secret)
  const own = await raise(desk, await trial.person('staff'))
  const thief = await trial.person('staff')
  const theirs = await raise(desk, thief)
  const guessed = await add(trial, thief, incidentAt(desk, theirs), secret)
  expect(await missing(trial, thief, [guessed])).toEqual({ [guessed]: [0] })
  expect(await fetched(trial, thief, guessed, secret)).toBe(404)
  expect(own).not.toBe(theirs)
})

test('a record has at most twenty files; those that were taken away make room', async () => {
  const { desk, trial, at } = await withIncident()
  const ids: string[] = []
  for (let i = 0; i < fileLimits.perRecord; i++) ids.push(await add(trial, desk.ict, at, bytesOf(3)))
  expect(await add(trial, desk.ict, at, bytesOf(3))).toBe('too_many_files')
  await remove(desk.ict, ids[0] ?? '', deskOf(desk))
  expect(await add(trial, desk.ict, at, bytesOf(3))).toMatch(/-/)
})

test('an erased incident takes its files along, facts and bytes; one file can be erased alone', async () => {
  const { desk, trial, at, ofId } = await withIncident()
  const admin = await trial.person('admin')
  const secret = Buffer.from('CANARY-bytes')
  const [first, second] = [
    await add(trial, desk.ict, at, secret, { name: 'CANARY.jpg' }),
    await add(trial, desk.ict, at, secret, { name: 'CANARY.jpg' }),
  ]
  for (const id of [first, second]) await putAll(trial, desk.ict, id, secret)
  expect((await trial.post('/admin/privacy/erase', { id: first }, admin.cookie)).status).toBe(200)
  expect(await fetched(trial, desk.ict, first, secret)).toBe(404)
  expect(await fetched(trial, desk.ict, second, secret)).toBe('whole')
  expect((await trial.post('/admin/privacy/erase', { id: ofId }, admin.cookie)).status).toBe(200)
  expect(await rowOf(trial, 'attachment', second)).toMatchObject({ del: true, doc: {} })
  expect(await fetched(trial, desk.ict, second, secret)).toBe(404)
  for (const id of [first, second])
    expect(await trial.database.read((statements) => statements.partsHere(id))).toEqual([])
  expect(JSON.stringify((await desk.ict.pull()).rows)).not.toContain('CANARY')
})

test('an import that is taken back leaves an incident to which somebody has added a file', async () => {
  const { desk, trial, at, ofId } = await withIncident()
  const isWorkedOn = () => trial.database.read((statements) => statements.isWorkedOn(ofId))
  await trial.database.write(async (statements) => {
    for (const row of await statements.rowsOfKind('incident_event', '', 10))
      await statements.saveRow({ ...row, doc: '{}', del: true })
  })
  expect(await isWorkedOn()).toBe(false)
  const id = await add(trial, desk.ict, at, bytesOf(3))
  expect(await isWorkedOn()).toBe(true)
  await remove(desk.ict, id, deskOf(desk))
  expect(await isWorkedOn()).toBe(false)
})

test('a file of 5 MB and one of no bytes are files as any other, and lie in the one database file', async () => {
  const { desk, trial, at } = await withIncident()
  const largest = bytesOf(fileLimits.bytes)
  const id = await add(trial, desk.ict, at, largest)
  expect(new Set(await putAll(trial, desk.ict, id, largest))).toEqual(new Set([200]))
  expect(await fetched(trial, desk.ict, id, largest)).toBe('whole')
  const none = await add(trial, desk.ict, at, Buffer.alloc(0))
  expect(await missing(trial, desk.ict, [none])).toEqual({ [none]: [] })
  expect((await trial.get(partOf(none, 0), desk.ict.cookie)).status).toBe(404)
  await trial.database.close()
  const again = openSqlite(trial.file)
  expect(await again.read((statements) => statements.partsHere(id))).toHaveLength(20)
  await again.close()
  expect(readFileSync(trial.file).length).toBeGreaterThan(fileLimits.bytes)
})

test('asking and sending have a pace', async () => {
  const { desk, trial } = await withIncident()
  let answer = await trial.get(partOf(trial.newId(), 0), desk.ict.cookie)
  for (let i = 0; i < 1300 && answer.status === 404; i++)
    answer = await trial.get(partOf(trial.newId(), 0), desk.ict.cookie)
  expect(answer.status).toBe(429)
})
