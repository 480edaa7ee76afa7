import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { add, bytesOf, fetched, putAll } from '../files/filing.ts'
import { newEntry, type Practice, startPractice, wire } from '../practice.ts'
import { type Device, errorCode, rowOf } from '../trial.ts'

async function newMatter({ trial, teamId, councilId }: Practice, by: Device, isHeld: boolean) {
  const matterId = trial.newId()
  const doc = {
    ...({ teamId, wallId: null, reference: `M${isHeld}`, title: 'A matter', type: 'litigation', councilId } as const),
    ...{ divisionId: null, leadId: null, gradeWanted: null, openedOn: '2026-01-01', closedOn: null },
    ...{ estimateHours: null, keyDates: [], parties: [], outcome: null, note: '', isHeld },
  }
  await by.push('matter.save', [wire(create('matter', matterId, doc))])
  return matterId
}

/** A matter with a file, and a narrative that the leaver wrote and a colleague changed without knowing of a change of theirs. */
async function startMatter(practice: Practice, isHeld: boolean) {
  const { trial, teamId, lawyers } = practice
  const [leaver, other] = lawyers as [Device, Device]
  const matterId = await newMatter(practice, leaver, isHeld)
  const secret = bytesOf(20, isHeld ? 3 : 5)
  const file = await add(trial, leaver, { ofKind: 'matter', ofId: matterId, teamId }, secret, { name: 'CANARY.jpg' })
  await putAll(trial, leaver, file, secret)
  const entry = newEntry(practice, leaver.userId, { matterId })
  await leaver.push('entry.add', [wire(entry)])
  const narrative = trial.newId()
  const text = { teamId, wallId: null, entryId: entry.id, matterId, text: 'CANARY first' }
  await leaver.push('narrative.save', [wire(create('narrative', narrative, text))])
  const v = (await rowOf(trial, 'narrative', narrative))?.groups.text?.v ?? 0
  const place = { k: 'narrative', id: narrative, s: `legal:${teamId}`, base: { text: v } }
  await leaver.push('narrative.save', [{ ...place, set: { text: { text: 'CANARY second' } } }])
  trial.clock.now += 1000
  await other.push('narrative.save', [{ ...place, set: { text: { text: 'By a colleague' } } }])
  const conflicts = await trial.database.read((statements) => statements.recordsFrom('conflict', '', 10))
  const conflict = conflicts.find(({ doc }) => doc.includes(narrative))?.id ?? ''
  return { secret, file, narrative, conflict, matterId }
}

async function startHeld() {
  const practice = await startPractice(2)
  const held = await startMatter(practice, true)
  const free = await startMatter(practice, false)
  return { practice, held, free }
}

test('a legal hold keeps what somebody who left wrote of it: files, both values of a conflict, and the ops', async () => {
  const { practice, held, free } = await startHeld()
  const { trial, head, lawyers } = practice
  const [leaver, other] = lawyers as [Device, Device]
  await trial.post('/admin/people/disable', { id: leaver.userId, isDisabled: true }, head.cookie)
  const asked = await trial.post('/admin/privacy/departed', { id: leaver.userId }, head.cookie)
  expect((await asked.json()).counts).toEqual({ attachment: 1, conflict: 1 })
  const kinds = ['attachment', 'conflict', 'narrative']
  await trial.post('/admin/privacy/departed/erase', { id: leaver.userId, kinds }, head.cookie)
  expect(await rowOf(trial, 'attachment', free.file)).toMatchObject({ del: true, doc: {} })
  expect(await rowOf(trial, 'attachment', held.file)).toMatchObject({ del: false, doc: { name: 'CANARY.jpg' } })
  expect(await fetched(trial, other, free.file, free.secret)).toBe(404)
  expect(await fetched(trial, other, held.file, held.secret)).toBe('whole')
  expect(await rowOf(trial, 'conflict', free.conflict)).toMatchObject({ del: true, doc: {} })
  expect(JSON.stringify(await rowOf(trial, 'conflict', held.conflict))).toContain('CANARY second')
  const ops = (await trial.database.read((statements) => statements.opsFrom(0, 1000))).map(({ body }) => body)
  for (const said of ['CANARY first', 'CANARY second', 'CANARY.jpg'])
    expect(
      ops
        .filter((body) => body.includes(said))
        .map((body) => body.includes(held.narrative) || body.includes(held.file)),
    ).toEqual([true])
})

test('nothing of a matter under a legal hold is erased by itself until the hold is lifted', async () => {
  const { practice, held } = await startHeld()
  const { trial, head, lawyers } = practice
  const erase = (id: string) => trial.post('/admin/privacy/erase', { id }, head.cookie)
  for (const id of [held.file, held.narrative]) expect(await errorCode(await erase(id))).toBe('legal_hold')
  expect((await rowOf(trial, 'narrative', held.narrative))?.del).toBe(false)
  expect(await fetched(trial, lawyers[0] as Device, held.file, held.secret)).toBe('whole')
  const matter = await rowOf(trial, 'matter', held.matterId)
  const { openedOn, closedOn, outcome } = matter?.doc ?? {}
  const state = { openedOn, closedOn, outcome, isHeld: false }
  const base = { state: matter?.groups.state?.v ?? 0 }
  const lift = { k: 'matter', id: held.matterId, s: matter?.s ?? '', base, set: { state } }
  expect(await lawyers[0]?.push('matter.save', [lift as never])).toMatchObject({ o: 'ok' })
  for (const id of [held.file, held.narrative]) expect((await erase(id)).status).toBe(200)
})
