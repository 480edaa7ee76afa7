import { expect, test } from 'vitest'
import { isPossibleHere } from '../../../src/views/matters/conflict-search.ts'

const matters = [{ parties: [{ name: 'Fenland Homes Ltd', role: 'other_side' as const }] }]
const councils = [
  { id: 'ashby', name: 'Ashby Borough Council' },
  { id: 'brack', name: 'Brackley District Council' },
]
const isPossible = (...names: string[]) => isPossibleHere({ names, councilId: 'ashby' }, matters, councils)

test('a party of another matter is a possible conflict, however its name is written', () => {
  expect(isPossible('Nobody', 'FENLAND HOMES limited')).toBe(true)
  expect(isPossible('Fenland Farms')).toBe(false)
})

test('another council of the partnership is one, the client is not', () => {
  expect(isPossible('Brackley District Council')).toBe(true)
  expect(isPossible('Ashby Borough Council')).toBe(false)
})

test('without names nothing is possible', () => {
  expect(isPossible()).toBe(false)
})
