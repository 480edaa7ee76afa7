// Files between two devices and the real server: added without a network, cut off at every part, resumed, seen, wiped.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { partBytes } from '../../src/domain/attachment.ts'
import type { DocOf, Recorded } from '../../src/domain/kinds.ts'
import { removeAttachment } from '../../src/domain/mutations/attach.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { addFile, fileBytes, filesWaiting } from '../../src/store/files.ts'
import { fetchFile } from '../../src/sync/files.ts'
import { raiseArgs } from '../server/desk.ts'
import { newMatter, setWall, wire } from '../server/practice.ts'
import { origin, startTrial } from '../server/trial.ts'
import { answerLost, type Fault, portalPage, requestLost, startDevice, type TrialDevice } from './device.ts'
import { ict, report, startDevices } from './devices.ts'

type File = Recorded<'attachment'>
const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) % 256)
const threeParts = bytesOf(2 * partBytes + 100)
const photo = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: 'rack.jpg',
  type: 'image/jpeg',
  width: 1600,
  height: 900,
  bytes,
})

/** As the device's page fetches it. */
const looked = (device: TrialDevice, trial: { handler: (request: Request) => Promise<Response> }, file: File) =>
  fetchFile(device.store, file, {
    fetch: async (path, init) => {
      if (!device.isOnline) throw new TypeError('network is off')
      return trial.handler(new Request(origin + path, { ...init, signal: null, headers: { cookie: device.cookie } }))
    },
    after: () => () => {},
  })

async function addTo(device: TrialDevice, of: Parameters<typeof addFile>[1]['of'], bytes = threeParts): Promise<File> {
  const result = await addFile(device.store, { of, ...photo(bytes) })
  if (!result.ok) throw new Error(result.refusal.message)
  const [write] = result.writes
  return { ...(Object.assign({}, ...Object.values(write?.set ?? {})) as DocOf<'attachment'>), id: write?.id ?? '' }
}

const outageOf = async (device: TrialDevice) =>
  ({ kind: 'outage', id: (await device.act(reportOutage, report))[0]?.id ?? '' }) as const
const fileOn = async (device: TrialDevice) => (await device.store.reads.all('attachment'))[0]
const same = (got: unknown, bytes: Uint8Array) => got instanceof Uint8Array && Buffer.compare(got, bytes) === 0

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

test('somebody who may raise and not read adds to what they raised, and keeps nothing once it was sent', async () => {
  const trial = startTrial()
  const staff: Grant[] = [{ role: 'staff', on: null }]
  const mine = await startDevice(trial, await trial.person('staff'), staff)
  const theirs = await startDevice(trial, await trial.person('ict'), ict)
  const councilId = trial.newId()
  const desk = { trial, councilId } as Parameters<typeof raiseArgs>[0]
  const id = (await mine.act(raiseIncident, raiseArgs(desk)))[0]?.id ?? ''
  const file = await addTo(mine, { kind: 'incident', id, councilId })
  expect(same(await fileBytes(mine.store, file), threeParts)).toBe(true)
  await mine.syncNow()
  await mine.syncNow()
  expect(mine.sync.status()).toMatchObject({ filesWaiting: 0, needsCount: 0 })
  expect(await mine.store.database.parts.count()).toBe(0)
  await theirs.syncNow()
  const seen = await fileOn(theirs)
  expect(seen && same(await looked(theirs, trial, seen), threeParts)).toBe(true)
})

test('a scope that was taken away takes its files along, sent and unsent', async () => {
  const trial = startTrial()
  const councilId = trial.newId()
  const other = trial.newId()
  const grants: Grant[] = [councilId, other].map((on) => ({ role: 'ict', on }))
  const person = await trial.person(...grants)
  const mine = await startDevice(trial, person, grants)
  const desk = { trial, councilId } as Parameters<typeof raiseArgs>[0]
  const raise = async (council: string) =>
    ({
      kind: 'incident',
      id: (await mine.act(raiseIncident, { ...raiseArgs(desk), councilId: council }))[0]?.id ?? '',
      councilId: council,
    }) as const
  const here = await raise(councilId)
  await addTo(mine, here)
  const kept = await addTo(mine, await raise(other), bytesOf(9))
  await mine.syncNow()
  expect(await mine.store.database.parts.count()).toBe(4)
  await addTo(mine, here, bytesOf(7))
  await trial.database.write(async (statements) => {
    const user = await statements.user(person.userId)
    if (user) await statements.saveUser({ ...user, grants: [{ role: 'ict', on: other }] })
  })
  await mine.syncNow()
  expect((await mine.store.database.parts.toArray()).map(({ of }) => of)).toEqual([kept.id])
  expect(mine.sync.status().filesWaiting).toBe(0)
})

