// What a log's incidents become: titles, names, councils, limits.
import { describe, expect, test } from 'vitest'
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
