import { expect, test } from 'vitest'
import type { DocOf } from '../../../src/domain/kinds.ts'
import { workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import { createPasswords } from '../../../src/server/auth/password.ts'
import { fillWithSample } from '../../../src/server/auth/sample.ts'
import type { StoredRow } from '../../../src/server/database/port.ts'
import { changesOf } from '../desk.ts'
import { figureRows } from '../practice.ts'
import type { Device, Trial } from '../trial.ts'
import { aboutOf, cookieOf, errorCode, newOutage, rowOf, shared, startTrial } from '../trial.ts'

const password = 'the password of the sample'
const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))

async function withSample() {
  const trial = startTrial()
  const passwords = createPasswords({ memoryKib: 8, passes: 1 })
  await fillWithSample({ database: trial.database, now: () => trial.clock.now, random, passwords }, password)
  return trial
}

const rowsOf = (trial: Trial, scope: string): Promise<StoredRow[]> =>
  trial.database.read(async (statements) => (await statements.rowsAfter(scope, 0, 1e6)).filter((row) => !row.del))

/** An incident of the sample, that somebody of no role follows, is worked on by one of our own. */
async function workOnOne(trial: Trial, own: Device) {
  const follows = await trial.database.read((statements) => statements.rowsOfKind('follow', '', 1000))
  const staff = await trial.database.read((statements) => statements.userByEmail('staff@sample.test'))
  const of = follows.map((row) => JSON.parse(row.doc) as DocOf<'follow'>).filter((doc) => doc.personId === staff?.id)
  expect(of.length).toBe(5)
  const { incidentId: worked = '' } = of.find(({ state }) => state === 'in_progress') ?? {}
  const parts = { categorise: { category: 'Ours' } }
  const changes = await changesOf({ trial }, own, workOnIncident, { incidentId: worked, parts })
  expect((await own.push('incident.work', changes)).o).toBe('ok')
  return { worked, staffId: staff?.id ?? '' }
}

test('the sample goes with its sums; what people made themselves stays, with the systems that it refers to', async () => {
  const trial = await withSample()
  const own = await trial.person('admin', 'ict', 'manager')
  trial.figures.refresh()
  await trial.figures.settled()
  expect(await figureRows(own)).not.toEqual([])
  const systems = (await rowsOf(trial, 'catalogue')).filter((row) => row.k === 'system')
  const onDesk = await rowsOf(trial, shared)
  const edited = onDesk.find((row) => row.k === 'outage')
  const itsSystems = onDesk.filter((row) => row.k === 'affected' && JSON.parse(row.doc).outageId === edited?.id)
  const [used, ...others] = systems.filter((row) => !itsSystems.some((edge) => edge.doc.includes(row.id)))
  const unused = others.find((row) => !used?.doc.includes(row.id))
  const outageId = trial.newId()
  const edge = { edge: { outageId, systemId: used?.id }, mark: { mark: 'affected' } }
  const report = [newOutage(outageId), { k: 'affected', id: trial.newId(), s: shared, set: edge }]
  expect((await own.push('outage.report', report)).o).toBe('ok')
  const described = {
    k: 'outage',
    id: edited?.id ?? '',
    s: shared,
    base: { about: edited?.ver ?? 0 },
    set: aboutOf('Ours'),
  }
  await own.push('outage.describe', [described])
  const { worked, staffId } = await workOnOne(trial, own)

  const answer = await trial.post('/admin/sample/remove', {}, own.cookie)
  const { removed, remains } = (await answer.json()) as { removed: number; remains: { kind: string; count: number }[] }
  expect(removed).toBeGreaterThan(500)
  const count = (kind: string) => remains.find((line) => line.kind === kind)?.count
  expect([count('outage'), count('partnership'), count('holiday')]).toEqual([2, 1, 132])

  await trial.figures.settled()
  expect(await figureRows(own)).toEqual([])
  expect([count('team'), count('team_month')]).toEqual([undefined, undefined])
  expect((await rowOf(trial, 'outage', outageId))?.del).toBe(false)
  expect((await rowOf(trial, 'system', used?.id ?? ''))?.del).toBe(false)
  expect((await rowOf(trial, 'system', unused?.id ?? ''))?.del).toBe(true)
  const councils = (await rowsOf(trial, 'catalogue')).filter((row) => row.k === 'council')
  const onDesks = (await Promise.all(councils.map(({ id }) => rowsOf(trial, `desk:${id}`)))).flat()
  expect(onDesks.filter((row) => row.k === 'incident').map(({ id }) => id)).toEqual([worked])
  const lines = onDesks.filter((row) => ['incident_event', 'comment'].includes(row.k))
  expect(new Set(lines.map((row) => JSON.parse(row.doc).incidentId))).toEqual(new Set([worked]))
  expect((await rowsOf(trial, `user:${staffId}`)).map((row) => JSON.parse(row.doc).incidentId)).toEqual([worked])
  const stories = (await rowsOf(trial, shared)).filter((row) => row.k === 'event').map((row) => JSON.parse(row.doc))
  expect(new Set(stories.map((story) => story.outageId))).toEqual(new Set([edited?.id]))
  const [partnership] = (await rowsOf(trial, 'catalogue')).filter((row) => row.k === 'partnership')
  expect(JSON.parse(partnership?.doc ?? '{}')).toMatchObject({ isSample: false })
  expect((await trial.post('/auth/sign-in', { email: 'ict@sample.test', password })).status).toBe(401)
})

test('the sample stays as long as its own administrator is the only one', async () => {
  const trial = await withSample()
  const cookie = cookieOf(await trial.post('/auth/sign-in', { email: 'admin@sample.test', password }))
  expect(await errorCode(await trial.post('/admin/sample/remove', {}, cookie))).toBe('needs_admin')
})

test('where there is no sample, nothing is removed', async () => {
  const trial = startTrial()
  const own = await trial.person('admin', 'ict')
  await own.push('outage.report', [newOutage(trial.newId())])
  const answer = await trial.post('/admin/sample/remove', {}, own.cookie)
  expect(await answer.json()).toMatchObject({ removed: 0, remains: [{ kind: 'outage', count: 1 }] })
})
