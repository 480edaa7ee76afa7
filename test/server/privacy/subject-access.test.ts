import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { note, raise, say } from '../desk.ts'
import { newMatter, setWall, startPractice, wire } from '../practice.ts'
import type { Device, Trial } from '../trial.ts'
import { errorCode, newOutage, startTrial } from '../trial.ts'

interface Held {
  readonly account: Record<string, unknown>
  readonly sessions: readonly Record<string, unknown>[]
  readonly devices: readonly { readonly id: string }[]
  readonly acts: readonly { readonly name: string }[]
  readonly records: readonly { readonly k: string; readonly id: string; readonly doc: Record<string, unknown> }[]
  readonly withheld: {
    readonly count: number
    readonly records: readonly { readonly k: string; readonly id: string }[]
  }
  readonly text: string
}

async function read(answer: Response): Promise<Held> {
  if (answer.status !== 200) throw new Error(await answer.text())
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const texts = Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)] as const)
  const parsed = texts
    .filter(([path]) => path.endsWith('.json'))
    .map(([path, text]) => [path.slice(0, -5), JSON.parse(text)])
  return { ...(Object.fromEntries(parsed) as Held), text: texts.map(([, text]) => text).join('\n') }
}
const ofPerson = async (trial: Trial, admin: Device, id: string) =>
  read(await trial.post('/admin/privacy/access', { id }, admin.cookie))
const ofOneself = async (trial: Trial, who: Device) => read(await trial.post('/auth/privacy/access', {}, who.cookie))

test('an export of what is held about a person has their account, sessions, devices, acts and records', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const ict = await trial.person('ict')
  const outage = trial.newId()
  await ict.push('outage.report', [newOutage(outage, { title: 'Mine' })])
  const others = trial.newId()
  await (await trial.person('ict')).push('outage.report', [newOutage(others)])
  const held = await ofPerson(trial, admin, ict.userId)
  expect(held.account).toMatchObject({ id: ict.userId, grants: [{ role: 'ict', on: null }], hasPassword: true })
  expect(held.sessions).toEqual([expect.objectContaining({ userId: ict.userId, label: expect.any(String) })])
  expect(held.devices).toEqual([expect.objectContaining({ id: ict.client })])
  expect(held.acts.map(({ name }) => name)).toEqual(['outage.report', 'session.begin'])
  expect(held.records).toContainEqual(
    expect.objectContaining({
      k: 'outage',
      id: outage,
      isAuthor: true,
      doc: expect.objectContaining({ title: 'Mine' }),
    }),
  )
  expect(held.text).not.toContain(others)
  for (const secret of ['argon2', 'passwordHash', '"hash"']) expect(held.text).not.toContain(secret)
})

test('an administrator gets no word of Legal and none that they may not read, but how many there are', async () => {
  const { trial, head, teamId, lawyers } = await startPractice(1)
  const lawyer = lawyers[0] as Device
  const narrative = trial.newId()
  const text = { teamId, wallId: null, entryId: trial.newId(), matterId: null, text: 'CANARY narrative' }
  expect((await lawyer.push('narrative.save', [wire(create('narrative', narrative, text))])).o).toBe('ok')
  const wall = trial.newId()
  await setWall(trial, lawyer, wall, [lawyer])
  const matter = newMatter({ wall })
  await lawyer.push('matter.save', [wire(create('matter', wall, { ...matter.doc, title: 'CANARY title' }))])
  const ict = await trial.person('ict')
  const desk = { trial, councilId: trial.newId(), ict, staff: ict }
  const incident = await raise(desk, ict, { title: 'Printer', requesterId: lawyer.userId })
  await note(desk, ict, incident, `CANARY note on ${lawyer.userId}`)

  const bare = await trial.person('admin')
  for (const admin of [head, bare]) {
    const held = await ofPerson(trial, admin, lawyer.userId)
    expect(held.text).not.toContain('CANARY')
    expect(held.withheld.records).toContainEqual({ k: 'narrative', id: narrative })
    expect(held.withheld.records).toContainEqual({ k: 'matter', id: wall })
    expect(held.withheld.count).toBe(held.withheld.records.length)
    expect(JSON.stringify(held.account)).not.toContain(wall)
  }
  const own = await ofOneself(trial, lawyer)
  expect(own.records.find(({ id }) => id === narrative)?.doc).toMatchObject({ text: 'CANARY narrative' })
  expect(own.text).toContain('CANARY title')
  expect(own.text).not.toContain('CANARY note')
})

test('who asks for their own is not told that others wrote of them where they may not read', async () => {
  const { trial, head, lawyers } = await startPractice(2)
  const [author, other] = lawyers as [Device, Device]
  const wall = trial.newId()
  await setWall(trial, author, wall, [author])
  const matter = newMatter({ wall })
  await author.push('matter.save', [wire(create('matter', wall, { ...matter.doc, leadId: other.userId }))])
  expect((await ofOneself(trial, other)).text).not.toContain(wall)
  expect((await ofPerson(trial, head, other.userId)).withheld.records).toContainEqual({ k: 'matter', id: wall })
})

test('what staff said on their incident is in their own export', async () => {
  const trial = startTrial()
  const staff = await trial.person('staff')
  const desk = { trial, councilId: trial.newId(), ict: await trial.person('ict'), staff }
  const incident = await raise(desk, staff, { title: 'No sound' })
  await say(desk, staff, incident, 'It hums.')
  const own = await ofOneself(trial, staff)
  expect(own.records.map(({ k }) => k)).toContain('follow')
  expect(own.text).toContain('It hums.')
})

test('only an administrator asks for somebody else, only whoever is signed in for themselves, and both are in the trail', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const staff = await trial.person('staff')
  const refused = await trial.post('/admin/privacy/access', { id: admin.userId }, staff.cookie)
  expect(refused.status).toBe(403)
  expect((await trial.post('/auth/privacy/access', {})).status).toBe(401)
  expect(await errorCode(await trial.post('/admin/privacy/access', { id: trial.newId() }, admin.cookie))).toBe(
    'no_such_person',
  )
  await ofPerson(trial, admin, staff.userId)
  await ofOneself(trial, staff)
  const acts = await trial.database.read((statements) => statements.acts({ area: 'privacy' }, 10))
  expect(acts.map(({ person, records }) => [person, records[0]?.id])).toEqual([
    [staff.userId, staff.userId],
    [admin.userId, staff.userId],
  ])
})
