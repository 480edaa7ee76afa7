import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../src/domain/duration.ts'
import { keepsAll, type Retention } from '../../../src/domain/retention.ts'
import { nightOf, retainWhenDue } from '../../../src/server/privacy/nightly.ts'
import { runRetention } from '../../../src/server/privacy/retention.ts'
import { createPokes } from '../../../src/server/sync/pokes.ts'
import { type Device, rowOf, startTrial, type Trial } from '../trial.ts'
import { day, plan, runOf, setRetention, startOld } from './old-desk.ts'

describe('the night', () => {
  const world = (trial: Trial) => ({ ...trial, pokes: createPokes(), now: () => trial.clock.now, log: () => {} })

  for (const [what, from] of [
    ['forward', '2026-03-27T12:00:00Z'],
    ['back', '2026-10-23T12:00:00Z'],
  ] as const)
    test(`it runs once a night when the clocks go ${what}`, async () => {
      const trial = startTrial()
      await setRetention(trial, { actMonths: 3 })
      trial.clock.now = Date.parse(from)
      const nights: string[] = []
      for (let i = 0; i < 4 * 48; i++, trial.clock.now += HOUR_MS / 2)
        if (await retainWhenDue(world(trial) as never))
          nights.push(new Date(trial.clock.now).toISOString().slice(0, 13))
      const firsts =
        what === 'forward'
          ? ['27T12', '28T03', '29T02', '30T02', '31T02']
          : ['23T12', '24T02', '25T03', '26T03', '27T03']
      expect(nights.map((night) => night.slice(8))).toEqual(firsts)
      expect(nightOf(Date.parse('2026-03-29T01:59:00Z')).isNightOver).toBe(false)
    })

  test('lines of the trail, ended sessions and spent invitations go with their age', async () => {
    const trial = startTrial()
    const someone = await trial.person('staff')
    trial.clock.now += 400 * DAY_MS
    await trial.person('admin')
    const asked = { actMonths: 6, sessionMonths: 6 }
    const found = await plan(trial, asked)
    expect(found).toMatchObject({ session: { count: 1 }, audit_act: { count: 1 } })
    await setRetention(trial, asked)
    await runRetention(runOf(trial), day)
    expect(await trial.database.read((statements) => statements.sessionsOf(someone.userId))).toEqual([])
    expect(await plan(trial, asked)).toEqual({})
    expect((await trial.database.read((statements) => statements.acts({}, 10))).map(({ name }) => name)).toEqual([
      ...['privacy.retained', 'session.begin'],
    ])
  })
})

test('an administrator sees what would go before and after it is switched on; it waits for the night', async () => {
  const { trial, ict, incident } = await startOld()
  trial.clock.now += 200 * DAY_MS
  const admin = await trial.person('admin')
  const wanted = { ...keepsAll, incidentMonths: 6, narrativeYears: { litigation: 7, nonsense: 1 } }
  const post = (path: string, body: unknown, by: Device = admin) =>
    trial.post(`/admin/privacy/retention${path}`, body, by.cookie)
  const planned = (await (await post('/plan', wanted)).json()) as {
    counts: Record<string, { count: number; oldest: number }>
  }
  expect(planned.counts.incident?.count).toBe(1)
  expect(planned.counts.incident?.oldest).toBe((await rowOf(trial, 'incident', incident))?.doc.resolvedAt)
  expect((await post('', wanted)).status).toBe(200)
  const shown = await (await trial.get('/admin/privacy/retention', admin.cookie)).json()
  expect(shown).toMatchObject({ retention: { incidentMonths: 6, narrativeYears: { litigation: 7 } } })
  expect((shown as { retention: Retention }).retention.narrativeYears).not.toHaveProperty('nonsense')
  const world = { ...trial, pokes: createPokes(), now: () => trial.clock.now, log: () => {} }
  expect(await retainWhenDue(world as never)).toBe(false)
  trial.clock.now += DAY_MS
  expect(await retainWhenDue(world as never)).toBe(true)
  expect((await rowOf(trial, 'incident', incident))?.doc.title).toBe('No longer kept')
  expect((await post('/plan', { ...wanted, incidentMonths: 1 })).status).toBe(400)
  trial.clock.now -= 150 * DAY_MS
  expect([401, 403]).toContain((await post('', wanted, ict)).status)
})
