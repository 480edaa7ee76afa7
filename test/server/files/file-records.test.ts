// Records of files: what they may say, who takes them away, and what goes with them.
import { expect, test } from 'vitest'
import { fileLimits } from '../../../src/domain/attachment.ts'
import { raise } from '../desk.ts'
import { rowOf } from '../trial.ts'
import {
  add,
  aFile,
  bytesOf,
  deskOf,
  fetched,
  fileChange,
  incidentAt,
  missing,
  partOf,
  put,
  putAll,
  remove,
  withIncident,
} from './filing.ts'

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

test('a record has at most twenty files; those that were taken away make room', async () => {
  const { desk, trial, at } = await withIncident()
  const ids: string[] = []
  for (let i = 0; i < fileLimits.perRecord; i++) ids.push(await add(trial, desk.ict, at, bytesOf(3)))
  expect(await add(trial, desk.ict, at, bytesOf(3))).toBe('too_many_files')
  await remove(desk.ict, ids[0] ?? '', deskOf(desk))
  expect(await add(trial, desk.ict, at, bytesOf(3))).toMatch(/-/)
})

test('one person adds 200 MB within a day by the server’s clock, and goes on the day after; others are free to', async () => {
  const { desk, trial, at } = await withIncident()
  const large = Buffer.alloc(fileLimits.bytes)
  const places = [at, incidentAt(desk, await raise(desk, desk.staff)), incidentAt(desk, await raise(desk, desk.staff))]
  const [first, second, third] = places as [typeof at, typeof at, typeof at]
  for (const place of [first, second])
    for (let i = 0; i < fileLimits.perRecord; i++) expect(await add(trial, desk.ict, place, large)).toMatch(/-/)
  // However long ago their device says that it was.
  const longAgo = trial.clock.now - 30 * 86_400_000
  const late = fileChange(trial, desk.ict, third, bytesOf(1), { addedAt: longAgo })
  expect((await desk.ict.push('attachment.add', [late], { at: longAgo })).code).toBe('too_much_in_a_day')
  expect(await add(trial, await trial.person('ict'), third, bytesOf(1))).toMatch(/-/)
  trial.clock.now += 86_400_000
  expect(await add(trial, desk.ict, third, bytesOf(1))).toMatch(/-/)
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
