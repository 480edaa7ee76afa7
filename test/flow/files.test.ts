// Files between two devices and the real server: added without a network, cut off at every part, resumed, seen, taken away.
import { expect, test } from 'vitest'
import { removeAttachment } from '../../src/domain/mutations/attach.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { fileBytes, filesWaiting } from '../../src/store/files.ts'
import { answerLost, type Fault, portalPage, requestLost } from './device.ts'
import { report, startDevices } from './devices.ts'
import { addTo, bytesOf, fileOn, looked, outageOf, same, threeParts } from './filing.ts'

/** Counts the parts that reach the server. */
const counting = (sent: string[]): Fault => {
  const fault: Fault = async (request, send) => {
    const [, n] = /parts\/[^/]+\/(\d+)$/.exec(new URL(request.url).pathname) ?? []
    if (n !== undefined && request.method === 'POST') sent.push(n)
    return send()
  }
  return fault
}

test('a file that was added without a network is seen on the other device once it was sent', async () => {
  const { trial, devices } = await startDevices(2)
  const [mine, theirs] = devices
  mine.isOnline = false
  const file = await addTo(mine, await outageOf(mine))
  await mine.syncNow()
  expect(mine.sync.status()).toMatchObject({ filesWaiting: 1, state: 'waiting', lastError: 'offline' })
  expect(same(await looked(mine, trial, file), threeParts)).toBe(true)
  mine.isOnline = true
  await mine.syncNow()
  expect(mine.sync.status()).toMatchObject({ filesWaiting: 0, waitingCount: 0, state: 'up_to_date' })
  await theirs.syncNow()
  const seen = await fileOn(theirs)
  expect(seen).toMatchObject({ name: 'rack.jpg', size: threeParts.length })
  expect(seen && (await fileBytes(theirs.store, seen))).toBe('not_here')
  expect(seen && same(await looked(theirs, trial, seen), threeParts)).toBe(true)
  theirs.isOnline = false
  expect(seen && same(await looked(theirs, trial, seen), threeParts)).toBe(true)
})

test('a file that is not at the server yet is said to be so, and one that cannot be asked for too', async () => {
  const { trial, devices } = await startDevices(2)
  const [mine, theirs] = devices
  const file = await addTo(mine, await outageOf(mine))
  // The op, the pull, what is missing; and there it breaks off.
  const pass: Fault = (_request, send) => send()
  mine.faults.push(pass, pass, pass, requestLost)
  await mine.syncNow()
  await theirs.syncNow()
  const seen = await fileOn(theirs)
  expect(seen?.id).toBe(file.id)
  expect(seen && (await looked(theirs, trial, seen))).toBe('not_here')
  theirs.isOnline = false
  expect(seen && (await looked(theirs, trial, seen))).toBe('offline')
})

test('a server of before files takes everything else, and the rounds go well', async () => {
  const { devices } = await startDevices(1)
  const [mine] = devices
  await addTo(mine, await outageOf(mine))
  const pass: Fault = (_request, send) => send()
  const unheardOf: Fault = async () =>
    Response.json({ x: 'sync1', error: { code: 'not_found', message: 'There is nothing here.' } }, { status: 404 })
  mine.faults.push(pass, pass, unheardOf)
  await mine.syncNow()
  expect(mine.faults).toEqual([])
  expect(mine.sync.status().lastError).toBeUndefined()
  expect(mine.sync.status()).toMatchObject({ waitingCount: 0, filesWaiting: 1 })
  await mine.syncNow()
  expect(mine.sync.status()).toMatchObject({ state: 'up_to_date', filesWaiting: 0 })
})

test.each([
  ['the request was lost', requestLost],
  ['the answer was lost', answerLost],
  ['a portal answered', portalPage],
])('cut off at every part because %s, it goes on where it was, and sends no part that is there', async (_, fault) => {
  for (let cutAt = 0; cutAt < 4; cutAt++) {
    const { trial, devices } = await startDevices(1)
    const [mine] = devices
    const file = await addTo(mine, await outageOf(mine))
    const sent: string[] = []
    const pass = counting(sent)
    // push, pull, missing, then the parts.
    mine.faults.push(...Array.from({ length: 2 + cutAt }, () => pass), fault)
    await mine.syncNow()
    expect(await filesWaiting(mine.store)).toBe(1)
    const here = await trial.database.read((statements) => statements.partsHere(file.id))
    const reopened = await mine.restart()
    const after: string[] = []
    reopened.faults.push(...Array.from({ length: 9 }, () => counting(after)))
    await reopened.syncNow()
    expect(after).toEqual(['0', '1', '2'].filter((n) => !here.includes(Number(n))))
    expect(await filesWaiting(reopened.store)).toBe(0)
    expect(await trial.database.read((statements) => statements.partsHere(file.id))).toEqual([0, 1, 2])
  }
})

