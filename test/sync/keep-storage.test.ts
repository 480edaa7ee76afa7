import { expect, test } from 'vitest'
import { keepStorage } from '../../src/sync/keep-storage.ts'
import type { SyncStatus } from '../../src/sync/status.ts'
import { unknownStatus } from '../../src/sync/status.ts'

function trial(isKept: boolean) {
  let asked = 0
  let tell = (_status: SyncStatus) => {}
  const sync = {
    subscribe: (listener: (status: SyncStatus) => void) => {
      tell = listener
      listener(unknownStatus)
      return () => {}
    },
  }
  keepStorage(sync, {
    persisted: async () => isKept,
    persist: async () => {
      asked += 1
      return true
    },
  })
  const waiting = async (waitingCount: number) => {
    tell({ ...unknownStatus, waitingCount })
    await Promise.resolve()
    await Promise.resolve()
  }
  return { waiting, asked: () => asked }
}

test('the browser is asked to keep the records once, after the first save and not before', async () => {
  const { waiting, asked } = trial(false)
  await waiting(0)
  expect(asked()).toBe(0)
  await waiting(1)
  expect(asked()).toBe(1)
  await waiting(0)
  await waiting(2)
  expect(asked()).toBe(1)
})

test('a browser that has promised already is not asked again', async () => {
  const { waiting, asked } = trial(true)
  await waiting(1)
  expect(asked()).toBe(0)
})
