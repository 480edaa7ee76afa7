import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { matterScope } from '../../../src/domain/scope.ts'
import { newMatter, setWall, wire } from '../practice.ts'
import { type Device, errorCode, startTrial, type Trial } from '../trial.ts'

async function lawyers(trial: Trial): Promise<[Device, Device, Device]> {
  return [await trial.person('legal'), await trial.person('legal'), await trial.person('legal')]
}
const named = async (trial: Trial, matterId: string, device: Device) => {
  const answer = await trial.get(`/legal/walls/${matterId}`, device.cookie)
  if (answer.status !== 200) return answer.status
  return ((await answer.json()) as { people: { id: string }[] }).people.map(({ id }) => id).sort()
}
const set = (trial: Trial, device: Device, matterId: string, people: readonly Device[]) =>
  trial.post('/legal/walls', { matterId, personIds: people.map(({ userId }) => userId) }, device.cookie)

test('a new wall stands around those named and whoever names them; the others do not even learn of it', async () => {
  const trial = startTrial()
  const [one, two, other] = await lawyers(trial)
  const matterId = trial.newId()
  const answer = await set(trial, one, matterId, [two])
  expect(await answer.json()).toEqual({ x: 'sync1', personIds: [one.userId, two.userId].sort() })
  for (const device of [one, two]) expect(await named(trial, matterId, device)).toEqual([one.userId, two.userId].sort())
  expect(await named(trial, matterId, other)).toBe(404)
  expect(await named(trial, trial.newId(), other)).toBe(404)
})

test('only devices of those named receive the matter, from the next pull on, and lose it when they are no longer named', async () => {
  const trial = startTrial()
  const [one, two, other] = await lawyers(trial)
  const matter = newMatter({ wall: trial.newId() })
  const scope = matterScope(matter.id)
  expect((await one.push('matter.save', [wire(matter)])).code).toBe('not_allowed')
  await setWall(trial, one, matter.id, [two])
  expect((await one.push('matter.save', [wire(matter)])).o).toBe('ok')
  for (const device of [one, two]) {
    const { head, rows } = await device.pull()
    expect(head.granted).toContain(scope)
    expect(head.grants).toContainEqual({ role: 'legal', on: scope })
    expect(rows.map(({ id }) => id)).toContain(matter.id)
  }
  for (const device of [other, await trial.person('practice_manager'), await trial.person('manager', 'admin')]) {
    const seen = await device.pull()
    expect(JSON.stringify(seen)).not.toContain(matter.id)
  }
  await setWall(trial, one, matter.id, [other])
  expect((await two.pull({ [scope]: 1 })).head.revoked).toEqual([scope])
  expect((await other.pull()).head.granted).toContain(scope)
})

test('nobody takes a wall over: not one that stands, nor one left without people, nor an open matter', async () => {
  const trial = startTrial()
  const [one, two, other] = await lawyers(trial)
  const walled = newMatter({ wall: trial.newId() })
  await setWall(trial, one, walled.id, [two])
  expect(await errorCode(await set(trial, other, walled.id, []))).toBe('not_allowed')
  await one.push('matter.save', [wire(walled)])
  await trial.database.write(async (statements) => {
    for (const user of await statements.users())
      await statements.saveUser({ ...user, grants: user.grants.filter(({ on }) => on === null) })
  })
  expect(await errorCode(await set(trial, other, walled.id, []))).toBe('not_allowed')
  const open = newMatter({})
  await one.push('matter.save', [wire(open)])
  expect(await errorCode(await set(trial, other, open.id, []))).toBe('open_matter')
})

test('whoever sets a wall stays behind it', async () => {
  const trial = startTrial()
  const [one, two] = await lawyers(trial)
  const matterId = trial.newId()
  await setWall(trial, one, matterId, [two])
  await setWall(trial, two, matterId, [])
  expect(await named(trial, matterId, two)).toEqual([two.userId])
  expect(await named(trial, matterId, one)).toBe(404)
})

test('only people of role legal who may sign in can be named, and only they are offered', async () => {
  const trial = startTrial()
  const [one, two, off] = await lawyers(trial)
  const [admin, staff] = [await trial.person('admin'), await trial.person('staff', 'practice_manager')]
  await trial.post('/admin/people/disable', { id: off.userId, isDisabled: true }, admin.cookie)
  for (const personId of [staff.userId, off.userId, admin.userId, trial.newId()]) {
    const answer = await trial.post('/legal/walls', { matterId: trial.newId(), personIds: [personId] }, one.cookie)
    expect(await errorCode(answer)).toBe('cannot_be_named')
  }
  const { people } = (await (await trial.get('/legal/people', one.cookie)).json()) as { people: object[] }
  const ids = [one.userId, two.userId].sort()
  expect(people).toEqual(ids.map((id) => ({ id, name: 'Somebody' })))
})

