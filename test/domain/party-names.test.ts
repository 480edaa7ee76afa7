import { expect, test } from 'vitest'
import { mayBeSameParty } from '../../src/domain/party-names.ts'

test.each([
  ['Fenland Homes Ltd', 'FENLAND HOMES LIMITED'],
  ['Mr José O’Neill', 'jose oneill'],
  ['Okafor, Leila', 'Leila Okafor'],
  ['Smith', 'Mrs Jane Smith'],
  ['The Co', 'the co'],
])('%s may be %s', (one, other) => {
  expect(mayBeSameParty(one, other)).toBe(true)
  expect(mayBeSameParty(other, one)).toBe(true)
})

test.each([
  ['Fenland Homes', 'Fenland Farms'],
  ['Ann Smith', 'Anna Smith'],
  ['', 'Smith'],
])('%s is not %s', (one, other) => {
  expect(mayBeSameParty(one, other)).toBe(false)
})
