// Parts of files: who may send and have them, and what is taken and what is not.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileLimits, partBytes } from '../../../src/domain/attachment.ts'
import { openSqlite } from '../../../src/server/database/sqlite.ts'
import { raise } from '../desk.ts'
import { errorCode, newOutage } from '../trial.ts'
import {
  add,
  aFile,
  bytesOf,
  everyRole,
  fetched,
  incidentAt,
  missing,
  partOf,
  put,
  putAll,
  remove,
  withIncident,
} from './filing.ts'

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
