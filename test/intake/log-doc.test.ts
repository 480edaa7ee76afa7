// What a log's incidents become: titles, names, councils, limits.
import { describe, expect, test } from 'vitest'
import { incidentSchema } from '../../src/domain/incident.ts'
import { create } from '../../src/domain/mutation.ts'
import { opLimits } from '../../src/domain/wire.ts'
import { bringIn, camden, csv, fileOf, housing, logTrial, sutton } from './log-trial.ts'

const opened = '13/3/2026 09:00'

describe('titles', () => {
  test('are made of category, subcategory and symptom where the file has none', async () => {
    const text = csv(
      ['number', 'opened', 'category', 'subcategory', 'symptom'],
      ['INC1', opened, 'Category 55', 'Subcategory 170', 'Symptom 72'],
      ['INC2', opened, 'Category 55', '?', '?'],
      ['INC3', opened, '?', '?', '?'],
    )
    const { incidents, plan } = await bringIn(text)
    expect([...incidents.values()].map(({ title, category }) => [title, category])).toEqual([
      ['Category 55, Subcategory 170, Symptom 72', 'Category 55'],
      ['Category 55', 'Category 55'],
      ['Incident INC3', ''],
    ])
    expect(plan.notes).toEqual([
      expect.stringMatching(/^3 incidents without a title/),
      expect.stringMatching(/priority/),
    ])
  })

  test('that are there stay, and what has no field of its own follows the text', async () => {
    const text = csv(
      ['number', 'opened', 'short description', 'description', 'subcategory'],
      ['INC1', opened, 'Printer  jams', '"Tray 2\r\nsince Monday"', 'Paper'],
    )
    const { incidents } = await bringIn(text)
    expect(incidents.get('INC1')).toMatchObject({ title: 'Printer jams', text: 'Tray 2\nsince Monday\n\nPaper' })
  })

  test('a description that is all there is, is the title, and whole as the text where it is long', async () => {
    const long = 'word '.repeat(200).trim()
    const { incidents } = await bringIn(
      csv(['number', 'opened', 'description'], ['INC1', opened, long], ['INC2', opened, 'Short']),
    )
    expect(incidents.get('INC1')).toMatchObject({ text: long })
    expect(incidents.get('INC1')?.title.length).toBeLessThanOrEqual(300)
    expect(incidents.get('INC2')).toMatchObject({ title: 'Short', text: '' })
  })
})

test('formulas, markup and control characters stay text, as they are', async () => {
  const formula = '=HYPERLINK("http://x","<b>y</b>")'
  const quoted = `"${formula.replaceAll('"', '""')}"`
  const { incidents } = await bringIn(
    csv(['number', 'opened', 'title', 'caller'], ['INC1', opened, quoted, '@SUM(1)\u0007']),
  )
  expect(incidents.get('INC1')).toMatchObject({ title: formula, requesterName: '@SUM(1)' })
})

test('people and teams become names, never accounts; a system of the same name is that system, another stays a name', async () => {
  const text = csv(
    ['number', 'opened', 'title', 'caller', 'assigned to', 'assignment group', 'system'],
    ['INC1', opened, 'a', 'Caller  7', 'Ann Example', 'Desk', 'housing  SYSTEM'],
    ['INC2', opened, 'b', '', '', '', 'Payroll'],
  )
  const { incidents } = await bringIn(text)
  expect(incidents.get('INC1')).toMatchObject({
    requesterName: 'Caller 7',
    requesterId: null,
    assigneeName: 'Ann Example',
    assigneeId: null,
    teamName: 'Desk',
    teamId: null,
    systemId: housing.id,
    systemName: '',
    raisedById: '',
  })
  expect(incidents.get('INC2')).toMatchObject({ systemId: null, systemName: 'Payroll' })
})

