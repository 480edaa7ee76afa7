// The functions against the real server: what they send is taken, what they get is understood.
import { beforeEach, expect, test, vi } from 'vitest'
import { checkConflicts, legalPeople, setWall, walls } from '../../src/sync/legal.ts'
import { type Device, origin, startTrial, type Trial } from '../server/trial.ts'

beforeEach(() => {
  vi.unstubAllGlobals()
})

const browse = (trial: Trial, { cookie }: Device) =>
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) =>
    trial.handler(new Request(origin + path, { ...init, headers: { ...init.headers, origin, cookie } })),
  )

test('a wall is set and shown, people are offered, a conflict is checked', async () => {
  const trial = startTrial()
  const [one, two] = [await trial.person('legal'), await trial.person('legal')]
  browse(trial, one)
  const matterId = trial.newId()
  const ids = [one.userId, two.userId].sort()
  const both = ids.map((id) => ({ id, name: 'Somebody' }))
  expect(await legalPeople()).toMatchObject({ ok: true, people: both })
  expect(await setWall(matterId, [two.userId])).toMatchObject({ ok: true, personIds: ids })
  expect(await walls(matterId)).toMatchObject({ ok: true, people: both })
  expect(await checkConflicts(['Smith'])).toMatchObject({ ok: true, isPossible: false })
})

test('a refusal comes as it is, and no network is told as such', async () => {
  const trial = startTrial()
  browse(trial, await trial.person('staff'))
  expect(await walls(trial.newId())).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')))
  for (const asked of [await legalPeople(), await checkConflicts(['Smith']), await setWall(trial.newId(), [])])
    expect(asked).toMatchObject({ ok: false, error: { code: 'offline' } })
})
