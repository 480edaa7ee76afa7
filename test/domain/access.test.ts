import { expect, test } from 'vitest'
import type { Access, Grant } from '../../src/domain/access.ts'
import { mayRead, maySettle, mayWrite, roles } from '../../src/domain/access.ts'

const of = (...grants: Grant[]): Access => ({ userId: 'me', grants })
const reads = (access: Access, ...scopes: string[]) => scopes.filter((scope) => mayRead(access, scope))

test('everyone signed in reads the catalogue and the shared desk, and nobody without a grant reads anything', () => {
  for (const role of roles) expect(reads(of({ role, on: null }), 'catalogue', 'desk:shared')).toHaveLength(2)
  expect(reads(of(), 'catalogue', 'desk:shared', 'user:me', 'time:me')).toEqual([])
})

test('a role for one council reaches that council only', () => {
  const officer = of({ role: 'client_officer', on: 'a' })
  expect(reads(officer, 'desk:a', 'desk:b', 'facts:a', 'facts:b', 'board:a', 'board:b')).toEqual([
    'desk:a',
    'facts:a',
    'board:a',
  ])
})

test('a client officer never sees work notes, the board as a whole, or narratives', () => {
  const officer = of({ role: 'client_officer', on: null })
  expect(reads(officer, 'notes:a', 'board', 'legal:a', 'matter:1', 'time:other')).toEqual([])
})

test("only the practice manager reads another person's time, and keeps their post; nobody else writes it", () => {
  for (const role of roles) {
    expect(mayRead(of({ role, on: null }), 'time:other')).toBe(role === 'practice_manager')
    expect(mayWrite(of({ role, on: null }), 'time:other', 'entry')).toBe(false)
  }
  expect(mayWrite(of({ role: 'practice_manager', on: null }), 'time:other', 'post')).toBe(true)
  expect(mayWrite(of({ role: 'legal', on: null }), 'time:me', 'entry')).toBe(true)
})

test('a manager sees figures and never a narrative', () => {
  expect(reads(of({ role: 'manager', on: null }), 'figures:a', 'legal:a', 'matter:1', 'time:me')).toEqual([
    'figures:a',
    'time:me',
  ])
})

test('a walled matter is open to those named on it, and to nobody else whatever they hold', () => {
  for (const role of roles) expect(mayRead(of({ role, on: null }), 'matter:1')).toBe(false)
  const named = of({ role: 'legal', on: 'matter:1' })
  expect(mayRead(named, 'matter:1')).toBe(true)
  expect(mayWrite(named, 'matter:1', 'narrative')).toBe(true)
  expect(mayRead(named, 'matter:2')).toBe(false)
  expect(mayRead(of({ role: 'ict', on: 'matter:1' }), 'matter:1')).toBe(false)
})

test('staff raise incidents at a desk that they cannot read', () => {
  const staff = of({ role: 'staff', on: null })
  expect(mayWrite(staff, 'desk:a', 'incident')).toBe(true)
  expect(mayWrite(staff, 'desk:a', 'comment')).toBe(true)
  expect(mayWrite(staff, 'desk:a', 'reach')).toBe(false)
  expect(mayWrite(staff, 'notes:a', 'work_note')).toBe(false)
  expect(mayRead(staff, 'desk:a')).toBe(false)
})

test('nobody writes what the server writes', () => {
  for (const role of roles) {
    expect(mayWrite(of({ role, on: null }), 'figures:a', 'figure')).toBe(false)
    expect(mayWrite(of({ role, on: null }), 'user:me', 'follow')).toBe(false)
  }
})

test('which of two values of an incident holds is its desk’s question; of an escalation the client officer’s too', () => {
  const conflict = { scope: 'desk:a', kind: 'incident', group: 'state' }
  const escalation = { ...conflict, group: 'escalation' }
  for (const role of roles) expect(maySettle(of({ role, on: 'a' }), conflict), role).toBe(role === 'ict')
  expect(maySettle(of({ role: 'client_officer', on: 'a' }), escalation)).toBe(true)
  expect(maySettle(of({ role: 'client_officer', on: 'b' }), escalation)).toBe(false)
  expect(maySettle(of({ role: 'manager', on: 'a' }), escalation)).toBe(false)
  expect(maySettle(of({ role: 'staff', on: null }), { scope: 'desk:shared', kind: 'outage', group: 'times' })).toBe(
    false,
  )
})

test('a scope of no known form is nobody’s', () => {
  const everything = of(...roles.map((role) => ({ role, on: null })))
  const odd = [
    '',
    ':',
    'desk',
    'desk:',
    'catalogue:a',
    'board:',
    'Desk:a',
    'desk a',
    '__proto__',
    'constructor',
    'toString:a',
  ]
  for (const scope of odd) {
    expect(mayRead(everything, scope), scope).toBe(false)
    expect(mayWrite(everything, scope, 'incident'), scope).toBe(false)
  }
})
