import { expect, test } from 'vitest'
import { newSetUpCode } from '../../../src/server/auth/set-up-code.ts'
import type { Trial } from '../trial.ts'
import { cookieOf, errorCode, goodPassword, startTrial } from '../trial.ts'

const hour = 3_600_000
const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
const newCode = async (trial: Trial) =>
  (await newSetUpCode({ database: trial.database, now: () => trial.clock.now, random })) ?? ''

const form = (code: string) => ({
  code,
  partnership: { name: 'Three together' },
  councils: [
    { name: 'Northshire', shortName: 'North' },
    { name: 'Southshire', shortName: 'South' },
  ],
  divisions: [{ name: 'Housing', people: [12, 8] }],
  officeHours: { from: '09:00', to: '17:30' },
  admin: { name: 'Asha Patel', email: ' Asha@Example.GOV.uk ', password: goodPassword },
  device: 'Desk',
})

test('an empty server says that it needs setting up; the first person then has everything to begin with', async () => {
  const trial = startTrial()
  expect(await (await trial.get('/auth/state')).json()).toMatchObject({ x: 'sync1', needsSetUp: true, session: null })

  const answer = await trial.post('/auth/set-up', form(await newCode(trial)))
  expect(answer.status).toBe(200)
  const { session } = (await answer.json()) as { session: { userId: string; grants: unknown[] } }
  expect(session).toMatchObject({ db: trial.database.id, name: 'Asha Patel', email: 'asha@example.gov.uk' })
  expect(session.grants).toEqual(['admin', 'ict', 'manager'].map((role) => ({ role, on: null })))
  const state = await (await trial.get('/auth/state', cookieOf(answer))).json()
  expect(state).toMatchObject({ needsSetUp: false, session })

  const asked = {
    x: 'sync1',
    db: trial.database.id,
    client: trial.newId(),
    build: 1,
    schema: 1,
    cursors: {},
    limit: 9999,
  }
  const lines = (await (await trial.post('/sync/v1/pull', asked, cookieOf(answer))).text()).trim().split('\n')
  const rows = lines
    .slice(1, -1)
    .map((line) => JSON.parse(line) as { k: string; id: string; doc: Record<string, unknown> })
  const ofKind = (k: string) => rows.filter((row) => row.k === k)
  expect(ofKind('partnership').map((row) => row.doc.isSample)).toEqual([false])
  const councils = ofKind('council').map((row) => row.id)
  const office = ofKind('calendar').find((row) => row.doc.name === 'Office hours')
  expect(ofKind('calendar').map((row) => row.doc.name)).toEqual(['Office hours', 'Round the clock'])
  expect(office?.doc.week).toMatchObject({ 1: [['09:00', '17:30']], 5: [['09:00', '17:30']] })
  expect(ofKind('division').map((row) => row.doc)).toMatchObject([
    {
      name: 'Housing',
      calendarId: office?.id,
      headCounts: [{ people: { [councils[0] ?? '']: 12, [councils[1] ?? '']: 8 } }],
    },
  ])
  expect(ofKind('person').map((row) => row.id)).toEqual([session.userId])
  const holidays = ofKind('holiday').map((row) => row.doc.on)
  expect(holidays).toHaveLength(132)
  expect(holidays).toContain('2026-12-28')
})

test('as many councils and divisions as the form allows can be set up', async () => {
  const trial = startTrial()
  const councils = Array.from({ length: 50 }, (_, i) => ({ name: `Council ${i}`, shortName: `C${i}` }))
  const divisions = Array.from({ length: 100 }, (_, i) => ({ name: `Division ${i}`, people: councils.map(() => 1000) }))
  const answer = await trial.post('/auth/set-up', { ...form(await newCode(trial)), councils, divisions })
  expect(answer.status).toBe(200)
})

test('a server is set up once', async () => {
  const trial = startTrial()
  const code = await newCode(trial)
  await trial.post('/auth/set-up', form(code))
  for (const path of ['/auth/set-up', '/auth/sample'])
    expect(await errorCode(await trial.post(path, form(code)))).toBe('already_set_up')
  expect(await newCode(trial)).toBe('')
})

