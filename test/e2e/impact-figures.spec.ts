import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator } from '@playwright/test'
import { gatherRecords } from '../../src/metrics/availability-records.ts'
import { impactCase } from '../metrics/impact-case.ts'
import { card, downloadAll, person, signIn } from './steps.ts'
import { expect, test } from './story.ts'

const calc = fileURLToPath(new URL('../../src/calc/start.js', import.meta.url))
const period = lastWholeMonths(3)
const address = `/impact?period=custom&from=${period.from}&to=${period.to}`

test("Impact's figures are those that the calc command gives for the exported records, and add up to the penny", async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.manager)
  const records = await readRecords(await downloadAll(desk))
  await desk.goto(address)
  await desk.getByRole('button', { name: 'Show as table' }).click()
  const { rows, total } = await rowsOf(desk.getByRole('region', { name: /^What outages cost by division and council/ }))
  expect(rows.length).toBeGreaterThan(20)
  const [gross, net] = [5, 6] as const
  for (const column of [gross, net]) expect(sumOf(rows, column)).toBe(penceOf(total[column]))
  expect(penceOf(total[net])).toBeLessThan(penceOf(total[gross]))

  const byCouncil = await rowsOf(card(desk, 'By council'))
  expect(byCouncil.rows).toHaveLength(records.councils.length)
  expect(sumOf(byCouncil.rows, 4)).toBe(penceOf(total[gross]))
  expect(byCouncil.total.slice(1)).toEqual(total.slice(2))

  for (const council of records.councils) {
    const input = impactCase(records, council.id, { period, now: Date.now() })
    const answer = calculated(input)
    const expected = input.divisions.map(({ id }) => {
      const name = records.divisions.find((division) => division.id === id)?.name
      return [name, council.shortName, ...cellsOf(answer.divisions[id])]
    })
    const shown = rows.filter(([, shortName]) => shortName === council.shortName)
    expect(inOrder(shown)).toEqual(inOrder(expected))
    const [, ...figures] = byCouncil.rows.find(([name]) => name === council.name) ?? []
    expect(figures[0]).toBe(hours(answer.total.lost_hours))
    expect(figures[3]).toBe(pounds(answer.total.cost))
  }
})

test("What e-mail's outages cost Planning is told in two taps from Impact", async ({ sample, newDevice }) => {
  const phone = await newDevice(sample, { viewport: { width: 390, height: 844 } })
  await signIn(phone, person.manager)
  await phone.goto('/impact')
  const planning = phone.getByRole('list', { name: 'By division' }).getByRole('link', { name: 'Planning' })
  await expect(planning).toBeVisible()

  await planning.tap()
  await expect(phone.getByRole('heading', { level: 1, name: 'Planning' })).toBeVisible()
  const mail = phone
    .getByRole('list', { name: 'By system' })
    .getByRole('listitem')
    .filter({ hasText: /^E-mail\d/ })
  await expect(mail).toContainText(/% of the hours, \d+ outages?/)
  await expect(mail).toContainText(/[\d,.]+ h£[\d,]+/)
})

/** The records of an export as metrics read them. */
async function readRecords(path: string) {
  const { records } = JSON.parse(await readFile(path, 'utf8')) as { records: { k: string; id: string; doc: object }[] }
  const all = async (kind: string) => records.filter(({ k }) => k === kind).map(({ id, doc }) => ({ ...doc, id }))
  return gatherRecords({ all } as Parameters<typeof gatherRecords>[0])
}

interface Loss {
  readonly lost_hours: number
  readonly lost_hours_low: number
  readonly lost_hours_high: number
  readonly cost: number
  readonly cost_net_of_catch_up: number
}

interface Answer {
  readonly divisions: Readonly<Record<string, Loss>>
  readonly total: { readonly lost_hours: number; readonly cost: number }
}

function calculated(input: object): Answer {
  const cases = [{ kind: 'impact', input }]
  const done = spawnSync(process.execPath, [calc, '-'], { input: JSON.stringify({ cases }), encoding: 'utf8' })
  const { results } = JSON.parse(done.stdout) as { results: { output?: Answer; error?: unknown }[] }
  const output = results[0]?.output
  if (!output) throw new Error(JSON.stringify(results[0]?.error))
  return output
}

/** Every cell of a table, its last row apart. */
async function rowsOf(within: Locator): Promise<{ rows: string[][]; total: string[] }> {
  await expect(within.getByRole('row').last()).toContainText('Total')
  const cells = await within
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
  const [, ...rows] = cells
  return { total: rows.pop() ?? [], rows }
}

/** As the page writes what the command gave. */
const cellsOf = (loss: Loss | undefined): string[] =>
  loss
    ? [
        ...[loss.lost_hours, loss.lost_hours_low, loss.lost_hours_high].map(hours),
        ...[loss.cost, loss.cost_net_of_catch_up].map(pounds),
      ]
    : []
const fixed = (value: number, digits: number) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const pounds = (value: number) => `£${fixed(value, 2)}`
const hours = (value: number) => (value > 0 && value < 0.05 ? 'under 0.1' : fixed(value, 1))

const penceOf = (cell: string | undefined): number => Math.round(Number(cell?.replace(/[£,]/g, '')) * 100)
const sumOf = (rows: readonly string[][], column: number) => rows.reduce((sum, row) => sum + penceOf(row[column]), 0)
const inOrder = (rows: readonly (string | undefined)[][]) => rows.map((row) => row.join(' | ')).sort()

/** Up to the first of this month. */
function lastWholeMonths(count: number): { from: string; to: string } {
  const now = new Date()
  const first = (back: number) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 10)
  return { from: first(count), to: first(0) }
}
