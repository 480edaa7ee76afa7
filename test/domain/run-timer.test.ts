import { describe, expect, test } from 'vitest'
import { currentEntries } from '../../src/domain/current-entries.ts'
import { removals } from '../../src/domain/mutations/keep-catalogue.ts'
import {
  changeTimer,
  resumeTimers,
  startTimer,
  stopTimer,
  withdrawTimer,
} from '../../src/domain/mutations/run-timer.ts'
import { parseLocalTime } from '../../src/domain/time.ts'
import { DEFAULT_ZONE, localToUtc, zoneOf } from '../../src/domain/zone.ts'
import { runningTimers } from '../../src/store/running-timers.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, personId } from '../store/trial-store.ts'
import { councilId, later, matterId, openPractice, refusalOf, walledId, work } from './legal-trial.ts'

const running = async (store: Store) => (await runningTimers(store.reads, personId)).map(({ timer }) => timer)
const counting = async (store: Store) => currentEntries(await store.reads.where('entry', 'personId', personId)).entries
const start = async (store: Store, part: Partial<Parameters<typeof args>[0]> = {}) => {
  const writes = await act(store, startTimer, args(part))
  return writes.at(-1)?.id ?? ''
}
const args = (part: { startAt?: number; matterId?: string | null }) => ({
  ...work,
  ...{ startAt: clock.now, startedOn: 'Firefox on Linux' },
  ...part,
})
const stop = (store: Store, timerId: string, stopAt = clock.now, isEstimated = false) =>
  act(store, stopTimer, { timerId, stopAt, isEstimated })
const local = (text: string) => localToUtc(zoneOf(DEFAULT_ZONE), parseLocalTime(text) ?? 0)

describe('a timer', () => {
  test('runs from its start until it is stopped, and then is an entry of the elapsed seconds', async () => {
    const store = await openPractice()
    const id = await start(store)
    const startAt = clock.now
    later(72)
    await stop(store, id)
    expect(await running(store)).toEqual([])
    expect(await counting(store)).toMatchObject([
      { seconds: 4_320, units: 12, startAt, endAt: clock.now, timerId: id, source: 'timer', matterId },
    ])
  })

  test('may have started a while ago, and never in the future', async () => {
    const store = await openPractice()
    await start(store, { startAt: clock.now - 600_000 })
    expect(await running(store)).toMatchObject([{ startAt: clock.now - 600_000 }])
    const refusal = await refusalOf(store, startTimer, args({ startAt: clock.now + 1 }))
    expect(refusal).toMatchObject({ code: 'in_the_future', field: 'start' })
  })

  test('is stopped by starting another, at that very moment', async () => {
    const store = await openPractice()
    await start(store)
    later(30)
    const second = await start(store, { matterId: walledId })
    expect((await running(store)).map(({ id }) => id)).toEqual([second])
    expect(await counting(store)).toMatchObject([{ seconds: 1_800, endAt: clock.now, matterId }])
  })

  test('that is stopped as it started leaves no entry of no time', async () => {
    const store = await openPractice()
    const id = await start(store)
    await stop(store, id)
    expect(await running(store)).toEqual([])
    expect(await counting(store)).toEqual([])
  })

  test('of a device whose clock is ahead can be stopped on one whose clock is right', async () => {
    const store = await openPractice()
    clock.now += 120_000
    const id = await start(store)
    clock.now -= 120_000
    const { startAt = 0 } = (await running(store))[0] ?? {}
    await stop(store, id, Math.max(clock.now, startAt))
    expect(await running(store)).toEqual([])
  })

  test('stops neither before it started nor in the future', async () => {
    const store = await openPractice()
    const id = await start(store)
    const at = (stopAt: number) => ({ timerId: id, stopAt, isEstimated: false })
    expect(await refusalOf(store, stopTimer, at(clock.now - 1))).toMatchObject({ code: 'end_before_start' })
    expect(await refusalOf(store, stopTimer, at(clock.now + 1))).toMatchObject({ code: 'in_the_future' })
  })

  test('that was forgotten for 340 hours can be stopped, at any moment since its start, as an estimate', async () => {
    const store = await openPractice()
    const id = await start(store)
    const startAt = clock.now
    later(340 * 60)
    await stop(store, id, startAt + 3_600_000 * 7, true)
    expect(await counting(store)).toMatchObject([{ seconds: 25_200, isEstimated: true, workedOn: '2026-03-02' }])
  })

  test('goes on to be stopped when its matter has gone from the device: its time stays that matter’s', async () => {
    const store = await openPractice()
    const id = await start(store)
    await act(store, removals.matter, { id: matterId })
    later(6)
    await stop(store, id)
    expect(await counting(store)).toMatchObject([{ matterId, councilId, seconds: 360 }])
  })

  test('takes another matter while it runs, and not any more once it has stopped', async () => {
    const store = await openPractice()
    const id = await start(store)
    const change = { ...work, timerId: id, matterId: null, activity: 'meeting' as const }
    await act(store, changeTimer, change)
    expect(await running(store)).toMatchObject([{ matterId: null, councilId: null, activity: 'meeting' }])
    later(1)
    await stop(store, id)
    expect(await refusalOf(store, changeTimer, change)).toMatchObject({ code: 'already_stopped' })
    const again = { timerId: id, stopAt: clock.now, isEstimated: false }
    expect(await refusalOf(store, stopTimer, again)).toMatchObject({ code: 'already_stopped' })
  })

  test('started by mistake is withdrawn, and nothing is recorded', async () => {
    const store = await openPractice()
    const id = await start(store)
    await act(store, withdrawTimer, { timerId: id })
    expect([await running(store), await counting(store)]).toEqual([[], []])
  })
})

