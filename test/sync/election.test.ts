import { expect, test } from 'vitest'
import { electTab, type Tab } from '../../src/sync/election.ts'

/** Web Locks as the standard has them, for one name. */
function makeLocks() {
  type Holder = { taken: (error: unknown) => void }
  type Waiter = { grant: () => void }
  let holder: Holder | undefined
  const queue: Waiter[] = []
  const next = () => {
    if (!holder) queue.shift()?.grant()
  }
  const request = (_name: string, options: LockOptions, work: () => Promise<unknown>) =>
    new Promise((resolve, reject) => {
      const self: Holder = { taken: reject }
      const waiter: Waiter = {
        grant: () => {
          holder = self
          void work().then((value) => {
            if (holder !== self) return
            holder = undefined
            resolve(value)
            next()
          })
        },
      }
      if (options.steal) {
        const former = holder
        holder = self
        former?.taken(new DOMException('stolen', 'AbortError'))
        queueMicrotask(waiter.grant)
        return
      }
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(waiter)
        if (at >= 0) queue.splice(at, 1)
        reject(new DOMException('given up', 'AbortError'))
      })
      queue.push(waiter)
      queueMicrotask(next)
    })
  return { request } as unknown as Pick<LockManager, 'request'>
}

function makeTab(locks: Tab['locks'], leaders: Set<string>, name: string, isSeen: boolean) {
  const state = { isSeen }
  const listeners = new Set<() => void>()
  let isFrozen = false
  const stop = electTab(
    {
      locks,
      isSeen: () => state.isSeen,
      onSeenChange: (run) => {
        listeners.add(run)
        return () => listeners.delete(run)
      },
    },
    'leader',
    () => {
      leaders.add(name)
      return () => void leaders.delete(name)
    },
  )
  return {
    stop,
    freeze: () => {
      isFrozen = true
    },
    show: (isSeenNow: boolean) => {
      state.isSeen = isSeenNow
      if (!isFrozen) for (const run of [...listeners]) run()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('of the tabs of a browser the one that was shown last leads, and no other', async () => {
  const [locks, leaders] = [makeLocks(), new Set<string>()]
  const first = makeTab(locks, leaders, 'first', true)
  await settled()
  expect([...leaders]).toEqual(['first'])
  first.show(false)
  const second = makeTab(locks, leaders, 'second', true)
  await settled()
  expect([...leaders]).toEqual(['second'])
  second.show(false)
  first.show(true)
  await settled()
  expect([...leaders]).toEqual(['first'])
})

test('a tab that is shown takes the lead from one that is frozen with it', async () => {
  const [locks, leaders] = [makeLocks(), new Set<string>()]
  const frozen = makeTab(locks, leaders, 'frozen', true)
  await settled()
  frozen.freeze()
  frozen.show(false)
  makeTab(locks, leaders, 'shown', true)
  await settled()
  expect(leaders.has('shown')).toBe(true)
})

test('a tab that nobody sees leads on while there is no other, and one that closes hands over', async () => {
  const [locks, leaders] = [makeLocks(), new Set<string>()]
  const first = makeTab(locks, leaders, 'first', true)
  await settled()
  first.show(false)
  await settled()
  expect([...leaders]).toEqual(['first'])
  makeTab(locks, leaders, 'hidden', false)
  await settled()
  expect([...leaders]).toEqual(['first'])
  first.stop()
  await settled()
  expect([...leaders]).toEqual(['hidden'])
})

test('a tab that was closed while it waited never leads', async () => {
  const [locks, leaders] = [makeLocks(), new Set<string>()]
  const first = makeTab(locks, leaders, 'first', true)
  await settled()
  makeTab(locks, leaders, 'waiting', false).stop()
  first.stop()
  await settled()
  expect([...leaders]).toEqual([])
})

test('a page that is going, whose lock is taken and which is given no other, asks once more and ends', async () => {
  let [asked, take] = [0, () => {}]
  const request = (_name: string, _options: LockOptions, work: () => Promise<unknown>) => {
    asked += 1
    if (asked > 1)
      return asked > 100 ? new Promise(() => {}) : Promise.reject(new DOMException('', 'InvalidStateError'))
    void work()
    return new Promise((_, reject) => {
      take = () => reject(new DOMException('the page goes', 'AbortError'))
    })
  }
  const leaders = new Set<string>()
  makeTab({ request } as unknown as Tab['locks'], leaders, 'going', true)
  expect([...leaders]).toEqual(['going'])
  take()
  await settled()
  expect([...leaders]).toEqual([])
  expect(asked).toBe(2)
})

test('without Web Locks every tab leads', () => {
  const leaders = new Set<string>()
  const first = makeTab(undefined, leaders, 'first', false)
  makeTab(undefined, leaders, 'second', false)
  expect([...leaders]).toEqual(['first', 'second'])
  first.stop()
  expect([...leaders]).toEqual(['second'])
})