describe('councils', () => {
  const text = csv(
    ['number', 'opened', 'title', 'council'],
    ['INC1', opened, 'a', 'Camden'],
    ['INC2', opened, 'b', 'sutton  council'],
    ['INC3', opened, 'c', 'Elsewhere'],
  )
  const names = { councils: [camden, sutton], systems: [] }

  test('go by the name or short name; what has none is refused with its line, until one is chosen for the others', async () => {
    const trial = logTrial({ names })
    const { tables } = await trial.read(await trial.look(fileOf(text)))
    expect(tables.council).toEqual({ Camden: camden.id, 'sutton council': sutton.id, Elsewhere: null })
    const plan = await trial.plan(tables)
    expect(plan.counts).toMatchObject({ new: 2, refused: 1 })
    expect(plan.refused.first).toEqual([{ line: 4, reason: 'No council is chosen for it.' }])
    const all = await trial.plan({ ...tables, councilForOthers: sutton.id })
    expect(all.samples.map(({ councilId }) => councilId)).toEqual([camden.id, sutton.id, sutton.id])
  })

  test('where there is only one, it has all', async () => {
    const { incidents } = await bringIn(text)
    expect(new Set([...incidents.values()].map(({ councilId }) => councilId))).toEqual(new Set([camden.id]))
  })
})

test('impact, urgency and priority are the file’s; without a priority the partnership’s table of that day gives it', async () => {
  const text = csv(
    ['number', 'opened', 'title', 'impact', 'urgency', 'priority'],
    ['INC1', opened, 'a', '1 - High', '1 - High', '3 - Moderate'],
    ['INC2', opened, 'b', '1 - High', '2 - Medium', ''],
    ['INC3', '13/5/2026 09:00', 'c', '1 - High', '2 - Medium', ''],
  )
  const row = { critical: 1, high: 1, medium: 1, low: 1 } as const
  const matrices = [{ from: '2026-04-01', cells: { department: row, group: row, person: row } }]
  const { incidents, plan } = await bringIn(text, {
    here: async () => ({ incidents: new Map(), matrices, undoneIds: new Set() }),
  })
  expect(
    [...incidents.values()].map(({ impact, urgency, priority, matrixPriority }) => [
      impact,
      urgency,
      priority,
      matrixPriority,
    ]),
  ).toEqual([
    ['department', 'high', 3, 3],
    ['department', 'medium', 2, 2],
    ['department', 'medium', 1, 1],
  ])
  expect(plan.notes.join(' ')).toMatch(/2 incidents without a priority/)
})

describe('rows that cannot be kept', () => {
  test('are refused with their line and a reason, and the others are read', async () => {
    const text = [
      'number,opened,title',
      'INC1,13/3/2026,a',
      ',13/3/2026,no number',
      'INC3,31/2/2026,no such day',
      'INC4,,no time',
      'INC5,13/3/2026,too,many',
      `${'9'.repeat(101)},13/3/2026,long number`,
      'INC7,13/3/2026',
      'INC8,13/3/2026,"open',
      'INC9,13/3/2026,last',
    ].join('\n')
    const { summary, incidents } = await bringIn(text)
    expect([...incidents.keys()]).toEqual(['INC1', 'INC7', 'INC9'])
    const reasons = summary.refused.first.map(({ line, reason }) => `${line} ${reason}`)
    expect(summary.refused.count).toBe(6)
    expect(reasons).toEqual([
      expect.stringMatching(/^3 It has no number/),
      expect.stringMatching(/^4 "31\/2\/2026" \(opened\) is not a date/),
      expect.stringMatching(/^5 It does not say when it was raised/),
      expect.stringMatching(/^6 It has 4 values for 3 columns/),
      expect.stringMatching(/^7 Its number is longer than 100/),
      expect.stringMatching(/^9 A quotation mark is opened/),
    ])
  })

  test('are all counted, and the first thousand told', async () => {
    const rows = Array.from({ length: 1500 }, () => ['', opened, 'x'])
    const { summary, plan } = await bringIn(csv(['number', 'opened', 'title'], ['INC1', opened, 'a'], ...rows))
    expect(summary.refused).toMatchObject({ count: 1500 })
    expect(summary.refused.first).toHaveLength(1000)
    expect(plan.counts).toMatchObject({ new: 1, refused: 1500 })
  })
})

