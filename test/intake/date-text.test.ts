import { expect, test } from 'vitest'
import { readDateText } from '../../src/intake/date-text.ts'

test.each([
  ['2023-12-04T8:00:00-00:00', '2023-12-04T08:00:00', 0],
  ['2020-12-11 13:00:00', '2020-12-11T13:00:00', undefined],
  ['2022-04-06 14:25:00 -0400', '2022-04-06T14:25:00', -240],
  ['2022-04-06T14:25:07.123+05:30', '2022-04-06T14:25:07', 330],
  ['2024-06-03T09:00Z', '2024-06-03T09:00:00', 0],
  ['2024-06-03 09:00 UTC', '2024-06-03T09:00:00', 0],
  ['03/06/2024 9:05', '2024-06-03T09:05:00', undefined],
  ['3.6.2024, 09:05:30', '2024-06-03T09:05:30', undefined],
  ['03-06-2024 09:05 BST', '2024-06-03T09:05:00', 60],
])('%s is read as written, with the zone that it names', (text, local, offsetMinutes) => {
  expect(readDateText(text)).toEqual({ localMs: Date.parse(`${local}Z`), offsetMinutes, hasTime: true })
})

test.each([
  '',
  'yesterday',
  '2024-02-30',
  '2024-13-01',
  '31/04/2024 10:00',
  '12/31/2024 10:00',
  '2024-01-01T24:00',
  '2024-01-01T10:60',
  '24-01-01',
  '1024-01-01',
  '2024-01-01T10:00 EST',
])('%j is not a date', (text) => {
  expect(readDateText(text)).toBeUndefined()
})
