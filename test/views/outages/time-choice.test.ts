import { describe, expect, it } from 'vitest'
import { readMoment, typedMomentOf } from '../../../src/views/outages/moment.ts'
import { readTimeChoice, timeOptions } from '../../../src/views/outages/time-choice.ts'

const at = (text: string) => Date.parse(text)
const typed = (day: string, month: string, year: string, time: string) => ({ day, month, year, time })

describe('choosing when something was', () => {
  // The clock goes from 01:00 to 02:00 on 29 March 2026, and from 02:00 back to 01:00 on 25 October 2026.
  it('counts minutes ago in elapsed time across a clock change, and shows the clock time that was', () => {
    const now = at('2026-03-29T01:10:00Z')
    const choice = { pick: '30', typed: typedMomentOf(now) } as const
    expect(readTimeChoice(choice, now, 'The start')).toEqual({ at: at('2026-03-29T00:40:00Z') })
    expect(timeOptions(now, ['0', '30', 'at'])).toEqual([
      { value: '0', label: 'Now', detail: '02:10' },
      { value: '30', label: '30 min ago', detail: '00:40' },
      { value: 'at', label: 'At…' },
    ])
  })

  it('says the day when minutes ago lie on the day before', () => {
    expect(timeOptions(at('2026-11-10T00:10:00Z'), ['15'])[0]?.detail).toBe('Mon 9 Nov, 23:55')
  })

  it('reads a typed time as the first of the two when the clock shows it twice', () => {
    expect(readMoment(typed('25', 'Oct', '2026', '01:30'), 'The end')).toEqual({ at: at('2026-10-25T00:30:00Z') })
  })

  it('moves a typed time that the clock skips on by the gap', () => {
    expect(readMoment(typed('29', '3', '26', '1.30'), 'The end')).toEqual({ at: at('2026-03-29T01:30:00Z') })
  })

  it('types an instant on the partnership’s clock, in summer time too', () => {
    expect(typedMomentOf(at('2026-07-01T23:30:00Z'))).toEqual(typed('2', '7', '2026', '00:30'))
  })

  it('names what is missing before what cannot be', () => {
    expect(readMoment(typed('31', '', '2026', '25:00'), 'The end')).toMatchObject({ problem: 'The end needs a month.' })
    expect(readMoment(typed('31', '2', '2026', '10:00'), 'The end')).toMatchObject({ part: 'day' })
    expect(readMoment(typed('3', '2', '2026', '25:00'), 'The end')).toMatchObject({ part: 'time' })
  })
})