test('what is recorded while a file is on its way does not wait for it', async () => {
  const { trial, devices } = await startDevices(1)
  const [mine] = devices
  const file = await addTo(mine, await outageOf(mine))
  const paths: string[] = []
  const listen: Fault = async (request, send) => {
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/0')) await mine.act(reportOutage, report)
    paths.push(pathname.replace(file.id, 'file').replace('/sync/v1/', ''))
    return send()
  }
  mine.faults.push(...Array.from({ length: 12 }, () => listen))
  await mine.syncNow()
  await mine.syncNow()
  expect(paths.filter((path) => /push|parts/.test(path))).toEqual([
    ...['push', 'parts/missing', 'parts/file/0', 'push', 'parts/missing', 'parts/file/1', 'parts/file/2'],
  ])
  expect(await trial.database.read((statements) => statements.partsHere(file.id))).toEqual([0, 1, 2])
})

test('a file that was taken away leaves both devices and the server; one that waits is not sent any more', async () => {
  const { trial, devices } = await startDevices(2)
  const [mine, theirs] = devices
  const of = await outageOf(mine)
  const file = await addTo(mine, of)
  await mine.syncNow()
  await theirs.syncNow()
  await looked(theirs, trial, file)
  expect(await theirs.store.database.parts.count()).toBe(3)
  await mine.act(removeAttachment, { id: file.id })
  await mine.syncNow()
  await theirs.syncNow()
  expect([await mine.store.database.parts.count(), await theirs.store.database.parts.count()]).toEqual([0, 0])
  expect(await trial.database.read((statements) => statements.partsHere(file.id))).toEqual([])
  mine.isOnline = false
  const other = await addTo(mine, of, bytesOf(5))
  await mine.act(removeAttachment, { id: other.id })
  mine.isOnline = true
  await mine.syncNow()
  expect(await mine.store.database.parts.count()).toBe(0)
  expect(mine.sync.status().filesWaiting).toBe(0)
})

test('a record of a file that was refused keeps its bytes here until its author lets go of it', async () => {
  const { trial, devices } = await startDevices(2)
  const [mine, theirs] = devices
  const of = await outageOf(mine)
  await mine.syncNow()
  await theirs.syncNow()
  const file = await addTo(mine, of)
  await trial.database.write(async (statements) => {
    const row = await statements.row('outage', of.id)
    if (row) await statements.saveRow({ ...row, del: true, ver: row.ver + 1 })
    await statements.saveHead('desk:shared', (row?.ver ?? 0) + 1)
  })
  await mine.syncNow()
  expect(mine.sync.status()).toMatchObject({ needsCount: 1, filesWaiting: 0 })
  expect(await mine.store.database.parts.count()).toBe(3)
  expect(same(await fileBytes(mine.store, file), threeParts)).toBe(true)
  await mine.store.database.parked.clear()
  await mine.syncNow()
  expect(await mine.store.database.parts.count()).toBe(0)
})

test('parts that a restored backup has lost are sent again by a device that still has them', async () => {
  const { trial, devices } = await startDevices(1)
  const [mine] = devices
  const file = await addTo(mine, await outageOf(mine))
  await mine.syncNow()
  await trial.database.write(async (statements) => {
    const row = await statements.row('attachment', file.id)
    if (row) {
      // As a backup of before: its parts are gone, its record is there.
      await statements.saveRow({ ...row, del: true })
      await statements.saveRow(row)
    }
  })
  await mine.syncNow()
  expect(await trial.database.read((statements) => statements.partsHere(file.id))).toEqual([])
  await mine.store.database.meta.put({ key: 'epoch', value: 'another' })
  await mine.syncNow()
  await mine.syncNow()
  expect(await trial.database.read((statements) => statements.partsHere(file.id))).toEqual([0, 1, 2])
  expect(mine.sync.status().filesWaiting).toBe(0)
})

test('what nobody has looked at for longest goes first, and never what is only here', async () => {
  const { trial, devices } = await startDevices(1)
  const [mine] = devices
  const of = await outageOf(mine)
  const file = await addTo(mine, of)
  await mine.syncNow()
  const { parts } = mine.store.database
  const [first] = await parts.toArray()
  if (!first) throw new Error('no part')
  const older = Array.from({ length: 399 }, (_, i) => {
    const n = i + 100
    return { ...first, key: `${file.id} ${n}`, n, bytes: new Uint8Array(1), usedAt: trial.clock.now - 1000 + i }
  })
  await parts.bulkPut(older)
  const own = await addTo(mine, of, bytesOf(5))
  await mine.syncNow()
  const left = new Set(await parts.toCollection().primaryKeys())
  expect(left.size).toBe(401)
  expect([100, 101, 102].map((n) => left.has(`${file.id} ${n}`))).toEqual([false, false, true])
  expect(left.has(`${own.id} 0`)).toBe(true)
})
