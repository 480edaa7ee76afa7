import { expect, test } from 'vitest'
import type { Device, Trial } from '../trial.ts'
import { aboutOf, anotherDevice, newOutage, rowOf, shared, startTrial } from '../trial.ts'

/** Two people describe one outage, neither knowing of the other; the second one, later, shows. */
async function twoDescribe(second = 'Second') {
  const trial = startTrial()
  const [ann, ben] = [await trial.person('ict'), await trial.person('ict')]
  const id = trial.newId()
  await ann.push('outage.report', [newOutage(id)])
  await retitle(ann, id, 'First')
  trial.clock.now += 1000
  const verdict = await retitle(ben, id, second)
  const { rows } = await ann.pull()
  return { trial, ann, ben, id, verdict, conflicts: rows.filter((row) => row.k === 'conflict') }
}

const retitle = (device: Device, id: string, title: string, base = 1) =>
  device.push('outage.describe', [{ k: 'outage', id, s: shared, base: { about: base }, set: aboutOf(title) }])

const solution = (device: Device, conflictId: string, outcome: string, at = 5) => ({
  k: 'conflict',
  id: conflictId,
  s: shared,
  base: { solved: 3 },
  set: { solved: { solvedAt: at, solvedById: device.userId, outcome } },
})

async function solve(trial: Trial, device: Device, conflictId: string, outageId: string, title: string) {
  const ver = (await rowOf(trial, 'outage', outageId))?.groups.about?.v ?? 0
  const other = { k: 'outage', id: outageId, s: shared, base: { about: ver }, set: aboutOf(title) }
  return device.push('conflict.solve', [other, solution(device, conflictId, 'other')])
}

test('of two values set without knowing of each other the later shows and the other is kept, word for word', async () => {
  const { trial, ann, ben, id, verdict, conflicts } = await twoDescribe()
  expect(verdict.o).toBe('conflict')
  expect((await rowOf(trial, 'outage', id))?.doc.title).toBe('Second')
  expect(conflicts).toHaveLength(1)
  expect(conflicts[0]).toMatchObject({
    s: shared,
    ver: verdict.vers?.[shared],
    doc: {
      kind: 'outage',
      recordId: id,
      group: 'about',
      shown: { value: aboutOf('Second').about, by: ben.userId },
      other: { value: aboutOf('First').about, by: ann.userId },
      solvedAt: null,
    },
  })
})

test('the same value set twice is no conflict', async () => {
  const { verdict, conflicts } = await twoDescribe('First')
  expect(verdict.o).toBe('ok')
  expect(conflicts).toEqual([])
})

test('two people who change different groups both have their way', async () => {
  const trial = startTrial()
  const [ann, ben] = [await trial.person('ict'), await trial.person('ict')]
  const id = trial.newId()
  await ann.push('outage.report', [newOutage(id)])
  await retitle(ann, id, 'Mail')
  const times = { startAt: 1, endAt: 2 }
  const ended = { k: 'outage', id, s: shared, base: { times: 1 }, set: { times } }
  expect((await ben.push('outage.end', [ended])).o).toBe('ok')
  expect((await rowOf(trial, 'outage', id))?.doc).toMatchObject({ title: 'Mail', endAt: 2 })
})

test("a person's second edit follows their first without a conflict, though no answer came between", async () => {
  const trial = startTrial()
  const ann = await trial.person('ict')
  const id = trial.newId()
  const texts = [
    ann.opText('outage.report', [newOutage(id)]),
    ann.opText('outage.describe', [{ k: 'outage', id, s: shared, base: {}, set: aboutOf('One') }]),
    ann.opText('outage.describe', [{ k: 'outage', id, s: shared, base: {}, set: aboutOf('Two') }]),
  ]
  expect(await ann.send(texts)).toMatchObject({ results: [{ o: 'ok' }, { o: 'ok' }, { o: 'ok' }] })
  expect((await rowOf(trial, 'outage', id))?.doc.title).toBe('Two')
})

test('the other value can be used: the record changes and the conflict is solved, in one op', async () => {
  const { trial, ann, id, conflicts } = await twoDescribe()
  const conflictId = conflicts[0]?.id ?? ''
  expect((await solve(trial, ann, conflictId, id, 'First')).o).toBe('ok')
  expect((await rowOf(trial, 'outage', id))?.doc.title).toBe('First')
  const solved = await rowOf(trial, 'conflict', conflictId)
  expect(solved?.doc).toMatchObject({ outcome: 'other', solvedById: ann.userId, shown: { value: { title: 'Second' } } })
})

