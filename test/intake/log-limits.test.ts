// What of a log cannot be kept as it is: rows without sense, histories without end, and readings that are ended.
import { describe, expect, test } from 'vitest'
import { incidentSchema } from '../../src/domain/incident.ts'
import { create } from '../../src/domain/mutation.ts'
import { opLimits } from '../../src/domain/wire.ts'
import { bringIn, csv, fileOf, logTrial } from './log-trial.ts'

const opened = '13/3/2026 09:00'

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

  test.each([
    [1, 12_000],
    [7, 2900],
    [19, 2900],
    [19, 12_000],
    [400, 12_000],
  ])(
    'the longest of everything, in %i rows with texts of %i letters, fits one op, and no letter is cut in two',
    async (length, letters) => {
      const wide = '界😀界'.repeat(letters / 4)
      const name = (i: number) => `${i}${'界'.repeat(290)}`
      const rows = Array.from({ length }, (_, i) => [
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
    },
  )
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
