import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { mutate } from '../../src/store/mutate.ts'
import { watch } from '../../src/store/watch.ts'
import { act, openTrialStore, opsOf, report } from './trial-store.ts'

/** What another, newer version of the app does to the same database. */
async function upgrade(disk: IDBFactory): Promise<number> {
  const newer = new Dexie('trial', { indexedDB: disk, IDBKeyRange })
  newer.version(2).stores({ k_satellite: 'id' })
  await newer.open()
  const version = newer.backendDB().version
  newer.close()
  return version
}

test('a page whose records newer code has taken over stops, says so, and writes nothing more', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  const troubles: string[] = []
  store.onTrouble((trouble) => troubles.push(trouble))
  await upgrade(disk)
  expect(troubles).toEqual(['newer_version'])
  await expect(mutate(store, reportOutage, report)).rejects.toThrow()
  await expect(store.reads.all('outage')).rejects.toThrow()
})

test('old code does not open records that newer code has taken over', async () => {
  const disk = new IDBFactory()
  ;(await openTrialStore({ disk })).close()
  const version = await upgrade(disk)
  await expect(openTrialStore({ disk })).rejects.toMatchObject({ name: 'VersionError' })
  expect(await disk.databases()).toEqual([{ name: 'trial', version }])
})

test('a page that lost its connection in the background does not come back to records of newer code', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  const troubles: string[] = []
  store.onTrouble((trouble) => troubles.push(trouble))
  store.database.close({ disableAutoOpen: false })
  const version = await upgrade(disk)
  await expect(mutate(store, reportOutage, report)).rejects.toThrow()
  expect(troubles).toEqual(['newer_version'])
  expect(await disk.databases()).toEqual([{ name: 'trial', version }])
})

test('an act goes on where the browser had taken the connection away', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  store.database.backendDB()?.close()
  await act(store, reportOutage, report)
  store.database.close({ disableAutoOpen: false })
  await Promise.all([act(store, reportOutage, report), act(store, reportOutage, report)])
  expect((await opsOf(store)).map((op) => op.mid)).toEqual([1, 2, 3])
})

test('a watched query goes on where the browser had taken the connection away', async () => {
  const store = await openTrialStore()
  store.database.backendDB()?.close()
  const seen: number[] = []
  watch(
    store,
    async (reads) => (await reads.all('outage')).length,
    (count) => seen.push(count),
  )
  await vi.waitFor(() => expect(seen).toEqual([0]))
})

test('a store that was closed on purpose stays closed', async () => {
  const store = await openTrialStore()
  store.close()
  await expect(mutate(store, reportOutage, report)).rejects.toThrow()
})

test('a write that fails is never said to be done', async () => {
  const store = await openTrialStore()
  const { transaction } = IDBDatabase.prototype
  const abort = vi.spyOn(IDBDatabase.prototype, 'transaction')
  abort.mockImplementation(function (this: IDBDatabase, ...args) {
    const made = transaction.apply(this, args)
    if (args[1] === 'readwrite') setTimeout(() => made.abort(), 0)
    return made
  })
  const reopened = await openTrialStore()
  await expect(mutate(reopened, reportOutage, report)).rejects.toThrow()
  abort.mockRestore()
  expect(await store.reads.all('outage')).toEqual([])
})

test('a page whose records are removed by a sign-out in another tab says so, and does not bring them back', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  const troubles: string[] = []
  store.onTrouble((trouble) => troubles.push(trouble))
  await new Dexie('trial', { indexedDB: disk, IDBKeyRange }).delete()
  expect(troubles).toEqual(['removed'])
  await expect(mutate(store, reportOutage, report)).rejects.toThrow()
  expect(await disk.databases()).toEqual([])
})

test('a browser that gives the storage back no more is said, and work goes on where it does again', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  const troubles: string[] = []
  store.onTrouble((trouble) => troubles.push(trouble))
  const open = vi.spyOn(disk, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  })
  store.database.close({ disableAutoOpen: false })
  await expect(mutate(store, reportOutage, report)).rejects.toThrow()
  expect(troubles).toEqual(['refused'])
  open.mockRestore()
  await act(store, reportOutage, report)
  expect((await opsOf(store)).map((op) => op.mid)).toEqual([1])
})

test('where an old tab holds the records the page says so, and opens them once that tab is closed', async () => {
  const disk = new IDBFactory()
  const old = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = disk.open('trial', 1)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  let blocked = 0
  const opening = openTrialStore({ disk, onBlocked: () => blocked++ })
  await vi.waitFor(() => expect(blocked).toBe(1))
  old.close()
  await act(await opening, reportOutage, report)
})
