import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../src/domain/duration.ts'
import { incidentKind } from '../../../src/domain/incident.ts'
import { matterTypes } from '../../../src/domain/legal-words.ts'
import { matterKind } from '../../../src/domain/matter.ts'
import { create } from '../../../src/domain/mutation.ts'
import { addWorkNote } from '../../../src/domain/mutations/tell-incident.ts'
import type { Row } from '../../../src/domain/record.ts'
import { keepsAll, type Retention } from '../../../src/domain/retention.ts'
import { nightOf, retainWhenDue } from '../../../src/server/privacy/nightly.ts'
import { planRetention, runRetention, saveRetention } from '../../../src/server/privacy/retention.ts'
import { withoutItsWords } from '../../../src/server/privacy/retention-rules.ts'
import { createPokes } from '../../../src/server/sync/pokes.ts'
import { randomFrom } from '../../flow/random.ts'
import { act, followed, note, raise, say, work } from '../desk.ts'
import { newEntry, type Practice, startPractice, wire } from '../practice.ts'
import { anotherDevice, cookieOf, type Device, goodPassword, rowOf, startTrial, type Trial } from '../trial.ts'

const day = { key: 'retention.ran', day: '2027-01-01' }
const runOf = (trial: Trial, isStopped = () => false) => ({
  ...{ database: trial.database, now: trial.clock.now, onWritten: () => {}, isStopped },
})
const set = (trial: Trial, retention: Partial<Retention>) =>
  trial.database.write((statements) => saveRetention(statements, { ...keepsAll, ...retention }))
const plan = (trial: Trial, retention: Partial<Retention>) =>
  planRetention(trial.database, { ...keepsAll, ...retention }, trial.clock.now)

async function startOld() {
  const trial = startTrial()
  const [admin, ict, staff] = [await trial.person('admin'), await trial.person('ict'), await trial.person('staff')]
  const desk = { trial, councilId: trial.newId(), ict, staff }
  const incident = await raise(desk, staff, { title: 'CANARY title' })
  await say(desk, staff, incident, 'CANARY comment')
  await note(desk, ict, incident, 'CANARY note')
  await act(desk, ict, addWorkNote, {
    ...{ incidentId: incident, councilId: desk.councilId, text: 'CANARY with minutes', minutes: 25 },
  })
  expect(await work(desk, incident, { describe: { title: 'CANARY title', text: 'CANARY text' } })).toMatchObject({
    o: 'ok',
  })
  await work(desk, incident, { move: { state: 'resolved', resolution: 'CANARY resolution' } })
  return { trial, admin, ict, staff, desk, incident }
}
/** Signed in anew: the session has ended meanwhile. */
async function again(trial: Trial, device: Device): Promise<Device> {
  const email = `${device.userId}@trial.test`
  const answer = await trial.post('/auth/sign-in', { email, password: goodPassword })
  return anotherDevice(trial, { ...device, cookie: cookieOf(answer) })
}

const bodies = async (trial: Trial) =>
  (await trial.database.read((statements) => statements.opsFrom(0, 1000))).map(({ body }) => body).join('\n')

