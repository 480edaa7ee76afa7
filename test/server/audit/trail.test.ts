import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { noteAct } from '../../../src/server/audit/acts.ts'
import type { StoredAct } from '../../../src/server/database/acts-port.ts'
import { note, raise, startDesk } from '../desk.ts'
import { newMatter, setWall, startPractice, wire } from '../practice.ts'
import type { Device, Trial } from '../trial.ts'
import { errorCode, goodPassword, newOutage, startTrial } from '../trial.ts'

interface Page {
  readonly acts: readonly StoredAct[]
  readonly next: { readonly at: number; readonly id: number } | null
}
const trail = async (trial: Trial, by: Device, filter: object = {}): Promise<Page> => {
  const answer = await trial.post('/admin/audit', filter, by.cookie)
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as Page
}
const exported = async (trial: Trial, by: Device, filter: object = {}): Promise<string> =>
  (await trial.post('/admin/audit/export', filter, by.cookie)).text()
const names = ({ acts }: Page) => acts.map(({ name }) => name)

test('an op is in the trail with who, when, what and on which record', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const ict = await trial.person('ict')
  const id = trial.newId()
  trial.clock.now += 60_000
  await ict.push('outage.report', [newOutage(id)])
  const [act] = (await trail(trial, admin, { record: id })).acts
  expect(act).toMatchObject({
    at: trial.clock.now,
    person: ict.userId,
    name: 'outage.report',
    outcome: 'ok',
    code: null,
  })
  expect(act?.records).toContainEqual({ k: 'outage', id, s: 'desk:shared' })
})

test('an op that was refused is there with its code, and nothing that it made up', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const staff = await trial.person('staff')
  await staff.push('outage.report', [newOutage(trial.newId())])
  await staff.push('CANARY name', [{ ...newOutage(trial.newId()), k: 'CANARY kind', s: 'CANARY scope' }])
  await staff.send(['CANARY no JSON'])
  const { acts } = await trail(trial, admin, { person: staff.userId })
  expect(acts.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['op.refused', 'rejected'],
    ['op.refused', 'rejected'],
    ['outage.report', 'rejected'],
    ['session.begin', 'ok'],
  ])
  expect(acts.every(({ name, code }) => name === 'session.begin' || code !== null)).toBe(true)
  expect(JSON.stringify(acts)).not.toContain('CANARY')
})

test('what is done to accounts is in the trail of both', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const somebody = await trial.person('staff')
  const { userId: id, cookie } = somebody
  const email = `${id}@trial.test`
  await trial.post('/auth/sign-in', { email, password: 'the typed CANARY' })
  await trial.post('/auth/sign-in', { email: 'CANARY@trial.test', password: 'the typed CANARY' })
  await trial.post('/auth/password', { current: goodPassword, next: 'another long phrase' }, cookie)
  await trial.post('/admin/people/grants', { id, grants: [{ role: 'ict', on: null }] }, admin.cookie)
  await trial.post('/admin/people/reset', { id }, admin.cookie)
  const listed = await trial.post('/admin/people/devices', { id }, admin.cookie)
  const [device] = ((await listed.json()) as { devices: { id: string }[] }).devices
  await trial.post('/admin/people/devices/revoke', { id, device: device?.id }, admin.cookie)
  await trial.post('/admin/people/disable', { id, isDisabled: true }, admin.cookie)
  await trial.post('/admin/people/disable', { id, isDisabled: false }, admin.cookie)
  const page = await trail(trial, admin, { person: id })
  expect(names(page)).toEqual([
    'account.enable',
    'account.disable',
    'session.revoke',
    'account.reset',
    'account.roles',
    'account.password',
    'session.refused',
    'session.begin',
  ])
  expect(page.acts[0]).toMatchObject({ person: admin.userId, records: [{ k: 'account', id, s: null }] })
  expect(page.acts[6]).toMatchObject({ person: null, outcome: 'rejected' })
  const all = JSON.stringify(await trail(trial, admin)) + (await exported(trial, admin))
  expect(all).not.toContain('CANARY')
  expect(all).not.toContain(email)
})

test('an invitation, its acceptance, signing out and an export are in the trail', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const body = { name: 'Ben Carter', email: 'ben@trial.test', grants: [{ role: 'staff', on: null }] }
  const invited = await (await trial.post('/admin/people/invite', body, admin.cookie)).json()
  const { id, secret } = invited as { id: string; secret: string }
  await trial.post('/auth/accept', { secret, password: goodPassword })
  expect(new Set(names(await trail(trial, admin, { person: id })))).toEqual(
    new Set(['account.name', 'session.begin', 'account.accept', 'account.invite']),
  )
  await exported(trial, admin)
  expect(names(await trail(trial, admin, { area: 'audit' }))).toEqual(['audit.export'])
  const other = await trial.person('admin')
  await trial.post('/auth/sign-out', {}, admin.cookie)
  expect(names(await trail(trial, other, { area: 'session', person: admin.userId }))).toEqual([
    'session.end',
    'session.begin',
  ])
})