describe('taking back a stop', () => {
  test('removes its entry, and the timer goes on from its old start', async () => {
    const store = await openPractice()
    const id = await start(store)
    const startAt = clock.now
    later(20)
    const entryId = (await stop(store, id)).find(({ k }) => k === 'entry')?.id ?? ''
    later(1)
    await act(store, resumeTimers, { stopped: [{ timerId: id, entryId }], withdrawId: null })
    expect(await running(store)).toMatchObject([{ startAt, matterId }])
    expect(await counting(store)).toEqual([])
    later(9)
    await stop(store, (await running(store))[0]?.id ?? '')
    expect(await counting(store)).toMatchObject([{ seconds: 1_800 }])
  })

  test('of a switch also withdraws the timer that was started', async () => {
    const store = await openPractice()
    const first = await start(store)
    later(20)
    const writes = await act(store, startTimer, args({ matterId: walledId }))
    const entryId = writes.find(({ k }) => k === 'entry')?.id ?? ''
    const withdrawId = writes.at(-1)?.id ?? ''
    await act(store, resumeTimers, { stopped: [{ timerId: first, entryId }], withdrawId })
    expect(await running(store)).toMatchObject([{ matterId }])
    expect(await counting(store)).toEqual([])
  })
})

describe('across the clock changes', () => {
  test('a timer from 00:30 to 02:30 of the spring night is an hour', async () => {
    const store = await openPractice()
    clock.now = local('2026-03-29T00:30').utc
    const id = await start(store)
    clock.now = local('2026-03-29T02:30').utc
    await stop(store, id)
    expect(await counting(store)).toMatchObject([{ seconds: 3_600, workedOn: '2026-03-29' }])
  })

  test('a timer from 00:30 to 02:30 of the autumn night is three hours', async () => {
    const store = await openPractice()
    clock.now = local('2026-10-25T00:30').utc
    const id = await start(store)
    clock.now = local('2026-10-25T02:30').utc
    await stop(store, id)
    expect(await counting(store)).toMatchObject([{ seconds: 10_800, workedOn: '2026-10-25' }])
  })

  test('an entry keeps the local day of its start over midnight', async () => {
    const store = await openPractice()
    clock.now = local('2026-07-06T23:30').utc
    const id = await start(store)
    later(90)
    await stop(store, id)
    expect(await counting(store)).toMatchObject([{ workedOn: '2026-07-06', seconds: 5_400 }])
  })
})