test('a walled matter’s photo reaches nobody who is not named: neither its record nor a byte of it', async () => {
  const trial = startTrial()
  const secret = new TextEncoder().encode('CANARY-photo-of-a-letter') as Uint8Array<ArrayBuffer>
  const named = await trial.person('legal')
  const others = [await trial.person('legal'), await trial.person('manager', 'ict'), await trial.person('admin')]
  const matter = newMatter({ wall: trial.newId() })
  await setWall(trial, named, matter.id, [named])
  expect((await named.push('matter.save', [wire(matter)])).o).toBe('ok')
  const grants: Grant[] = [
    { role: 'legal', on: null },
    { role: 'legal', on: `matter:${matter.id}` },
  ]
  const mine = await startDevice(trial, named, grants)
  await mine.syncNow()
  const file = await addTo(mine, { kind: 'matter', id: matter.id }, secret)
  await mine.syncNow()
  expect(await trial.database.read((statements) => statements.partsHere(file.id))).toEqual([0])
  for (const person of others) {
    expect(JSON.stringify((await person.pull()).rows)).not.toContain(file.id)
    const answer = await trial.get(`/sync/v1/parts/${file.id}/0`, person.cookie)
    expect([answer.status, (await answer.text()).includes('CANARY')]).toEqual([404, false])
    const asked = { x: 'sync1', db: trial.database.id, ids: [file.id] }
    const told = await (await trial.post('/sync/v1/parts/missing', asked, person.cookie)).json()
    expect(told).toMatchObject({ missing: {} })
  }
  expect(trial.log.join('\n')).not.toContain('CANARY')
  expect(same(await fileBytes(mine.store, file), secret)).toBe(true)
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

test('of a matter a photo lies sealed once the server has it, opens with the key alone, and is open while it is only here', async () => {
  const trial = startTrial()
  const secret = new TextEncoder().encode('CANARY-photo-of-a-letter') as Uint8Array<ArrayBuffer>
  const lawyer = await trial.person('legal')
  const { doc, ...write } = newMatter({})
  expect((await lawyer.push('matter.save', [wire(write)])).o).toBe('ok')
  const grants: Grant[] = [{ role: 'legal', on: null }]
  const mine = await startDevice(trial, lawyer, grants)
  await mine.syncNow()
  expect(mine.store.cipher()).toBeDefined()
  mine.isOnline = false
  const file = await addTo(mine, { kind: 'matter', id: write.id }, secret)
  const { parts } = mine.store.database
  const stored = async () => Buffer.from((await parts.get(`${file.id} 0`))?.bytes ?? []).toString('latin1')
  expect(await stored()).toContain('CANARY')
  mine.isOnline = true
  await mine.syncNow()
  expect(await filesWaiting(mine.store)).toBe(0)
  expect(await stored()).not.toContain('CANARY')
  expect(same(await fileBytes(mine.store, file), secret)).toBe(true)
  const theirs = await startDevice(trial, lawyer, grants)
  await theirs.syncNow()
  expect(same(await looked(theirs, trial, file), secret)).toBe(true)
  const [fetched] = await theirs.store.database.parts.toArray()
  expect(fetched?.isSealed).toBe(1)
  expect(Buffer.from(fetched?.bytes ?? []).toString('latin1')).not.toContain('CANARY')
  theirs.isOnline = false
  trial.clock.now += 80 * 3_600_000
  const later = await theirs.restart()
  expect(later.store.isLocked()).toBe(true)
  expect(await fileBytes(later.store, file)).toBe('not_here')
  expect(doc.title).toBe('A lease')
})
