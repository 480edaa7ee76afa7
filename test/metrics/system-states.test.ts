import { describe, expect, test } from 'vitest'
import { systemStates } from '../../src/metrics/system-states.ts'
import { at, hits, needs, outage, records, spares, system } from './made-records.ts'

const now = at('2026-11-10T12:00:00Z')
const systems = [system('mail'), system('network')]
const open = outage('open', '2026-11-10T09:00:00Z', null)

describe('a system now', () => {
  test('has the worst level of what is open on it', () => {
    const slow = outage('slow', '2026-11-10T10:00:00Z', null, { level: 'degraded' })
    const given = records({ systems, outages: [slow, open], affected: [hits('slow', 'mail'), hits('open', 'mail')] })
    expect(systemStates(given, now)[0]).toMatchObject({
      level: 'down',
      isInherited: false,
      outageIds: ['slow', 'open'],
    })
  })

  test('fails with what it needs, and says that it is not its own outage', () => {
    const given = records({
      systems,
      dependencies: [needs('mail', 'network')],
      outages: [open],
      affected: [hits('open', 'network')],
    })
    expect(systemStates(given, now)[0]).toEqual({
      systemId: 'mail',
      level: 'down',
      isInherited: true,
      outageIds: ['open'],
    })
  })

  test('is at risk while an outage says so, though nothing is lost', () => {
    const risk = outage('risk', '2026-11-10T10:00:00Z', null, { level: 'at_risk' })
    const given = records({ systems, outages: [risk], affected: [hits('risk', 'mail')] })
    expect(systemStates(given, now)[0]?.level).toBe('at_risk')
  })

  test('is well once the outage has ended, and where it is marked as not affected', () => {
    const over = outage('over', '2026-11-10T09:00:00Z', '2026-11-10T11:00:00Z')
    const given = records({
      systems,
      dependencies: [needs('mail', 'network')],
      outages: [over, open],
      affected: [hits('over', 'mail'), hits('open', 'network'), spares('open', 'mail')],
    })
    expect(systemStates(given, now)[0]?.level).toBeNull()
  })
})