test.each(['staff', 'ict', 'legal', 'practice_manager', 'manager', 'client_officer'] as const)(
  'somebody who is %s may neither read nor export the trail',
  async (role) => {
    const trial = startTrial()
    const { cookie } = await trial.person(role)
    for (const path of ['/admin/audit', '/admin/audit/export']) {
      const answer = await trial.post(path, {}, cookie)
      expect(answer.status).toBe(403)
      expect(await errorCode(answer)).toBe('not_allowed')
      expect((await trial.post(path, {})).status).toBe(401)
    }
  },
)

test('no narrative, title of a matter or work note is in the trail, a search of it or its export', async () => {
  const practice = await startPractice(1)
  const { trial, head, teamId } = practice
  const lawyer = practice.lawyers[0] as Device
  const wall = trial.newId()
  await setWall(trial, lawyer, wall, [lawyer])
  const matter = newMatter({ wall })
  const titled = { ...matter.doc, title: 'CANARY title' }
  expect((await lawyer.push('matter.save', [wire(create('matter', wall, titled))])).o).toBe('ok')
  const text = { teamId, wallId: null, entryId: trial.newId(), matterId: null, text: 'CANARY narrative' }
  const narrative = trial.newId()
  expect((await lawyer.push('narrative.save', [wire(create('narrative', narrative, text))])).o).toBe('ok')
  const ict = await trial.person('ict')
  const desk = { trial, councilId: trial.newId(), ict, staff: ict }
  const incident = await raise(desk, ict, { title: 'CANARY incident' })
  expect((await note(desk, ict, incident, 'CANARY work note')).o).toBe('ok')

  const pages = [
    await trail(trial, head),
    await trail(trial, head, { record: narrative }),
    await trail(trial, head, { record: wall }),
    await trail(trial, head, { record: incident }),
    await trail(trial, head, { area: 'narrative' }),
    await trail(trial, head, { person: lawyer.userId }),
  ]
  for (const page of pages) expect(page.acts.length).toBeGreaterThan(0)
  const csv = await exported(trial, head)
  for (const id of [narrative, wall, incident]) expect(csv).toContain(id)
  expect(JSON.stringify(pages) + csv).not.toContain('CANARY')
  expect(names(await trail(trial, head, { record: wall }))).toEqual(['matter.save', 'wall.set'])
})

test('the trail comes in pages, the latest first, each act once', async () => {
  const { trial, staff } = await startDesk()
  const admin = await trial.person('admin')
  await trial.database.write(async (statements) => {
    for (let i = 0; i < 120; i++) {
      if (i % 7 === 0) trial.clock.now++
      await noteAct(statements, { now: () => trial.clock.now }, { name: 'privacy.access', person: staff.userId })
    }
  })
  const seen: number[] = []
  let page = await trail(trial, admin, { area: 'privacy' })
  while (true) {
    seen.push(...page.acts.map(({ id }) => id))
    if (!page.next) break
    page = await trail(trial, admin, { area: 'privacy', before: page.next })
  }
  expect(seen).toHaveLength(120)
  expect(seen).toEqual([...seen].sort((a, b) => b - a))
})

test('a period begins with its first moment and ends before its last', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  const at = trial.clock.now + 1000
  for (const moment of [at - 1, at, at + 9, at + 10])
    await trial.database.write((statements) =>
      noteAct(statements, { now: () => moment }, { name: 'privacy.access', person: null }),
    )
  const { acts } = await trail(trial, admin, { from: at, until: at + 10 })
  expect(acts.map((act) => act.at)).toEqual([at + 9, at])
})

test('a name that a spreadsheet would run is harmless in the export', async () => {
  const trial = startTrial()
  const admin = await trial.person('admin')
  await trial.database.write(async (statements) => {
    const user = await statements.user(admin.userId)
    if (user) await statements.saveUser({ ...user, name: '=HYPERLINK("http://x")' })
  })
  const csv = await exported(trial, admin)
  expect(csv).toContain(`,"'=HYPERLINK(""http://x"")",`)
  expect(csv).not.toMatch(/,"?=HYPERLINK/)
})
