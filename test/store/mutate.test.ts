import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { importRecords } from '../../src/domain/mutations/bring-in.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { applyStep, openScopes } from '../../src/store/apply.ts'
import { mutate } from '../../src/store/mutate.ts'
import { act, clock, dump, newId, openTrialStore, opsOf, outageRow, report, shared } from './trial-store.ts'

test('A record change and its outbox op commit together, or neither does', async () => {
  const store = await openTrialStore()
  await act(store, reportOutage, report)
  const before = await dump(store)
  const { put, add } = IDBObjectStore.prototype
  const writes = { count: 0, failsAt: 0 }
  const breaking = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, ...args) {
      writes.count += 1
      if (writes.count === writes.failsAt) throw new DOMException('the disk is full', 'QuotaExceededError')
      return write.apply(this, args)
    }
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(breaking(put))
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(breaking(add))
  try {
    for (let failsAt = 1; ; failsAt++) {
      writes.count = 0
      writes.failsAt = failsAt
      const isStored = await mutate(store, reportOutage, report).then(
        () => true,
        () => false,
      )
      if (isStored) break
      expect(await dump(store)).toEqual(before)
    }
    // An outage, its edge, its first line, the op and the number of the op.
    expect(writes.failsAt).toBe(6)
  } finally {
    vi.restoreAllMocks()
  }
  expect(await store.reads.all('outage')).toHaveLength(2)
  expect(await opsOf(store)).toHaveLength(2)
})

test('what mutate has resolved is there when the tab is killed and opened again', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  const [outage] = await act(store, reportOutage, report)
  const again = await openTrialStore({ disk })
  expect(await again.reads.get('outage', outage?.id ?? '')).toMatchObject({ level: 'down', endAt: null })
  expect((await opsOf(again)).map((op) => [op.mid, op.name])).toEqual([[1, 'outage.report']])
})

test('what a person did asks the disk for strict durability', async () => {
  const modes: unknown[] = []
  const { transaction } = IDBDatabase.prototype
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode, options) {
    if (mode === 'readwrite') modes.push(options?.durability)
    return transaction.call(this, names, mode, options)
  })
  const store = await openTrialStore()
  await act(store, reportOutage, report)
  vi.restoreAllMocks()
  expect(modes).toEqual(['strict'])
})

test('ops are numbered in the order of the acts, without a hole after a refused one', async () => {
  const store = await openTrialStore()
  const [outage] = await act(store, reportOutage, report)
  const outageId = outage?.id ?? ''
  await mutate(store, endOutage, { outageId: newId() })
  await act(store, endOutage, { outageId })
  await act(store, endOutage, { outageId })
  await act(store, addNote, { outageId, text: 'back', isForReaders: false })
  expect((await opsOf(store)).map((op) => `${op.mid} ${op.name}`)).toEqual([
    '1 outage.report',
    '2 outage.end',
    '3 outage.note',
  ])
})

test('acts at the same moment each get a number of their own', async () => {
  const store = await openTrialStore()
  await Promise.all([1, 2, 3, 4, 5].map(() => act(store, reportOutage, report)))
  expect((await opsOf(store)).map((op) => op.mid)).toEqual([1, 2, 3, 4, 5])
})

test('an op carries the versions that its author saw, group by group', async () => {
  const store = await openTrialStore()
  const id = newId()
  await openScopes(store, [shared])
  const row = outageRow(id, 7)
  const mixed = { ...row, groups: { ...row.groups, about: { ...row.groups.about, v: 4 } as never } }
  await applyStep(store, { scope: shared, rows: [mixed], from: 0, to: 7, isAnew: false })
  await act(store, describeOutage, { outageId: id, title: 'Mail', cause: '', workaround: '' })
  await act(store, endOutage, { outageId: id })
  const bases = (await opsOf(store)).map((op) => op.changes.find((change) => change.k === 'outage')?.base)
  expect(bases).toEqual([{ about: 4 }, { times: 7 }])
})

test('a mistake is a value with its field, and nothing is stored', async () => {
  const store = await openTrialStore()
  const before = await dump(store)
  const outcome = await mutate(store, reportOutage, { systemIds: ['not an id'], level: 'down' })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'bad_value', field: 'systemIds.0' } })
  expect(await dump(store)).toEqual(before)
})

test('what a role does not include is refused here already', async () => {
  const store = await openTrialStore({ grants: [{ role: 'staff', on: null }] })
  expect(await mutate(store, reportOutage, report)).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } })
  const council = { id: newId(), doc: { name: 'Ashford', shortName: 'A' } }
  expect(await mutate(store, saves.council, council)).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } })
})

test('more than one op may hold is refused, and nothing is stored', async () => {
  const store = await openTrialStore({ grants: [{ role: 'admin', on: null }, ...[{ role: 'ict' as const, on: null }]] })
  const before = await dump(store)
  const holidays = (count: number, source: string) =>
    Array.from({ length: count }, () => ({
      k: 'holiday',
      id: newId(),
      doc: { on: '2026-05-04', name: 'A day', source },
    }))
  for (const records of [holidays(201, ''), holidays(150, 'x'.repeat(199)).concat(holidays(50, 'é'.repeat(199)))])
    expect(await mutate(store, importRecords, { records })).toMatchObject({ ok: false, refusal: { code: 'too_large' } })
  expect(await dump(store)).toEqual(before)
  expect(await mutate(store, importRecords, { records: holidays(200, '') })).toMatchObject({ ok: true })
})

test('the time of an act is the device’s, its author the person of the store', async () => {
  const store = await openTrialStore()
  await act(store, reportOutage, report)
  expect((await opsOf(store))[0]).toMatchObject({ at: clock.now, by: store.personId, schema: 1 })
})
