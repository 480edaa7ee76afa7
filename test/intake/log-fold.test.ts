// Each oddity that real logs have been seen with, one at a time.
import { describe, expect, test } from 'vitest'
import { event, events, one } from './log-events.ts'
import { bringIn, csv, fileOf, logTrial } from './log-trial.ts'

test('the rows of one number become one incident with the course they tell', async () => {
  const facts = { resolved: '1/3/2016 11:29', closed: '5/3/2016 12:00' }
  const { incident, course, summary } = await one(
    events(
      event('New', '0', '29/2/2016 01:16', facts),
      event('Active', '1', '29/2/2016 02:00', { ...facts, assignee: 'Resolver  89' }),
      event('Active', '2', '29/2/2016 02:30', { ...facts, assignee: 'Resolver 89', priority: '2 - High', by: 'Bob' }),
      event('Active', '3', '29/2/2016 02:31', { ...facts, assignee: 'Resolver 89', priority: '2 - High' }),
      event('Resolved', '4', '1/3/2016 11:29', { ...facts, team: 'Network' }),
      event('Closed', '5', '5/3/2016 12:00', { ...facts, team: 'Network', priority: '2 - High' }),
    ),
  )
  expect(summary).toMatchObject({ rows: 6, incidents: 1, isEventLog: true, notes: [] })
  expect(course).toEqual([
    { at: '2016-02-29T01:16:00Z', by: 'Ann', state: 'new', priority: 3, team: 'Desk' },
    { at: '2016-02-29T02:00:00Z', by: 'Ann', state: 'in_progress', assignee: 'Resolver 89' },
    { at: '2016-02-29T02:30:00Z', by: 'Bob', priority: 2 },
    { at: '2016-03-01T11:29:00Z', by: 'Ann', state: 'resolved', priority: 3, assignee: '', team: 'Network' },
    { at: '2016-03-05T12:00:00Z', by: 'Ann', state: 'closed', priority: 2 },
  ])
  expect(incident).toMatchObject({
    raisedAt: Date.parse('2016-02-29T01:16:00Z'),
    state: 'closed',
    flags: { isOpen: false, pausesClock: false, countsAsBacklog: false },
    stateAt: Date.parse('2016-03-05T12:00:00Z'),
    resolvedAt: Date.parse('2016-03-01T11:29:00Z'),
    closedAt: Date.parse('2016-03-05T12:00:00Z'),
    priority: 2,
    matrixPriority: 2,
    teamName: 'Network',
    assigneeName: '',
    assigneeId: null,
    requesterId: null,
    reopenCount: 0,
  })
})

test('times of the future on earlier rows mean nothing: an incident still open is not resolved', async () => {
  const { incident } = await one(
    events(
      event('New', '0', '29/2/2016 01:16', { resolved: '1/3/2016 11:29', closed: '5/3/2016 12:00' }),
      event('Active', '1', '29/2/2016 02:00', { resolved: '1/3/2016 11:29', closed: '5/3/2016 12:00' }),
    ),
  )
  expect(incident).toMatchObject({ state: 'in_progress', resolvedAt: null, closedAt: null })
})

test('rows of many incidents may be mixed', async () => {
  const { incidents } = await bringIn(
    events(
      event('New', '0', '29/2/2016 01:16'),
      event('New', '0', '29/2/2016 01:17', { number: 'INC2' }),
      event('Closed', '1', '29/2/2016 01:18'),
      event('Closed', '1', '29/2/2016 01:19', { number: 'INC2' }),
    ),
  )
  expect([...incidents.values()].map(({ state, history }) => [state, history.length])).toEqual([
    ['closed', 2],
    ['closed', 2],
  ])
})

describe('the last row', () => {
  test('is the one with the highest number of order, wherever it stands', async () => {
    const { incident } = await one(
      events(
        event('Closed', '10', '5/3/2016 12:00', { team: 'Last' }),
        event('New', '0', '29/2/2016 01:16'),
        event('Active', '9', '1/3/2016 09:00'),
      ),
    )
    expect(incident).toMatchObject({ state: 'closed', teamName: 'Last' })
    expect(incident.history.map(({ state }) => state)).toEqual(['new', 'in_progress', 'closed'])
  })

  test('is the later one where the number of order is repeated, and the lower one where the time is too', async () => {
    const { incident } = await one(
      events(
        event('Closed', '7', '5/3/2016 17:00', { team: 'Last' }),
        event('Active', '7', '29/2/2016 09:27'),
        event('New', '1', '29/2/2016 01:16'),
      ),
    )
    expect(incident).toMatchObject({ state: 'closed', teamName: 'Last' })
    const same = await one(events(event('New', '1', '29/2/2016 09:27'), event('Active', '1', '29/2/2016 09:27')))
    expect(same.incident.state).toBe('in_progress')
  })

  test('is the latest where there is no number of order', async () => {
    const { incident } = await one(events(event('Closed', '?', '5/3/2016 12:00'), event('New', '?', '29/2/2016 01:16')))
    expect(incident.history.map(({ state }) => state)).toEqual(['new', 'closed'])
    expect(incident.state).toBe('closed')
  })
})