describe('words of incidents', () => {
  test('go so many months after it ended, from rows, devices, followers and ops; figures stay', async () => {
    const { trial, ict, staff, incident } = await startOld()
    const before = await rowOf(trial, 'incident', incident)
    const cursors = (await ict.pull()).end.cursors
    await set(trial, { incidentMonths: 6 })
    trial.clock.now += 5 * 30 * DAY_MS
    expect(await plan(trial, { incidentMonths: 6 })).toEqual({})
    trial.clock.now += 60 * DAY_MS
    expect(await plan(trial, { incidentMonths: 6 })).toMatchObject({ incident: { count: 1 }, comment: { count: 1 } })
    expect(await bodies(trial)).toContain('CANARY')
    expect(await runRetention(runOf(trial), day)).toBe(true)
    const row = (await rowOf(trial, 'incident', incident)) as Row
    expect(incidentKind.schema.safeParse(row.doc).success).toBe(true)
    const figures = [
      'councilId',
      'divisionId',
      'raisedAt',
      'resolvedAt',
      'state',
      'flags',
      'priority',
      'impact',
      'category',
    ]
    for (const field of [...figures, 'systemId', 'reopenCount', 'matrixPriority', 'raisedById'])
      expect(row.doc[field]).toEqual(before?.doc[field])
    expect(row).toMatchObject({ del: false, doc: { title: 'No longer kept', text: '', requesterId: null } })
    expect(await bodies(trial)).not.toContain('CANARY')
    for (const device of [await again(trial, ict), await again(trial, staff)]) {
      const { head, rows } = await device.pull(cursors)
      expect(JSON.stringify(rows)).not.toContain('CANARY')
      expect(head.deleted).toBeUndefined()
      if (device.userId === ict.userId) expect(JSON.stringify(rows)).toContain('"minutes":25')
    }
    const acts = await trial.database.read((statements) => statements.acts({ area: 'privacy' }, 5))
    expect(acts.map(({ name, person }) => [name, person])).toEqual([['privacy.retained', null]])
    expect(acts[0]?.code).toContain('incident 1')
  })

  test('stay while it is open, and what is said later has its own time', async () => {
    const { trial, ict, desk, incident } = await startOld()
    const open = await raise(desk, ict, { title: 'Still open' })
    trial.clock.now += 150 * DAY_MS
    const row = await rowOf(trial, 'comment', (await lineOf(trial, 'comment', incident)).id)
    const late = { ...(row as Row), id: trial.newId(), doc: { ...row?.doc, text: 'Said late', at: trial.clock.now } }
    await trial.database.write((statements) =>
      statements.saveRow({ ...late, doc: JSON.stringify(late.doc), groups: JSON.stringify(late.groups) }),
    )
    trial.clock.now += 60 * DAY_MS
    await set(trial, { incidentMonths: 6 })
    await runRetention(runOf(trial), day)
    expect((await rowOf(trial, 'incident', open))?.doc.title).toBe('Still open')
    expect((await rowOf(trial, 'comment', late.id))?.doc.text).toBe('Said late')
  })

  test('what its requester follows goes with it', async () => {
    const { trial, staff, incident } = await startOld()
    expect(await followed(staff)).toHaveLength(1)
    trial.clock.now += 25 * DAY_MS
    await staff.pull()
    trial.clock.now += 80 * DAY_MS
    await set(trial, { incidentMonths: 3 })
    await runRetention(runOf(trial), day)
    const rows = await trial.database.read((statements) => statements.recordsFrom('follow', '', 10))
    expect(rows.map(({ del, doc }) => [del, doc])).toEqual([[true, '{}']])
    expect((await rowOf(trial, 'incident', incident))?.del).toBe(false)
  })
})

