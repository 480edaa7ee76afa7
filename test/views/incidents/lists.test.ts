import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/incident-query.ts'
import { ageWords, priorityLabel } from '../../../src/views/incidents/incident-words.ts'
import { addressOf, isSameQuery, readPlace } from '../../../src/views/incidents/list-address.ts'
import { councilQueues, queuesFor } from '../../../src/views/incidents/queues.ts'
import { pageFor, seenRows, shownIndexes } from '../../../src/views/incidents/windowing.ts'

describe('the address of a list', () => {
  test('holds search and order, and reads back the same', () => {
    const place = { query: 'state:open council:"North Vale" “slow”&more', sort: 'urgent' } as const
    const params = new URL(addressOf(place), 'http://here').searchParams
    expect(readPlace({ q: params.get('q') ?? undefined, sort: params.get('sort') ?? undefined })).toEqual(place)
  })

  test('is bare for all that is open, newest first, and says so of an empty search', () => {
    expect(addressOf(readPlace({}))).toBe('/incidents')
    expect(addressOf({ query: '', sort: 'newest' })).toBe('/incidents?q=')
    expect(readPlace({ q: '' }).query).toBe('')
  })

  test('with an order that there is not shows the newest first', () => {
    expect(readPlace({ sort: 'constructor' }).sort).toBe('newest')
  })

  test('is the same search whatever blanks are typed', () => {
    expect(isSameQuery(' state:open   slow ', 'state:open slow')).toBe(true)
    expect(isSameQuery('state:open', 'state:new')).toBe(false)
  })
})

describe('the queues', () => {
  const councils = [{ shortName: 'Northmoor' }, { shortName: 'South Vale' }]

  test('are searches that the search box understands', () => {
    const all = { isWorking: true, hasTeam: true, councils }
    const queries = [...queuesFor(all), ...councilQueues(all)].map(({ query }) => query)
    expect(queries.flatMap((query) => parseQuery(query).problems)).toEqual([])
    expect(councilQueues(all).map(({ query }) => parseQuery(query).terms[0])).toEqual([
      { key: 'council', value: 'Northmoor' },
      { key: 'council', value: 'South Vale' },
    ])
  })

  test('of those who only read have no “Mine”, and of one council no councils', () => {
    const reading = { isWorking: false, hasTeam: false, councils: councils.slice(0, 1) }
    expect(queuesFor(reading).map(({ label }) => label)).toEqual([
      'All open',
      'Raised by me',
      'Escalated',
      'Everything',
    ])
    expect(councilQueues(reading)).toEqual([])
  })
})

describe('the window on a long list', () => {
  const sizes = { height: 800, rowHeight: 80, total: 20_768 }

  test('holds as many rows at the end as at the beginning and in the middle', () => {
    for (const above of [0, 80 * 10_000, 80 * 20_768 - 800]) {
      const { first, end } = seenRows({ ...sizes, above })
      expect(first * 80).toBeLessThanOrEqual(above)
      expect(end * 80).toBeGreaterThanOrEqual(Math.min(above + 800, 80 * 20_768))
      expect(end - first).toBeLessThanOrEqual(26)
    }
  })

  test('asks for pages that hold every row that is seen, and no new one for a line more', () => {
    for (let first = 0; first < 1_000; first += 7) {
      const { offset, limit } = pageFor({ first, end: first + 26 })
      expect(offset).toBeLessThanOrEqual(first)
      expect(offset + limit).toBeGreaterThanOrEqual(first + 26)
      expect(limit).toBeLessThanOrEqual(240)
    }
    expect(pageFor({ first: 61, end: 87 })).toEqual(pageFor({ first: 62, end: 88 }))
  })

  test('is empty for an empty list and ends with a short one', () => {
    expect(seenRows({ ...sizes, above: 0, total: 0 })).toEqual({ first: 0, end: 0 })
    expect(seenRows({ ...sizes, above: 0, total: 3 })).toEqual({ first: 0, end: 3 })
    expect(seenRows({ ...sizes, above: 90_000, total: 3 }).end).toBe(3)
  })

  test('keeps the row that has the focus', () => {
    expect(shownIndexes({ first: 5, end: 8 }, 2, 100)).toEqual([2, 5, 6, 7])
    expect(shownIndexes({ first: 5, end: 8 }, 50, 100)).toEqual([5, 6, 7, 50])
    expect(shownIndexes({ first: 5, end: 8 }, 6, 100)).toEqual([5, 6, 7])
    expect(shownIndexes({ first: 5, end: 8 }, 50, 10)).toEqual([5, 6, 7])
  })
})

describe('words', () => {
  test('a priority is its number and its word', () => {
    expect(priorityLabel(2)).toBe('2 High')
  })

  test('an age is told in the largest unit that is true', () => {
    const [minute, day] = [60_000, 86_400_000]
    const told = [0, 8 * minute, 119 * minute, day - 1, 99 * day, 200 * day, 800 * day].map((age) => ageWords(0, age))
    expect(told).toEqual(['now', '8 min', '1 h', '23 h', '99 d', '6 mo', '2 y'])
  })
})
