import { expect, test } from 'vitest'
import { importRecords } from '../../../src/domain/mutations/bring-in.ts'
import { removals, saves } from '../../../src/domain/mutations/keep-catalogue.ts'
import { endOutage } from '../../../src/domain/mutations/run-outage.ts'
import type { SyncStatus } from '../../../src/sync/status.ts'
import { deedOf } from '../../../src/views/sync/deed-words.ts'
import { syncSentence, syncWords } from '../../../src/views/sync/sync-words.ts'

const at = Date.UTC(2026, 10, 10, 9, 12)
const upToDate: SyncStatus = {
  state: 'up_to_date',
  waitingCount: 0,
  filesWaiting: 0,
  needsCount: 0,
  lastSyncedAt: at,
}
const says = (status: Partial<SyncStatus>, isSlow = false) =>
  syncWords({ ...upToDate, ...status }, isSlow, 'phone').text

test('each state of sync has its words', () => {
  expect(says({})).toBe('Up to date')
  expect(says({ state: 'waiting', waitingCount: 3 })).toBe('3 changes on this phone')
  expect(says({ state: 'waiting', waitingCount: 1 })).toBe('1 change on this phone')
  expect(says({ state: 'waiting', filesWaiting: 1 })).toBe('1 file still to send')
  expect(says({ state: 'waiting', waitingCount: 2, filesWaiting: 1 })).toBe('2 changes on this phone')
  expect(says({ state: 'session_ended', filesWaiting: 2 })).toBe('Session ended: 2 files safe on this phone')
  expect(says({ state: 'needs_you', needsCount: 1 })).toBe('Needs you: 1')
  expect(says({ state: 'session_ended', waitingCount: 3 })).toBe('Session ended: 3 changes safe on this phone')
  expect(says({ state: 'session_ended' })).toBe('Session ended')
  expect(says({ state: 'unknown', lastSyncedAt: null })).toBe('Not yet shared with the server')
  expect(says({ state: 'receiving', lastSyncedAt: null, progress: { done: 50, total: 200 } }, true)).toBe(
    'Receiving 25%',
  )
})

test('sending is only said once it takes more than a second', () => {
  expect(says({ state: 'sending', waitingCount: 2 })).toBe('2 changes on this phone')
  expect(says({ state: 'sending', waitingCount: 2 }, true)).toBe('Sending…')
})

test('nothing says up to date while a change is only here, or before the first answer', () => {
  const states = ['unknown', 'up_to_date', 'waiting', 'sending', 'receiving', 'session_ended', 'upgrade'] as const
  for (const state of states) {
    for (const isSlow of [true, false]) {
      expect(says({ state, waitingCount: 1 }, isSlow)).not.toBe('Up to date')
      expect(says({ state, lastSyncedAt: null }, isSlow)).not.toBe('Up to date')
    }
    expect(syncSentence({ ...upToDate, state, waitingCount: 1 }, at)).not.toContain('Everything')
  }
})

test('the sheet says as of when', () => {
  expect(syncSentence(upToDate, at)).toBe('Everything recorded here is at the server, as of 09:12.')
})

test('what is unsent is told by what was done', () => {
  expect([endOutage, saves.holiday, removals.division, importRecords].map(({ name }) => deedOf(name))).toEqual([
    'Outage ended',
    'Holiday saved',
    'Division removed',
    'Imported records',
  ])
})
