import { expect, test } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { outgoing, takeAnswers } from '../../src/store/answers.ts'
import { applyStep, openScopes, settleAll } from '../../src/store/apply.ts'
import { act, dump, newId, openTrialStore, outageRow, report, shared } from './trial-store.ts'

test('a device that takes in an erased record keeps no word of it', async () => {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  const id = newId()
  const row = outageRow(id, 1)
  const named = { ...row, doc: { ...row.doc, title: 'CANARY' } }
  const step = { scope: shared, isAnew: false }
  await applyStep(store, { ...step, rows: [named], from: 0, to: 1 })
  expect(JSON.stringify(await dump(store))).toContain('CANARY')
  const mark = { v: 2, at: 1, by: 'a', client: 'privacy', mid: 0 }
  const erased = { ...row, ver: 2, del: true, doc: {}, groups: { deleted: mark } }
  await applyStep(store, { ...step, rows: [erased], from: 1, to: 2 })
  const tables = await dump(store)
  expect(JSON.stringify(tables)).not.toContain('CANARY')
  expect(tables.unknown).toEqual([])
  expect(await store.reads.all('outage')).toEqual([])
  expect(await store.reads.get('outage', id)).toBeUndefined()
})

for (const isSettled of [true, false])
  test(`what the device itself had sent of it goes too, ${isSettled ? 'also long after' : 'also before its rows have come'}`, async () => {
    const store = await openTrialStore()
    await openScopes(store, [shared])
    const written = [await act(store, reportOutage, report), await act(store, reportOutage, report)]
    const [id = '', kept = ''] = written.map((writes) => writes.find(({ k }) => k === 'outage')?.id)
    for (const outageId of [id, kept])
      await act(store, describeOutage, {
        outageId,
        title: outageId === id ? 'CANARY' : 'Stays',
        cause: '',
        workaround: '',
      })
    const { client, ops } = await outgoing(store, 100)
    const vers = { [shared]: 1 }
    await takeAnswers(
      store,
      client,
      ops.map(({ mid }) => ({ mid, o: 'ok' as const, vers })),
    )
    const step = { scope: shared, isAnew: false }
    if (isSettled) {
      await applyStep(store, { ...step, rows: [outageRow(id, 1), outageRow(kept, 1)], from: 0, to: 1 })
      await settleAll(store)
    }
    expect(JSON.stringify(await dump(store))).toContain('CANARY')
    const mark = { v: 2, at: 1, by: 'a', client: 'privacy', mid: 0 }
    const erased = { ...outageRow(id, 2), del: true, doc: {}, groups: { deleted: mark } }
    await applyStep(store, { ...step, rows: [erased], from: isSettled ? 1 : 0, to: 2 })
    expect(JSON.stringify(await dump(store))).not.toContain('CANARY')
    expect(JSON.stringify((await dump(store)).sent)).toContain('Stays')
    expect(await store.reads.get('outage', id)).toBeUndefined()
    expect(await store.reads.get('outage', kept)).toBeDefined()
  })
