// When incidents of a log were resolved and closed, where it does not say, and where the clock changes.
import { describe, expect, test } from 'vitest'
import { event, events, header, one } from './log-events.ts'
import { bringIn, csv } from './log-trial.ts'
import { iso } from './reading.ts'

describe('closed, but resolved at nobody knows when', () => {
  test('has no time of resolution, and that is said', async () => {
    const { incident, plan } = await one(
      events(
        event('Resolved', '0', '29/2/2016 08:56'),
        event('Closed', '1', '5/3/2016 10:00', { closed: '5/3/2016 10:00' }),
      ),
    )
    expect(incident).toMatchObject({ state: 'closed', resolvedAt: null, closedAt: Date.parse('2016-03-05T10:00:00Z') })
    expect(plan.notes.join(' ')).toMatch(/1 incident closed without a time of resolution/)
  })

  test('takes it from its course where the file has no column for it', async () => {
    const narrow = (row: string[]) => row.slice(0, -2)
    const text = csv(
      narrow(header),
      narrow(event('New', '0', '29/2/2016 01:16')),
      narrow(event('Resolved', '1', '29/2/2016 08:56')),
      narrow(event('Closed', '2', '5/3/2016 10:00')),
    )
    expect((await one(text)).incident).toMatchObject({
      resolvedAt: Date.parse('2016-02-29T08:56:00Z'),
      closedAt: Date.parse('2016-03-05T10:00:00Z'),
    })
  })
})

describe('where the clock changes', () => {
  test('a time that comes twice is the second where the first would run backwards', async () => {
    const opened = '30/10/2016 01:10'
    const { course } = await one(
      events(
        event('New', '0', '30/10/2016 01:50', { opened }),
        event('Active', '1', '30/10/2016 01:20', { opened }),
        event('Closed', '2', '30/10/2016 02:10', { opened }),
      ),
    )
    expect(course.map(({ at, text }) => [at, text])).toEqual([
      ['2016-10-30T00:50:00Z', undefined],
      ['2016-10-30T01:20:00Z', undefined],
      ['2016-10-30T02:10:00Z', undefined],
    ])
  })

  test('is said with how many times lie in such an hour', async () => {
    const { summary } = await one(
      events(event('New', '0', '27/3/2016 01:59'), event('Closed', '1', '30/10/2016 01:30')),
    )
    expect(summary.notes.join(' ')).toMatch(
      /1 time in the hour that clocks skip.* 1 time in the hour that clocks show twice/,
    )
  })
})

test('one row for each incident: its times make the course', async () => {
  const text = csv(
    ['number', 'short description', 'state', 'opened at', 'resolved at', 'closed at', 'updated at', 'opened by'],
    ['INC1', 'Printer', 'Closed', '1/7/2026 09:00', '1/7/2026 11:00', '6/7/2026 11:00', '7/7/2026 08:00', 'Ann'],
    ['INC2', 'Phone', 'On Hold', '1/7/2026 09:00', '', '', '2/7/2026 08:00', 'Ann'],
    ['INC3', 'Mail', 'New', '1/7/2026 09:00', '', '', '', 'Ann'],
    ['INC4', 'Door', 'Cancelled', '1/7/2026 09:00', '', '2/7/2026 09:00', '', 'Ann'],
  )
  const { incidents, summary } = await bringIn(text)
  expect(summary.isEventLog).toBe(false)
  const courses = [...incidents.values()].map(({ history }) => history.map(({ at, state }) => [iso(at), state]))
  const raised = ['2026-07-01T08:00:00Z', 'new']
  expect(courses).toEqual([
    [raised, ['2026-07-01T10:00:00Z', 'resolved'], ['2026-07-06T10:00:00Z', 'closed']],
    [raised, ['2026-07-02T07:00:00Z', 'waiting_requester']],
    [raised],
    [raised, ['2026-07-02T08:00:00Z', 'cancelled']],
  ])
  expect(incidents.get('INC1')?.history[0]?.by).toBe('Ann')
  expect(incidents.get('INC2')?.flags).toEqual({ pausesClock: true, isOpen: true, countsAsBacklog: false })
})

test('without a state the times tell it', async () => {
  const text = csv(
    ['number', 'opened', 'resolved', 'closed'],
    ['INC1', '13/7/2026', '', ''],
    ['INC2', '13/7/2026', '14/7/2026', ''],
    ['INC3', '13/7/2026', '14/7/2026', '15/7/2026'],
  )
  const { incidents } = await bringIn(text)
  expect([...incidents.values()].map(({ state }) => state)).toEqual(['new', 'resolved', 'closed'])
})
