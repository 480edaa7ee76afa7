import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { eraseAgain, noteApplied } from '../../../src/server/privacy/erase-again.ts'
import { erasedListIn, erasedListName } from '../../../src/server/privacy/erased-list.ts'
import { wire } from '../practice.ts'
import { rowOf, startTrial } from '../trial.ts'

function startList() {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-erased-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { file: join(folder, erasedListName), list: erasedListIn(folder) }
}

test('the list outlives the process, and a line that a crash cut short stands by itself', () => {
  const { file, list } = startList()
  const record = { k: 'comment', id: 'a', s: 'desk:x' }
  expect(list.add([record])).toBe(1)
  appendFileSync(file, '{"k":"comm')
  expect(list.add([{ person: 'p', kinds: ['comment'] }])).toBe(3)
  expect(list.after(0)).toEqual([record, undefined, { person: 'p', kinds: ['comment'] }])
  expect(list.after(2)).toHaveLength(1)
})

test('a database that is behind the list catches up, once; one that is not does nothing', async () => {
  const { list } = startList()
  const trial = startTrial({ erased: list })
  const [admin, ict] = [await trial.person('admin'), await trial.person('ict')]
  const view = trial.newId()
  const doc = { ownerId: ict.userId, name: 'CANARY', query: '' }
  await ict.push('saved_view.save', [wire(create('saved_view', view, doc))])
  const [gone] = [trial.newId()]
  await ict.push('saved_view.save', [wire(create('saved_view', gone, doc))])
  await trial.post('/admin/privacy/erase', { id: gone }, admin.cookie)
  expect(await eraseAgain(trial.database, list, trial.clock.now)).toBe(0)
  const person = { k: 'person', id: ict.userId, s: 'catalogue', set: { about: { name: 'Name', team: '' } } }
  await admin.push('person.save', [person])
  const never = trial.newId()
  list.add([
    { k: 'saved_view', id: never, s: 'catalogue' },
    { person: ict.userId, kinds: ['saved_view', 'person'] },
  ])
  expect(await eraseAgain(trial.database, list, trial.clock.now)).toBe(2)
  expect(await rowOf(trial, 'saved_view', view)).toMatchObject({ del: true, doc: {} })
  expect(await rowOf(trial, 'saved_view', never)).toMatchObject({ del: true, doc: {} })
  expect(await rowOf(trial, 'person', ict.userId)).toMatchObject({ doc: { name: 'Former colleague' } })
  expect(await eraseAgain(trial.database, list, trial.clock.now)).toBe(0)
})

test('an erasure that a crash broke off is done at the next start, though another was finished meanwhile', async () => {
  const { list } = startList()
  const trial = startTrial({ erased: list })
  const [admin, ict, colleague] = [await trial.person('admin'), await trial.person('ict'), await trial.person('ict')]
  const [own, other] = [trial.newId(), trial.newId()]
  const save = (by: typeof ict, id: string) =>
    by.push('saved_view.save', [wire(create('saved_view', id, { ownerId: by.userId, name: 'CANARY', query: '' }))])
  await save(ict, own)
  await save(colleague, other)
  list.add([{ person: ict.userId, kinds: ['saved_view'] }])
  expect((await trial.post('/admin/privacy/erase', { id: other }, admin.cookie)).status).toBe(200)
  expect(await eraseAgain(trial.database, list, trial.clock.now)).toBe(1)
  expect(await rowOf(trial, 'saved_view', own)).toMatchObject({ del: true, doc: {} })
  expect(await eraseAgain(trial.database, list, trial.clock.now)).toBe(0)
})

test('erasures that end in another order than they began are all done', async () => {
  const { database } = startTrial()
  const { list } = startList()
  const all = ['a', 'b', 'c'].map((person) => ({ person, kinds: ['comment'] }))
  list.add(all)
  for (const [last, count] of [
    [3, 1],
    [2, 1],
    [1, 1],
  ] as const)
    await database.write((statements) => noteApplied(statements, last, count))
  expect(await eraseAgain(database, list, 0)).toBe(0)
  expect(list.add(all.slice(1))).toBe(5)
  await database.write((statements) => noteApplied(statements, 5, 2))
  expect(await eraseAgain(database, list, 0)).toBe(0)
})
