// A file lies where its record does: who has it, who does not, and what becomes of it when a place is taken away.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { fileBytes, filesWaiting } from '../../src/store/files.ts'
import { forgetOldSent } from '../../src/store/resend.ts'
import { raiseArgs } from '../server/desk.ts'
import { newMatter, setWall, wire } from '../server/practice.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice } from './device.ts'
import { ict } from './devices.ts'
import { addTo, bytesOf, fileOn, looked, same, threeParts } from './filing.ts'

test('somebody who may raise and not read adds to what they raised, and keeps it for as long as what they did', async () => {
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
  await theirs.syncNow()
  const seen = await fileOn(theirs)
  expect(seen && same(await looked(theirs, trial, seen), threeParts)).toBe(true)
  expect(await mine.store.database.parts.count()).toBe(3)
  // A month later, when it has sent something else.
  await mine.store.database.sent.toCollection().modify({ answeredAt: trial.clock.now - 31 * 86_400_000 })
  await mine.act(raiseIncident, raiseArgs(desk))
  await mine.syncNow()
  await forgetOldSent(mine.store)
  await mine.syncNow()
  expect(await mine.store.database.parts.count()).toBe(0)
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