test('without a column of numbers a row is itself: read again it is the same, and changed in its state as well', async () => {
  const text = (state: string) =>
    csv(['opened', 'title', 'state'], [opened, 'Printer', state], [opened, 'Phone', 'New'])
  const idsOf = async (content: string) => (await bringIn(content)).items.map(({ id }) => id)
  const ids = await idsOf(text('New'))
  expect(new Set(ids).size).toBe(2)
  expect(await idsOf(text('Closed'))).toEqual(ids)
})

describe('limits', () => {
  test('a history beyond 500 lines loses its middle and says so; the incident still fits one op', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => [
      'INC1',
      opened,
      `${1 + (i % 28)}/${4 + Math.floor(i / 100)}/2026 09:00`,
      `${i}`,
      `Person ${i}`,
    ])
    const { incidents, plan } = await bringIn(
      csv(['number', 'opened', 'updated at', 'mod count', 'assigned to'], ...rows),
    )
    const history = incidents.get('INC1')?.history ?? []
    expect(history).toHaveLength(500)
    expect(history[250]?.text).toBe('401 lines are left out here.')
    expect([history[0]?.assignee, history.at(-1)?.assignee]).toEqual(['Person 0', 'Person 899'])
    expect(plan.notes.join(' ')).toMatch(/1 incident too long/)
  })

  test('the longest of everything fits one op, and nothing is cut in the middle of a letter', async () => {
    const wide = '界😀'.repeat(4000)
    const name = (i: number) => `${i}${'界'.repeat(290)}`
    const rows = Array.from({ length: 600 }, (_, i) => [
      'INC1',
      opened,
      `13/3/2026 ${10 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}`,
      wide,
      wide,
      name(i),
      name(i),
      name(i),
      name(0),
      name(0),
      wide,
    ])
    const { items, batches } = await bringIn(
      csv(
        [
          'number',
          'opened',
          'updated at',
          'short description',
          'description',
          'assigned to',
          'assignment group',
          'updated by',
          'caller',
          'system',
          'close notes',
        ],
        ...rows,
      ),
    )
    const [item] = items
    if (!item) throw new Error('nothing was read')
    expect(incidentSchema.safeParse(item.doc).error).toBeUndefined()
    expect(JSON.parse(JSON.stringify(item.doc))).toEqual(item.doc)
    for (const text of [item.doc.title, item.doc.text, item.doc.resolution, item.doc.assigneeName])
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text)
    const changes = batches.flatMap(({ args }) => args.incidents.map(({ id, doc }) => create('incident', id, doc)))
    expect(new TextEncoder().encode(JSON.stringify(changes)).length).toBeLessThan(opLimits.bytes)
  })
})

test('reading ends when it is told to', async () => {
  const trial = logTrial()
  const lines = Array.from({ length: 60_000 }, (_, i) => `INC${i},${opened},${'x'.repeat(40)}`)
  const file = fileOf(`number,opened,title\n${lines.join('\n')}`)
  expect(file.size).toBeGreaterThan(3 * 1024 * 1024)
  const look = await trial.look(file)
  const cancel = new AbortController()
  const seen: number[] = []
  const reading = trial.ask({ type: 'read', choices: look }, cancel.signal, ({ doneBytes, totalBytes, rows }) => {
    seen.push(doneBytes / totalBytes)
    expect(rows).toBeGreaterThan(0)
    if (seen.length === 2) cancel.abort()
  })
  await expect(reading).rejects.toThrow(/abort/i)
  expect(seen).toHaveLength(2)
  await expect(trial.plan({} as never)).rejects.toThrow('nothing was read')
})
