import { describe, expect, test } from 'vitest'
import { recentWork } from '../../../src/views/time/again-card.tsx'
import { absenceWords } from '../../../src/views/time/away.tsx'
import { billedWords, entryWords, versionTitle } from '../../../src/views/time/entry-words.ts'
import { isForgotten, stopChoices } from '../../../src/views/time/forgotten.ts'
import { outageWords } from '../../../src/views/time/outage-chips.tsx'
import { keepWords, settleQuestion, toChoose } from '../../../src/views/time/settling.ts'
import { clockWords, elapsedWords, onWords, readersWords, timeWords } from '../../../src/views/time/time-words.ts'
import { dayHeard, dayTotal } from '../../../src/views/time/week-words.ts'
import { lastWork } from '../../../src/views/time/work.ts'
import { at, entry, grievance, lease, matters, now, today } from './made.ts'

describe('lengths of time', () => {
  test.each([
    [0, '0 min', '0:00'],
    [20, 'under a minute', '0:00'],
    [4_320, '1 h 12 min', '1:12'],
    [93_900, '26 h 5 min', '26:05'],
  ])('%i seconds are %j', (seconds, words, clock) => {
    expect([timeWords(seconds), clockWords(seconds)]).toEqual([words, clock])
  })

  test('a timer that starts ahead of the page’s clock has run for nothing yet', () => {
    expect(elapsedWords(now + 10_000, now)).toBe('0:00')
    expect(elapsedWords(now - 42 * 60_000, now)).toBe('0:42')
  })
})

describe('a long timer', () => {
  const timer = { startAt: at('08:00', '2026-03-02') }

  test('is asked about from ten hours on, and again ten hours after its person said that it runs rightly', () => {
    expect(isForgotten({ startAt: now - 35_999_999 }, undefined, now)).toBe(false)
    expect(isForgotten({ startAt: now - 36_000_000 }, undefined, now)).toBe(true)
    expect(isForgotten(timer, now - 3_600_000, now)).toBe(false)
    expect(isForgotten(timer, now - 36_000_000, now)).toBe(true)
  })

  test('may have ended with its working day, with the last entry or ten hours in', () => {
    const hours = [{ start: at('09:00', '2026-03-02'), end: at('17:00', '2026-03-02') }]
    const entries = [
      entry('a', 60, { endAt: at('11:00', '2026-03-02') }),
      entry('b', 60, { recordedAt: at('12:00', '2026-03-02') }),
    ]
    expect(stopChoices({ ...timer, hours, entries, now }).map(({ label, detail }) => `${label}. ${detail}`)).toEqual([
      'At the end of that working day. Mon 2 Mar, 17:00: 9 h',
      'With my last entry. Mon 2 Mar, 12:00: 4 h',
      'Ten hours in. Mon 2 Mar, 18:00: 10 h',
    ])
  })

  test('is offered no moment before its start or after now', () => {
    const hours = [{ start: at('06:00', '2026-03-02'), end: at('07:00', '2026-03-02') }]
    const entries = [entry('a', 60, { endAt: now + 1 })]
    expect(stopChoices({ ...timer, hours, entries, now }).map(({ value }) => value)).toEqual(['ten_hours'])
  })
})

describe('two statements of one thing', () => {
  const stops = [
    entry('a', 2_700, { timerId: 't', startAt: at('11:15'), endAt: at('12:00') }),
    entry('b', 4_500, { timerId: 't', startAt: at('11:15'), endAt: at('12:30') }),
  ]

  test('are asked about with both ends and lengths', () => {
    expect(settleQuestion(stops, now)).toBe('Stopped twice: 12:00 (45 min) and 12:30 (1 h 15 min). Which is right?')
    expect(stops.map(keepWords)).toEqual(['Keep 45 min', 'Keep 1 h 15 min'])
  })

  test('of which one says that it was removed are asked about; two removals are not', () => {
    const first = entry('x', 600)
    const removal = (id: string) => entry(id, 600, { rootId: 'x', replaces: ['x'], isRemoved: true })
    const correction = entry('y', 300, { rootId: 'x', replaces: ['x'] })
    expect(toChoose([first, removal('r'), removal('s')])).toEqual([])
    expect(toChoose([first, removal('r'), correction])).toHaveLength(1)
    expect(settleQuestion([correction, removal('r')], now)).toBe(
      'Changed twice: 5 min, said 15:00 and removed. Which is right?',
    )
    expect(keepWords(removal('r'))).toBe('Leave it removed')
  })
})

