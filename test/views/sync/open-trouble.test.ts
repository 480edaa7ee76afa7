import { expect, test } from 'vitest'
import { openTroubleOf } from '../../../src/views/sync/open-trouble.ts'

test('what a browser says when it does not open the records is told apart', () => {
  const said = (name: string, message = '') => openTroubleOf(new DOMException(message, name))
  expect(said('VersionError')).toBe('newer_version')
  expect(said('QuotaExceededError')).toBe('full')
  expect(said('UnknownError', 'Encountered disk full while opening backing store for indexedDB.open.')).toBe('full')
  expect(said('UnknownError', 'Internal error opening backing store for indexedDB.open.')).toBe('refused')
  expect(said('InvalidStateError')).toBe('refused')
  expect(openTroubleOf('odd')).toBe('refused')
})
