import { describe, expect, test } from 'vitest'
import { cellsOn } from '../../src/domain/desk-settings.ts'
import {
  defaultCells,
  incidentReference,
  incidentStates,
  mayMove,
  stateFlags,
  stateMoves,
} from '../../src/domain/incident-words.ts'

describe('states', () => {
  test('every state leads somewhere, and none to itself', () => {
    for (const state of incidentStates) {
      expect(stateMoves[state].length).toBeGreaterThan(0)
      expect(mayMove(state, state)).toBe(false)
    }
  })

  test('what is not open only comes back by being reopened, or is closed for good', () => {
    const ended = incidentStates.filter((state) => !stateFlags[state].isOpen)
    expect(ended).toEqual(['resolved', 'closed', 'cancelled'])
    for (const state of ended) for (const next of stateMoves[state]) expect(['reopened', 'closed']).toContain(next)
  })

  test('every open state can be resolved and cancelled in one move', () => {
    for (const state of incidentStates.filter((one) => stateFlags[one].isOpen))
      expect(stateMoves[state]).toEqual(expect.arrayContaining(['resolved', 'cancelled']))
  })

  test('only waiting stops the clock, and waiting for the requester is no backlog', () => {
    expect(incidentStates.filter((state) => stateFlags[state].pausesClock)).toEqual([
      'waiting_requester',
      'waiting_supplier',
    ])
    expect(stateFlags.waiting_requester.countsAsBacklog).toBe(false)
    expect(stateFlags.waiting_supplier.countsAsBacklog).toBe(true)
  })
})

describe('the priority table', () => {
  const stricter = { ...defaultCells, person: { ...defaultCells.person, high: 1 } } as const

  test('is the default one before a partnership has said anything', () => {
    expect(cellsOn([], '2026-01-01')).toBe(defaultCells)
    expect(cellsOn([{ from: '2026-02-01', cells: stricter }], '2026-01-31')).toBe(defaultCells)
  })

  test('holds from its date on, until the next one', () => {
    const tables = [
      { from: '2026-03-01', cells: defaultCells },
      { from: '2026-02-01', cells: stricter },
    ]
    expect(cellsOn(tables, '2026-02-01').person.high).toBe(1)
    expect(cellsOn(tables, '2026-02-28').person.high).toBe(1)
    expect(cellsOn(tables, '2026-03-01').person.high).toBe(3)
  })
})

describe('a reference', () => {
  test('is the number of an imported incident, else six letters of its id that cannot be mistaken for others', () => {
    const id = '0195f2c0-0000-7000-8000-0123456789ab'
    expect(incidentReference({ id, number: 'INC0000045' })).toBe('INC0000045')
    expect(incidentReference({ id, number: '' })).toMatch(/^INC-[0-9A-HJKMNP-TV-Z]{6}$/)
    expect(incidentReference({ id, number: '' })).not.toBe(incidentReference({ id: id.replace(/b$/, 'c'), number: '' }))
  })
})
