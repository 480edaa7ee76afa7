import { expect, test } from 'vitest'
import { legalScope, matterScope } from '../../../src/domain/scope.ts'
import { wipeScopes } from '../../../src/store/wipe.ts'
import { isWaitingMatter, keepWaitingMatter, writeWaitingMatters } from '../../../src/views/matters/errands.ts'
import { matterDoc, openPractice, teamId, walledId } from '../../domain/legal-trial.ts'
import { dump, newId } from '../../store/trial-store.ts'

test('a matter that waits for its wall is written once this person is let behind it', async () => {
  const store = await openPractice()
  const waiting = newId()
  await keepWaitingMatter(store, waiting, matterDoc('Another grievance', waiting))
  expect(await writeWaitingMatters(store)).toEqual([])
  await keepWaitingMatter(store, walledId, matterDoc('A grievance, told anew', walledId))
  expect(await writeWaitingMatters(store)).toEqual([walledId])
  expect((await store.reads.get('matter', walledId))?.title).toBe('A grievance, told anew')
})

test('a matter that waits for its wall is written once, whoever asks at the same time', async () => {
  const store = await openPractice()
  await keepWaitingMatter(store, walledId, matterDoc('A grievance, told anew', walledId))
  const before = await store.database.outbox.count()
  const written = await Promise.all([writeWaitingMatters(store), writeWaitingMatters(store)])
  expect(written).toEqual([[walledId], []])
  expect(await isWaitingMatter(store, walledId)).toBe(false)
  expect(await store.database.outbox.count()).toBe(before + 1)
})

test('a matter that waits for its wall goes with the right to it, and with the role', async () => {
  for (const scopeOf of [matterScope, () => legalScope(teamId)]) {
    const store = await openPractice()
    const id = newId()
    await keepWaitingMatter(store, id, matterDoc('canary-7c1', id))
    await wipeScopes(store, [scopeOf(id)])
    expect(JSON.stringify(await dump(store))).not.toContain('canary-7c1')
  }
})
