import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../../src/domain/duration.ts'
import { incidentKind } from '../../../src/domain/incident.ts'
import { matterTypes } from '../../../src/domain/legal-words.ts'
import { matterKind } from '../../../src/domain/matter.ts'
import { create } from '../../../src/domain/mutation.ts'
import type { Row } from '../../../src/domain/record.ts'
import { runRetention } from '../../../src/server/privacy/retention.ts'
import { withoutItsWords } from '../../../src/server/privacy/retention-rules.ts'
import { randomFrom } from '../../flow/random.ts'
import { followed, raise } from '../desk.ts'
import { add, bytesOf } from '../files/filing.ts'
import { newEntry, type Practice, startPractice, wire } from '../practice.ts'
import { anotherDevice, cookieOf, type Device, goodPassword, rowOf, type Trial } from '../trial.ts'
import { day, plan, runOf, setRetention, startOld } from './old-desk.ts'

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
    await setRetention(trial, { incidentMonths: 6 })
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
    await setRetention(trial, { incidentMonths: 6 })
    await runRetention(runOf(trial), day)
    expect((await rowOf(trial, 'incident', open))?.doc.title).toBe('Still open')
    expect((await rowOf(trial, 'comment', late.id))?.doc.text).toBe('Said late')
  })

  test('stay in files that were added later, and go in those of its time', async () => {
    const { trial, ict, desk, incident } = await startOld()
    const at = { ofKind: 'incident', ofId: incident, councilId: desk.councilId } as const
    const early = await add(trial, ict, at, bytesOf(9))
    trial.clock.now += 210 * DAY_MS
    const late = await add(trial, await again(trial, ict), at, bytesOf(9))
    await setRetention(trial, { incidentMonths: 6 })
    expect(await plan(trial, { incidentMonths: 6 })).toMatchObject({ attachment: { count: 1 } })
    await runRetention(runOf(trial), day)
    expect(await rowOf(trial, 'attachment', early)).toMatchObject({ del: true, doc: {} })
    expect(await rowOf(trial, 'attachment', late)).toMatchObject({ del: false, doc: { name: 'rack.jpg' } })
  })

  test('what its requester follows goes with it', async () => {
    const { trial, staff, incident } = await startOld()
    expect(await followed(staff)).toHaveLength(1)
    trial.clock.now += 25 * DAY_MS
    await staff.pull()
    trial.clock.now += 80 * DAY_MS
    await setRetention(trial, { incidentMonths: 3 })
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
    await setRetention(trial, { narrativeYears: years })
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
    await setRetention(trial, { narrativeYears: { litigation: 7 } })
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
