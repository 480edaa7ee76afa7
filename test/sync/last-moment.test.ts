// What is recorded while a round ends.
import { expect, test, vi } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { act, report } from '../store/trial-store.ts'
import { startTrialSync } from './trial-sync.ts'

/** What a person does while a round counts what waits for the last time, on a device that is slow to tell of it. */
const lastMoment = { act: undefined as (() => Promise<unknown>) | undefined, isNoted: false, isSlow: false }
vi.mock('../../src/store/shared-state.ts', async (load) => {
  const real = await load<typeof import('../../src/store/shared-state.ts')>()
  const noteSynced: typeof real.noteSynced = async (store, at) => {
    await real.noteSynced(store, at)
    lastMoment.isNoted = lastMoment.act !== undefined
  }
  const sharedState: typeof real.sharedState = async (store) => {
    if (lastMoment.isNoted) {
      lastMoment.isNoted = false
      lastMoment.isSlow = true
      await lastMoment.act?.()
      lastMoment.act = undefined
      return real.sharedState(store)
    }
    const state = await real.sharedState(store)
    if (lastMoment.isSlow) await new Promise((resolve) => setTimeout(resolve, 50))
    return state
  }
  return { ...real, noteSynced, sharedState }
})

test('what a person does in the last moment of a round is sent soon, not a minute later', async () => {
  const { store, asked, count, waits, runTimer } = await startTrialSync()
  await count(1)
  lastMoment.act = () => act(store, reportOutage, report)
  await act(store, reportOutage, report)
  await vi.waitFor(() => {
    if (waits().includes(500)) runTimer()
    expect(asked.filter((path) => path === 'push')).toHaveLength(2)
  })
  lastMoment.isSlow = false
})