test('the value that shows can be kept', async () => {
  const { trial, ann, id, conflicts } = await twoDescribe()
  expect((await ann.push('conflict.solve', [solution(ann, conflicts[0]?.id ?? '', 'shown')])).o).toBe('ok')
  expect((await rowOf(trial, 'outage', id))?.doc.title).toBe('Second')
})

test('a conflict is solved once: who comes second is told', async () => {
  const { ann, ben, conflicts } = await twoDescribe()
  const conflictId = conflicts[0]?.id ?? ''
  await ann.push('conflict.solve', [solution(ann, conflictId, 'shown')])
  expect((await ben.push('conflict.solve', [solution(ben, conflictId, 'shown', 6)])).code).toBe('already_solved')
})

test('solving may change nothing but what the conflict names, to the value that it keeps', async () => {
  const { trial, ann, id, conflicts } = await twoDescribe()
  const conflictId = conflicts[0]?.id ?? ''
  expect((await solve(trial, ann, conflictId, id, 'Third')).code).toBe('not_its_conflict')

  const another = trial.newId()
  await ann.push('outage.report', [newOutage(another)])
  expect((await solve(trial, ann, conflictId, another, 'First')).code).toBe('not_its_conflict')

  const times = { k: 'outage', id, s: shared, base: {}, set: { times: { startAt: 1, endAt: 2 } } }
  expect((await ann.push('conflict.solve', [times, solution(ann, conflictId, 'other')])).code).toBe('not_its_conflict')
  expect((await ann.push('conflict.solve', [times])).code).toBe('not_its_conflict')
  expect((await ann.push('conflict.solve', [solution(ann, conflictId, 'other')])).code).toBe('not_its_conflict')
  const forged = { ...solution(ann, conflictId, 'shown') }
  forged.set.solved.solvedById = 'somebody else'
  expect((await ann.push('conflict.solve', [forged])).code).toBe('not_its_conflict')
  expect((await rowOf(trial, 'conflict', conflictId))?.doc.solvedAt).toBeNull()
})

test('who may not write the record may not solve its conflicts', async () => {
  const { trial, conflicts } = await twoDescribe()
  const manager = await trial.person('manager', 'staff', 'client_officer')
  const verdict = await manager.push('conflict.solve', [solution(manager, conflicts[0]?.id ?? '', 'shown')])
  expect(verdict.code).toBe('not_allowed')
})

test('who may write one kind of record somewhere may not solve the conflicts of another kind there', async () => {
  const trial = startTrial()
  const [ann, ben, staff] = [await trial.person('ict'), await trial.person('ict'), await trial.person('staff')]
  const [id, outageId, councilId] = [trial.newId(), trial.newId(), trial.newId()]
  const s = `desk:${councilId}`
  const tell = (device: Device, workaround: string, more = {}) =>
    device.push('outage.people', [{ k: 'reach', id, s, base: {}, set: { workaround: { workaround }, ...more } }])
  await tell(ann, 'Paper', { edge: { outageId, councilId }, people: { divisions: [] } })
  expect((await tell(ben, 'Telephone')).o).toBe('conflict')
  const conflict = (await ann.pull()).rows.find((row) => row.k === 'conflict')
  const solving = (device: Device) =>
    device.push('conflict.solve', [{ ...solution(device, conflict?.id ?? '', 'shown'), s, base: { solved: 2 } }])
  expect((await solving(staff)).code).toBe('not_allowed')
  expect((await solving(ann)).o).toBe('ok')
})

test('no device can write a conflict of its own making', async () => {
  const trial = startTrial()
  const ann = await trial.person('ict')
  const side = { value: {}, by: 'x', at: 1 }
  const what = { kind: 'outage', recordId: trial.newId(), group: 'about', scope: shared, shown: side, other: side }
  const change = {
    k: 'conflict',
    id: trial.newId(),
    s: shared,
    set: { what, solved: solution(ann, '', 'shown').set.solved },
  }
  expect((await ann.push('outage.describe', [change])).code).toBe('not_its_group')
  expect((await ann.push('conflict.solve', [change])).code).toBe('no_such_conflict')
})

test('two devices of one person are two authors', async () => {
  const trial = startTrial()
  const desk = await trial.person('ict')
  const phone = anotherDevice(trial, desk)
  const id = trial.newId()
  await desk.push('outage.report', [newOutage(id)])
  await retitle(desk, id, 'At the desk')
  expect((await retitle(phone, id, 'On the way')).o).toBe('conflict')
})
