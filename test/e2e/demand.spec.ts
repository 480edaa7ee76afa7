import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { card, downloadAll, goOffline, person, signIn } from './steps.ts'
import { expect, test } from './story.ts'

const calc = fileURLToPath(new URL('../../src/calc/start.js', import.meta.url))
const period = { from: `${new Date().getFullYear() - 2}-01-01`, to: `${new Date().getFullYear() + 1}-01-01` }
const address = `/demand?period=custom&from=${period.from}&to=${period.to}`

test('Without a network, a phone’s demand is what the calc command gives for the exported incidents, row by row', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample, { viewport: { width: 390, height: 844 } })
  await signIn(phone, person.manager)
  await goOffline(phone)
  const incidents = await exportedIncidents(await downloadAll(phone))
  expect(incidents.length).toBeGreaterThan(50)

  await phone.goto(address)
  const asAt = Date.now()
  await expect(phone.getByText(`${count(incidents.length)} incidents were raised`)).toBeVisible({ timeout: 15_000 })
  const answer = calculated({ period, now: new Date(asAt).toISOString(), incidents })
  for (const [title, parts] of [
    ['By system', answer.by_system],
    ['By division', answer.by_division],
    ['By council', answer.by_council],
    ['By cause', answer.by_cause],
  ] as const) {
    const { rows, total } = await rowsOf(await whole(phone, title))
    expect(rows, title).toEqual(parts.map((part) => [part.name ?? 'Not recorded', ...cellsOf(part)]))
    expect(total, title).toEqual(['Total', ...cellsOf(answer.total)])
  }
  const months = await rowsOf(phone.getByRole('region', { name: 'Incidents by month' }), false)
  expect(months.rows.map(([, ...cells]) => cells)).toEqual(
    answer.months.map(({ raised, ended, open_at_end }) => [raised, ended, open_at_end].map(count)),
  )
  const backlog = await rowsOf(phone.getByRole('region', { name: 'Backlog by age' }))
  expect(backlog.rows.map((cells) => cells.at(-1))).toEqual(answer.backlog.map((age) => count(age.count)))
})

test('From a row of demand to its incidents: as many as the row says', async ({ sample, newDevice }) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.client)
  await desk.goto(address)
  for (const title of ['By system', 'By division', 'By council', 'By cause']) {
    const { rows } = await rowsOf(await whole(desk, title))
    const [name = '', raised = ''] = rows[0] ?? []
    await card(desk, title).getByRole('link', { name, exact: true }).click()
    await expect(desk.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
    await expect(desk.getByText(new RegExp(`^${raised} incidents?\\b`)).first()).toBeVisible()
    await desk.goBack()
  }
})

test('Staff are told who sees demand', async ({ sample, newDevice }) => {
  const phone = await newDevice(sample, { viewport: { width: 390, height: 844 } })
  await signIn(phone, person.staff)
  await phone.goto('/demand')
  await expect(phone.getByText('Only ICT, managers and client officers see demand on the desk')).toBeVisible()
})

interface Part {
  readonly name: string | null
  readonly raised: number
  readonly open: number
  readonly reopened: number
  readonly ever_resolved: number
  readonly reopened_pct: number | null
  readonly timed: number
  readonly median_resolve_hours: number | null
}

interface Answer {
  readonly total: Part
  readonly by_system: readonly Part[]
  readonly by_division: readonly Part[]
  readonly by_council: readonly Part[]
  readonly by_cause: readonly Part[]
  readonly backlog: readonly { readonly count: number }[]
  readonly months: readonly { readonly raised: number; readonly ended: number; readonly open_at_end: number }[]
}

interface Doc {
  readonly name: string
  readonly raisedAt: number
  readonly state: string
  readonly stateAt: number
  readonly resolvedAt: number | null
  readonly closedAt: number | null
  readonly reopenCount: number
  readonly flags: { readonly isOpen: boolean; readonly countsAsBacklog: boolean }
  readonly councilId: string
  readonly divisionId: string | null
  readonly systemId: string | null
  readonly systemName: string
  readonly category: string
}

/** The incidents of an export as the facts of a `demand` case, without the app's own code. */
async function exportedIncidents(path: string) {
  const { records } = JSON.parse(await readFile(path, 'utf8')) as { records: { k: string; id: string; doc: Doc }[] }
  const nameOf = new Map(records.map(({ id, doc }) => [id, doc.name]))
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return records
    .filter(({ k }) => k === 'incident')
    .map(({ doc }) => ({
      ...{ raised: iso(doc.raisedAt), state: doc.state, since: iso(doc.stateAt) },
      ...{ resolved: iso(doc.resolvedAt), closed: iso(doc.closedAt), reopened: doc.reopenCount },
      ...{ open: doc.flags.isOpen, backlog: doc.flags.countsAsBacklog },
      council: nameOf.get(doc.councilId),
      division: doc.divisionId === null ? null : nameOf.get(doc.divisionId),
      system: doc.systemId === null ? doc.systemName : nameOf.get(doc.systemId),
      cause: doc.category,
    }))
}

function calculated(input: object): Answer {
  const cases = [{ kind: 'demand', input }]
  const done = spawnSync(process.execPath, [calc, '-'], { input: JSON.stringify({ cases }), encoding: 'utf8' })
  const { results } = JSON.parse(done.stdout) as { results: { output?: Answer; error?: unknown }[] }
  const output = results[0]?.output
  if (!output) throw new Error(JSON.stringify(results[0]?.error))
  return output
}

/** The card with all its rows. */
async function whole(page: Page, title: string): Promise<Locator> {
  const shown = card(page, title)
  const more = shown.getByRole('button', { name: /^Show all/ })
  if (await more.isVisible()) await more.click()
  return shown
}

/** Every cell of a table, its last row apart where it is a total. */
async function rowsOf(within: Locator, hasTotal = true): Promise<{ rows: string[][]; total: string[] }> {
  await expect(within.getByRole('row').nth(1)).toBeAttached()
  const cells = await within
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
  const [, ...rows] = cells
  return { total: hasTotal ? (rows.pop() ?? []) : [], rows }
}

/** As the page writes what the command gave. */
const cellsOf = (part: Part): string[] => [
  ...[count(part.raised), count(part.open), rate(part), elapsed(part.median_resolve_hours), count(part.timed)],
]
const count = (figure: number) => figure.toLocaleString('en-GB')
const rate = ({ reopened, ever_resolved, reopened_pct }: Part) => {
  if (reopened_pct !== null) return `${reopened_pct.toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`
  return ever_resolved === 0 ? '–' : `${reopened} of ${ever_resolved}`
}

function elapsed(hours: number | null): string {
  if (hours === null) return '–'
  // The command rounds hours to six decimals: whole seconds undo that.
  const minutes = Math.round(Math.round(hours * 3600) / 60)
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440]
  const [whole, left] = [Math.floor(rest / 60), rest % 60]
  if (days > 0) return whole > 0 ? `${days} d ${whole} h` : `${days} d`
  if (whole > 0) return left > 0 ? `${whole} h ${left} min` : `${whole} h`
  return `${left} min`
}