async function lineOf(trial: Trial, kind: string, incidentId: string) {
  const parts = await trial.database.read((statements) => statements.partsOf(incidentId))
  const found = parts.find(({ k }) => k === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

interface Narrated {
  readonly matterId: string
  readonly narrativeId: string
  readonly isPast: boolean
}

async function narrate(
  practice: Practice,
  lawyer: Device,
  more: { readonly closedOn: string | null; readonly isHeld: boolean; readonly type: (typeof matterTypes)[number] },
): Promise<Pick<Narrated, 'matterId' | 'narrativeId'>> {
  const { trial, teamId, councilId } = practice
  const [matterId, narrativeId] = [trial.newId(), trial.newId()]
  const doc = {
    ...{ teamId, wallId: null, reference: matterId.slice(-8), title: 'A matter', councilId, divisionId: null },
    ...{ leadId: null, gradeWanted: null, openedOn: '2000-01-01', estimateHours: null, keyDates: [], parties: [] },
    ...{ outcome: null, note: 'CANARY note', ...more },
  }
  await lawyer.push('matter.save', [wire(create('matter', matterId, doc))])
  const entry = newEntry(practice, lawyer.userId, { matterId })
  await lawyer.push('entry.add', [wire(entry)])
  const text = { teamId, wallId: null, entryId: entry.id, matterId, text: 'CANARY narrative' }
  expect(await lawyer.push('narrative.save', [wire(create('narrative', narrativeId, text))])).toMatchObject({ o: 'ok' })
  return { matterId, narrativeId }
}

describe('narratives', () => {
  test('go by the class of their matter, of random ages, unless it is held or open; times and units stay', async () => {
    const practice = await startPractice(1)
    const { trial, lawyers } = practice
    const lawyer = lawyers[0] as Device
    const random = randomFrom(2026)
    const years: Record<string, number> = { litigation: 7, property: 15 }
    const made: Narrated[] = []
    for (let i = 0; i < 32; i++) {
      const wanted = random.one(i % 3 === 0 ? matterTypes : (['litigation', 'property'] as const))
      const age = random.below(25)
      const closedOn = random.share() < 0.2 ? null : `${2026 - age}-0${1 + random.below(9)}-15`
      const isHeld = random.share() < 0.25
      const limit = years[wanted]
      const cut = `${2026 - (limit ?? 0)}-03-02`
      const isPast = limit !== undefined && closedOn !== null && !isHeld && closedOn < cut
      made.push({ ...(await narrate(practice, lawyer, { closedOn, isHeld, type: wanted })), isPast })
    }
    const past = made.filter(({ isPast }) => isPast).length
    expect([past > 2, past < 25]).toEqual([true, true])
    const entries = JSON.stringify(await trial.database.read((statements) => statements.recordsFrom('entry', '', 100)))
    await set(trial, { narrativeYears: years })
    expect((await plan(trial, { narrativeYears: years })).narrative?.count).toBe(past)
    await runRetention(runOf(trial), day)
    for (const { matterId, narrativeId, isPast } of made) {
      expect((await rowOf(trial, 'narrative', narrativeId))?.doc.text).toBe(isPast ? undefined : 'CANARY narrative')
      const matter = await rowOf(trial, 'matter', matterId)
      expect(matterKind.schema.safeParse(matter?.doc).success).toBe(true)
      expect(matter?.doc.note).toBe(isPast ? '' : 'CANARY note')
    }
    expect(JSON.stringify(await trial.database.read((statements) => statements.recordsFrom('entry', '', 100)))).toBe(
      entries,
    )
    const heads = await trial.database.read((statements) => statements.heads())
    expect(await plan(trial, { narrativeYears: years })).toEqual({})
    await runRetention(runOf(trial), day)
    expect(await trial.database.read((statements) => statements.heads())).toEqual(heads)
  })

  test('a run that is interrupted anywhere goes on where it was, and counts all of it', async () => {
    const practice = await startPractice(1)
    const { trial, lawyers } = practice
    for (let i = 0; i < 25; i++)
      await narrate(practice, lawyers[0] as Device, { closedOn: '2010-01-01', isHeld: false, type: 'litigation' })
    await set(trial, { narrativeYears: { litigation: 7 } })
    for (let steps = 1, isDone = false; !isDone; steps++) {
      let left = steps
      isDone = await runRetention(
        runOf(trial, () => left-- <= 0),
        day,
      )
    }
    expect(await plan(trial, { narrativeYears: { litigation: 7 } })).toEqual({})
    expect(await bodies(trial)).not.toContain('CANARY')
    const acts = await trial.database.read((statements) => statements.acts({ area: 'privacy' }, 5))
    expect(acts.map(({ code }) => code)).toEqual(['matter 25, narrative 25'])
  })

  test('a record that can be changed no more keeps its marks but for what was emptied', () => {
    const mark = { v: 1, at: 1, by: 'a', client: 'c', mid: 1 }
    const row = { k: 'matter', id: 'm', s: 'legal:x', ver: 1, del: false, doc: '{"note":"a","title":"t"}' }
    const cleared = withoutItsWords(
      { ...row, groups: JSON.stringify({ note: mark, about: mark }) },
      { note: { note: '' } },
      {
        ...mark,
        v: 9,
      },
    )
    expect(JSON.parse(cleared.doc)).toEqual({ note: '', title: 't' })
    expect(JSON.parse(cleared.groups)).toMatchObject({ note: { v: 9 }, about: { v: 1 } })
  })
})

describe('the night', () => {
  const world = (trial: Trial) => ({ ...trial, pokes: createPokes(), now: () => trial.clock.now, log: () => {} })

  for (const [what, from] of [
    ['forward', '2026-03-27T12:00:00Z'],
    ['back', '2026-10-23T12:00:00Z'],
  ] as const)
    test(`it runs once a night when the clocks go ${what}`, async () => {
      const trial = startTrial()
      await set(trial, { actMonths: 3 })
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
    await set(trial, asked)
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