describe('times out of order', () => {
  test('never run backwards in a course: the line stands at the time before it and says what the file says', async () => {
    const { course, plan } = await one(
      events(
        event('New', '1', '29/2/2016 09:59'),
        event('Active', '2', '29/2/2016 07:27'),
        event('Closed', '3', '5/3/2016 12:00'),
      ),
    )
    expect(course[1]).toEqual({
      at: '2016-02-29T09:59:00Z',
      by: 'Ann',
      state: 'in_progress',
      text: 'Dated 2016-02-29 07:27.',
    })
    expect(plan.notes.join(' ')).toMatch(/1 incident with times out of order/)
  })

  test('an event before the incident was raised counts from then', async () => {
    const { course } = await one(
      events(
        event('New', '0', '29/2/2016 07:00', { opened: '29/2/2016 09:00' }),
        event('Closed', '1', '1/3/2016 09:00', { opened: '29/2/2016 09:00' }),
      ),
    )
    expect(course[0]?.at).toBe('2016-02-29T09:00:00Z')
  })

  test('resolved before it was raised is kept and said', async () => {
    const { incident, plan } = await one(
      events(event('Closed', '1', '1/3/2016 09:00', { opened: '29/2/2016 09:00', resolved: '28/2/2016 09:00' })),
    )
    expect(incident.resolvedAt).toBe(Date.parse('2016-02-28T09:00:00Z'))
    expect(plan.notes.join(' ')).toMatch(/1 incident resolved before being raised/)
  })
})

describe('states', () => {
  test('that mean nothing here are kept as text, and the state is that of the neighbours', async () => {
    const { course, incident, summary, plan } = await one(
      events(
        event('New', '0', '29/2/2016 01:16'),
        event('-100', '1', '29/2/2016 02:00'),
        event('-100', '2', '29/2/2016 02:01', { assignee: 'Cy' }),
        event('Resolved', '3', '29/2/2016 03:00', { assignee: 'Cy' }),
      ),
    )
    expect(summary.tables.state['-100']).toBeNull()
    expect(course.map(({ state, text }) => [state, text])).toEqual([
      ['new', undefined],
      [undefined, 'State "-100".'],
      [undefined, undefined],
      ['resolved', undefined],
    ])
    expect(incident.state).toBe('resolved')
    expect(plan.notes.join(' ')).toMatch(/1 incident with a state that has no meaning/)
    const first = await one(events(event('-100', '0', '29/2/2016 01:16'), event('Active', '1', '29/2/2016 02:00')))
    expect(first.course.map(({ state }) => state)).toEqual(['in_progress'])
    const last = await one(events(event('Active', '0', '29/2/2016 01:16'), event('-100', '1', '29/2/2016 02:00')))
    expect(last.incident.state).toBe('in_progress')
  })

  test('that mean nothing here are kept as text also where an incident has one row', async () => {
    const { incidents, plan } = await bringIn(
      csv(['number', 'opened', 'state'], ['INC1', '13/3/2026 09:00', 'Parked'], ['INC2', '14/3/2026 09:00', 'Open']),
    )
    expect(incidents.get('INC1')?.history.map(({ state, text }) => [state, text])).toEqual([['new', 'State "Parked".']])
    expect(incidents.get('INC2')?.history.map(({ text }) => text)).toEqual([undefined])
    expect(plan.notes.join(' ')).toMatch(/1 incident with a state that has no meaning/)
  })

  test('mean what a person says, and words like "constructor" mean nothing by themselves', async () => {
    const trial = logTrial()
    const text = events(event('constructor', '0', '29/2/2016 01:16'), event('__proto__', '1', '29/2/2016 01:20'))
    const { tables } = await trial.read(await trial.look(fileOf(text)))
    const [unknown] = (await trial.plan(tables)).samples
    expect(unknown?.state).toBe('new')
    const state = Object.fromEntries([['constructor', 'assigned'] as const, ['__proto__', 'cancelled'] as const])
    const [told] = (await trial.plan({ ...tables, state })).samples
    expect(told?.history.map((line) => line.state)).toEqual(['assigned', 'cancelled'])
    expect(told).toMatchObject({ state: 'cancelled', closedAt: Date.parse('2016-02-29T01:20:00Z') })
  })

  test('reopened ones are counted by their course where no column counts them', async () => {
    const { incident } = await one(
      events(
        event('New', '0', '29/2/2016 01:16'),
        event('Resolved', '1', '29/2/2016 02:00'),
        event('Active', '2', '29/2/2016 03:00'),
        event('Closed', '3', '29/2/2016 04:00'),
      ),
    )
    expect(incident.reopenCount).toBe(1)
  })
})
