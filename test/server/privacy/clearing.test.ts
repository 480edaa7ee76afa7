import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { emptyOps } from '../../../src/server/privacy/clearing.ts'
import { eraseRecord } from '../../../src/server/privacy/erase.ts'
import { erasedInMemory } from '../../../src/server/privacy/erased-list.ts'
import { wire } from '../practice.ts'
import { startTrial } from '../trial.ts'

test('what an erasure adds while ops are being emptied stays to be done', async () => {
  const { database } = startTrial()
  await database.write((statements) => statements.addWordless(['early']))
  let adding: Promise<void> | undefined
  const isStopped = () => {
    adding ??= database.write((statements) => statements.addWordless(['late']))
    return false
  }
  expect(await emptyOps(database, { isStopped })).toBe(true)
  await adding
  expect([...(await database.read((statements) => statements.wordless()))]).toEqual(['late'])
})

test('a record that is erased while ops are being emptied does not come back into its op', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  const [first, second] = [trial.newId(), trial.newId()]
  const views = [first, second].map((id, i) =>
    wire(create('saved_view', id, { ownerId: ict.userId, name: `CANARY ${i}`, query: '' })),
  )
  expect(await ict.push('saved_view.save', views)).toMatchObject({ o: 'ok' })
  const ofErasure = { id: second, by: ict.userId, now: trial.clock.now, list: erasedInMemory() }
  let erasing: Promise<unknown> | undefined
  await emptyOps(trial.database, {
    isAlso: async (_, { id }) => {
      erasing ??= trial.database.write((statements) => eraseRecord(statements, ofErasure))
      return id === first
    },
  })
  await erasing
  const ops = await trial.database.read((statements) => statements.opsFrom(0, 10))
  expect(ops.map(({ body }) => body).join()).toContain(second)
  expect(ops.map(({ body }) => body).join()).not.toContain('CANARY')
})