describe('work to be done again', () => {
  test('is the latest of each kind, without matters that are closed or gone', () => {
    const entries = [
      entry('a', 60, { recordedAt: 1 }),
      entry('b', 120, { recordedAt: 2 }),
      entry('c', 60, { recordedAt: 3, matterId: 'closed' }),
      entry('d', 60, { recordedAt: 4, matterId: null, activity: 'training' }),
    ]
    expect(recentWork({ entries, matters }).map(({ id }) => id)).toEqual(['d', 'b'])
  })

  test('starts on what was worked on last, without its matter when that is closed', () => {
    const used = [entry('a', 60), entry('b', 60, { matterId: 'closed', activity: 'hearing' })]
    expect(lastWork(used, matters)).toEqual({ matterId: null, activity: 'hearing', chargeability: 'chargeable' })
    expect(lastWork([], matters)).toEqual({ matterId: null, activity: 'advice', chargeability: 'chargeable' })
    expect(onWords(lastWork([entry('a', 60)], matters), matters)).toBe('Depot lease · Drafting')
  })
})

describe('an entry', () => {
  test('says its length, day and times, and that it is estimated', () => {
    const timed = entry('a', 4_320, { startAt: at('10:00'), endAt: at('11:12'), isEstimated: true })
    expect(entryWords(timed, today)).toBe('1 h 12 min (e), Today, 10:00 to 11:12')
    expect(entryWords(entry('a', 60, { workedOn: '2026-02-27' }), today)).toBe('1 min, Fri 27 Feb')
  })

  test('without a rate has no value, and one that is not charged has none to find', () => {
    expect(billedWords(entry('a', 4_320))).toBe('12 units at £80.00 an hour: £96.00')
    expect(billedWords(entry('a', 60, { pencePerHour: null }))).toBe('1 unit, no rate yet')
    expect(billedWords(entry('a', 60, { chargeability: 'no_charge', pencePerHour: null }))).toBe('Not charged')
  })

  test('has a history in words', () => {
    const first = entry('a', 3_600)
    const corrected = entry('b', 1_800, { replaces: ['a'], rootId: 'a' })
    const removed = entry('c', 1_800, { replaces: ['b'], rootId: 'a', isRemoved: true })
    const back = entry('d', 1_800, { replaces: ['c'], rootId: 'a' })
    const settled = entry('e', 1_800, { replaces: ['b', 'd'], rootId: 'a' })
    const all = [first, corrected, removed, back, settled]
    expect(all.map((version) => versionTitle(version, all))).toEqual([
      'Recorded: 1 h',
      'Corrected to 30 min',
      'Removed',
      'Brought back',
      'Chosen: 30 min',
    ])
  })

  test('says who can read what is written of it', () => {
    expect(readersWords(undefined)).toMatch(/only the legal team/)
    expect(readersWords(lease)).toMatch(/only the legal team/)
    expect(readersWords(grievance)).toMatch(/only the people named on this matter/)
  })
})

describe('a day of the week', () => {
  const day = {
    ...{ on: today, parts: [], hours: [], gaps: [], seconds: 0, chargeableSeconds: 0, awayShare: 0 },
    ...{ isWorkingDay: true, terms: { targetSeconds: 16_560, availableSeconds: 26_640 } },
  }

  test('without an entry is told from a day off, a day away and a day to come', () => {
    expect(dayTotal({ ...day, state: 'unrecorded' })).toBe('None')
    expect(dayTotal({ ...day, state: 'ahead' })).toBe('–')
    expect(dayTotal({ ...day, state: 'free', awayShare: 1 })).toBe('Away')
    expect(dayHeard({ ...day, state: 'unrecorded' })).toBe('nothing recorded, target 4 h 36 min')
    expect(dayHeard({ ...day, state: 'free', isWorkingDay: false, terms: null })).toBe('no working day')
    expect(dayHeard({ ...day, state: 'recorded', seconds: 22_320, chargeableSeconds: 18_000, awayShare: 0.5 })).toBe(
      '6 h 12 min recorded, 5 h chargeable, target 4 h 36 min, away for part of it',
    )
  })

  test('away is said in days', () => {
    expect(absenceWords({ from: '2026-03-02', to: '2026-03-03', share: 1 }, now)).toBe('Away Mon 2 Mar')
    expect(absenceWords({ from: '2026-03-02', to: '2026-03-03', share: 0.5 }, now)).toBe('Away half of Mon 2 Mar')
    expect(absenceWords({ from: '2026-03-02', to: '2026-03-07', share: 1 }, now)).toBe('Away Mon 2 Mar to Fri 6 Mar')
  })

  test('with an outage names the system, how bad it was and when', () => {
    const outage = { level: 'down', systems: [{ name: 'E-mail' }] } as never
    expect(outageWords({ outage, start: at('10:10'), end: at('11:40') })).toBe('E-mail was down 10:10 to 11:40')
    expect(outageWords({ outage, start: at('10:10'), end: null })).toBe('E-mail has been down since 10:10')
  })
})