test('the code is read as people type it', async () => {
  const trial = startTrial()
  const code = await newCode(trial)
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`
  expect((await trial.post('/auth/set-up', form(typed))).status).toBe(200)
})

test('ten wrong codes wear the code out, and a restart makes a new one', async () => {
  const trial = startTrial()
  const code = await newCode(trial)
  for (let i = 0; i < 10; i++)
    expect(await errorCode(await trial.post('/auth/sample', { code: 'AAAA-AAAA-AAAA' }))).toBe('wrong_code')
  expect(await errorCode(await trial.post('/auth/set-up', form(code)))).toBe('code_worn_out')
  const next = await newCode(trial)
  expect(await errorCode(await trial.post('/auth/set-up', form(code)))).toBe('wrong_code')
  expect((await trial.post('/auth/set-up', form(next))).status).toBe(200)
})

test('the code works for a day', async () => {
  const trial = startTrial()
  const code = await newCode(trial)
  trial.clock.now += 24 * hour
  expect(await errorCode(await trial.post('/auth/set-up', form(code)))).toBe('code_worn_out')
})

test('a server that never showed a code cannot be set up', async () => {
  expect(await errorCode(await startTrial().post('/auth/set-up', form('')))).toBe('code_worn_out')
})

test('a weak password is refused beside its field, and the code still works', async () => {
  const trial = startTrial()
  const code = await newCode(trial)
  const weak = { ...form(code), admin: { ...form(code).admin, password: 'elevenchars' } }
  const answer = await trial.post('/auth/set-up', weak)
  expect(await answer.json()).toMatchObject({
    error: { code: 'bad_request', message: 'Use at least 12 characters.', field: 'admin.password' },
  })
  expect((await trial.post('/auth/set-up', form(code))).status).toBe(200)
})

test('"Explore the sample" fills the server and signs in as its administrator', async () => {
  const trial = startTrial()
  const answer = await trial.post('/auth/sample', { code: await newCode(trial) })
  const body = (await answer.json()) as { session: { email: string }; password: string; accounts: { email: string }[] }
  expect(body.session.email).toBe('admin@sample.test')
  for (const { email } of body.accounts)
    expect((await trial.post('/auth/sign-in', { email, password: body.password })).status).toBe(200)
  const heads = await trial.database.read((statements) => statements.heads())
  expect(heads.get('desk:shared')).toBeGreaterThan(100)
  const conflicts = await trial.database.read((statements) => statements.rowsAfter('desk:shared', 0, 1e6))
  expect(conflicts.filter((row) => row.k === 'conflict')).toEqual([])
})

test('a sample explored from the page has the password of the settings where there is one', async () => {
  const trial = startTrial({ samplePassword: goodPassword })
  const answer = await trial.post('/auth/sample', { code: await newCode(trial) })
  expect(await answer.json()).toMatchObject({ password: goodPassword })
  expect((await trial.post('/auth/sign-in', { email: 'ict@sample.test', password: goodPassword })).status).toBe(200)
})

test('a server that takes over another one’s data begins with its first account and nothing else', async () => {
  const trial = startTrial()
  const { admin, device } = form('')
  const code = await newCode(trial)
  const wrong = await trial.post('/auth/take-over', { code: 'AAAA-AAAA-AAAA', admin, device })
  expect(await errorCode(wrong)).toBe('wrong_code')
  const short = await trial.post('/auth/take-over', { code, admin: { ...admin, password: 'short' }, device })
  expect(short.status).toBe(400)
  const answer = await trial.post('/auth/take-over', { code, admin, device })
  const { session } = (await answer.json()) as { session: { userId: string; grants: unknown[] } }
  expect(session.grants).toEqual(['admin', 'ict', 'manager'].map((role) => ({ role, on: null })))
  const rows = await trial.database.read((statements) => statements.rowsAfter('catalogue', 0, 100))
  expect(rows.map(({ k, id }) => [k, id])).toEqual([['person', session.userId]])
  expect(await errorCode(await trial.post('/auth/take-over', { code, admin, device }))).toBe('already_set_up')
  expect(await errorCode(await trial.post('/auth/set-up', form(code)))).toBe('already_set_up')
})
