// Each oddity that real logs have been seen with, one at a time.
import { describe, expect, test } from 'vitest'
import { incidentSchema } from '../../src/domain/incident.ts'
import { bringIn, csv, fileOf, logTrial } from './log-trial.ts'
import { iso } from './reading.ts'

const header = [
  'number',
  'incident_state',
  'sys_mod_count',
  'opened_by',
  'opened_at',
  'sys_updated_by',
  'sys_updated_at',
  'priority',
  'assignment_group',
  'assigned_to',
  'resolved_at',
  'closed_at',
]
type Cells = Partial<
  Record<'number' | 'opened' | 'by' | 'priority' | 'team' | 'assignee' | 'resolved' | 'closed', string>
>

/** An event of one incident. */
function event(state: string, order: string, updated: string, cells: Cells = {}): string[] {
  const { number = 'INC1', opened = '29/2/2016 01:16', by = 'Ann', priority = '3 - Moderate', team = 'Desk' } = cells
  const { assignee = '?', resolved = '?', closed = '?' } = cells
  return [number, state, order, 'Opened by  8', opened, by, updated, priority, team, assignee, resolved, closed]
}
const events = (...rows: string[][]) => csv(header, ...rows)

async function one(text: string) {
  const { incidents, ...rest } = await bringIn(text)
  const incident = incidents.get('INC1')
  if (!incident) throw new Error(JSON.stringify(rest.summary.refused))
  expect(incidentSchema.safeParse(incident).error).toBeUndefined()
  const course = incident.history.map(({ at, ...line }) => ({ at: iso(at), ...line }))
  return { ...rest, incident, course }
}

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
