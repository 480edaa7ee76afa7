import { expect, test } from 'vitest'
import { grantWords, withoutWalls } from '../../../src/views/settings/role-words.ts'

const nameOf = (id: string) =>
  new Map([
    ['ashby', 'Ashby'],
    ['team', 'Legal practice'],
  ]).get(id)

test('a role is told with the council or the legal team that it is held for', () => {
  expect(grantWords({ role: 'admin', on: null }, nameOf)).toBe('Administrator')
  expect(grantWords({ role: 'ict', on: null }, nameOf)).toBe('ICT for all councils')
  expect(grantWords({ role: 'manager', on: 'ashby' }, nameOf)).toBe('Manager for Ashby')
  expect(grantWords({ role: 'legal', on: null }, nameOf)).toBe('Legal for all teams')
  expect(grantWords({ role: 'practice_manager', on: 'team' }, nameOf)).toBe('Practice manager for Legal practice')
  expect(grantWords({ role: 'legal', on: 'gone' }, nameOf)).toBe('Legal for a team that is gone')
})

test('being named behind a wall is told nowhere', () => {
  const legal = { role: 'legal' as const, on: null }
  expect(withoutWalls([legal, { role: 'legal', on: 'matter:019b76da' }])).toEqual([legal])
})
