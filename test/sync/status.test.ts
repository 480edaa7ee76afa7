import { expect, test } from 'vitest'
import { type SyncFacts, statusOf } from '../../src/sync/status.ts'

const facts: SyncFacts = {
  waitingCount: 0,
  filesWaiting: 0,
  needsCount: 0,
  lastSyncedAt: 1000,
  isSending: false,
  isSignedOut: false,
  mustUpgrade: false,
}

test.each<[string, Partial<SyncFacts>, string]>([
  ['all is acknowledged and received', {}, 'up_to_date'],
  ['nothing was ever received', { lastSyncedAt: null }, 'unknown'],
  ['changes wait', { waitingCount: 3 }, 'waiting'],
  ['only parts of files wait', { filesWaiting: 1 }, 'waiting'],
  ['parts of files are on their way', { filesWaiting: 1, isSending: true }, 'sending'],
  ['changes wait on a device that never received anything', { waitingCount: 3, lastSyncedAt: null }, 'waiting'],
  ['changes are on their way', { waitingCount: 3, isSending: true }, 'sending'],
  ['a long pull goes on', { progress: { done: 500, total: 9000 }, lastSyncedAt: null }, 'receiving'],
  ['a change was refused while others wait', { needsCount: 1, waitingCount: 3, isSending: true }, 'needs_you'],
  ['this version is too old', { mustUpgrade: true, needsCount: 1 }, 'upgrade'],
  ['the session has ended', { isSignedOut: true, mustUpgrade: true, needsCount: 1, waitingCount: 3 }, 'session_ended'],
])('when %s', (_, change, state) => {
  expect(statusOf({ ...facts, ...change }).state).toBe(state)
})

test('a failed try by itself changes no state: it comes from acknowledgements', () => {
  expect(statusOf({ ...facts, lastError: 'offline' })).toMatchObject({ state: 'up_to_date', lastError: 'offline' })
  expect(statusOf({ ...facts, lastError: 'offline', waitingCount: 1 }).state).toBe('waiting')
})