test('somebody who was named and then switched off does not stand in the way of naming others', async () => {
  const trial = startTrial()
  const [one, two, other] = await lawyers(trial)
  const admin = await trial.person('admin')
  const matterId = trial.newId()
  await setWall(trial, one, matterId, [two])
  await trial.post('/admin/people/disable', { id: two.userId, isDisabled: true }, admin.cookie)
  await setWall(trial, one, matterId, [two, other])
  expect(await named(trial, matterId, other)).toEqual([one, two, other].map(({ userId }) => userId).sort())
})

test('a change of a wall ends the streams of those whom it lets in or out', async () => {
  const trial = startTrial()
  const [one, two] = await lawyers(trial)
  const stream = await trial.get('/sync/v1/events', two.cookie)
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await setWall(trial, one, trial.newId(), [two])
  expect((await reader.read()).done).toBe(true)
})

test('an administrator neither sees nor gives nor takes away what people see behind walls', async () => {
  const trial = startTrial()
  const [one, two] = await lawyers(trial)
  const admin = await trial.person('admin')
  const matterId = trial.newId()
  const scope = matterScope(matterId)
  await setWall(trial, one, matterId, [two])
  const list = await (await trial.get('/admin/people', admin.cookie)).text()
  expect(list).toContain(two.userId)
  expect(list).not.toContain(matterId)
  const give = (grants: object[]) => trial.post('/admin/people/grants', { id: two.userId, grants }, admin.cookie)
  expect(await errorCode(await give([{ role: 'legal', on: scope }]))).toBe('not_allowed')
  const invite = { name: 'A', email: 'a@trial.test', grants: [{ role: 'legal', on: scope }] }
  expect(await errorCode(await trial.post('/admin/people/invite', invite, admin.cookie))).toBe('not_allowed')

  await give([
    { role: 'legal', on: null },
    { role: 'ict', on: null },
  ])
  expect(await named(trial, matterId, two)).toHaveLength(2)
})

test('somebody who is no longer legal sees nothing behind walls, until they are again', async () => {
  const trial = startTrial()
  const [one, two] = await lawyers(trial)
  const admin = await trial.person('admin')
  const matter = newMatter({ wall: trial.newId() })
  await setWall(trial, one, matter.id, [two])
  await one.push('matter.save', [wire(matter)])
  const give = (role: string) =>
    trial.post('/admin/people/grants', { id: two.userId, grants: [{ role, on: null }] }, admin.cookie)
  await give('staff')
  const { head, rows } = await two.pull()
  expect(head.grants).toEqual([{ role: 'staff', on: null }])
  expect(rows.map(({ id }) => id)).not.toContain(matter.id)
  expect((await trial.get(`/legal/walls/${matter.id}`, two.cookie)).status).toBe(403)
  const change = { k: 'matter', id: matter.id, s: matterScope(matter.id), set: { note: { note: 'x' } } }
  expect((await two.push('matter.save', [change])).code).toBe('not_allowed')
  await give('legal')
  expect((await two.pull()).rows.map(({ id }) => id)).toContain(matter.id)
})

test('walls and checks are for Legal alone', async () => {
  const trial = startTrial()
  const device = await trial.person('staff', 'ict', 'manager', 'practice_manager', 'client_officer', 'admin')
  const matterId = trial.newId()
  const tries: [string, object?][] = [
    ['/legal/walls', { matterId, personIds: [] }],
    ['/legal/conflict-check', { names: ['Smith'] }],
    [`/legal/walls/${matterId}`],
    ['/legal/people'],
  ]
  for (const [path, body] of tries) {
    const ask = (cookie?: string) => (body ? trial.post(path, body, cookie) : trial.get(path, cookie))
    expect((await ask(device.cookie)).status, path).toBe(403)
    expect((await ask()).status, path).toBe(401)
  }
})

test('a wall that cannot be read is refused in words', async () => {
  const trial = startTrial()
  const device = await trial.person('legal')
  for (const body of [{}, { matterId: 'x', personIds: [] }, { matterId: trial.newId(), personIds: [7] }, 'no json'])
    expect((await trial.post('/legal/walls', body, device.cookie)).status).toBe(400)
  const held = await trial.database.read((statements) => statements.user(device.userId))
  expect(held?.grants).toEqual([{ role: 'legal', on: null }])
})

test('a matter cannot be carried out from behind its wall', async () => {
  const trial = startTrial()
  const [one] = await lawyers(trial)
  const matter = newMatter({ wall: trial.newId() })
  await setWall(trial, one, matter.id, [])
  await one.push('matter.save', [wire(matter)])
  const { teamId } = matter.set.place as { teamId: string }
  const open = { ...wire(create('matter', matter.id, { ...matter.doc, wallId: null })), s: `legal:${teamId}` }
  expect((await one.push('matter.save', [open])).code).toBe('wrong_scope')
})
