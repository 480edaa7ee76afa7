import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { calculated, figuresPath, percent, period, whole } from './calculated.ts'
import { caseOf, type Exported, isByItself, readExported, type SystemDoc } from './exported.ts'
import { downloadAll, expectShared, person, setUp, setUpCode, signIn } from './steps.ts'
import { expect, test } from './story.ts'

const desktop = { viewport: { width: 1280, height: 900 } }

test("The availability page's figures are those that the calc command gives for the exported records", async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, desktop)
  await signIn(desk, person.admin)
  const exported = readExported(await readFile(await downloadAll(desk), 'utf8'))
  const systems = exported.system.filter((system) => isByItself(exported, system))
  expect(systems.length).toBeGreaterThan(4)

  const figures = await tableOf(desk)
  const both = (system: Exported<SystemDoc>) => [
    { kind: 'availability', input: caseOf(exported, system, period) },
    { kind: 'availability', input: { ...caseOf(exported, system, period), calendar: '24x7' } },
  ]
  const answers = calculated(systems.flatMap(both))
  const shown = systems.map(({ name }) => figures.find(([rowName]) => rowName === name))
  const expected = systems.map(({ name, agreements }, i) => {
    const [agreed, all] = [answers[2 * i], answers[2 * i + 1]]
    const target = agreements[0]?.targetPercent
    return {
      name,
      weighted: percent(agreed?.availability_pct),
      lost: `${whole(agreed?.loss_min)} min`,
      all: percent(all?.availability_pct),
      planned: `${whole(agreed?.excluded_min)} min`,
      result: `${agreed?.met ? 'Met' : 'Missed'} ${target}%`,
    }
  })
  expect(
    shown.map((row) => {
      const [name, weighted, , lost, all, planned, result] = row ?? []
      return { name, weighted, lost, all, planned, result }
    }),
  ).toEqual(expected)
  expect(new Set(expected.map(({ weighted }) => weighted)).size).toBeGreaterThan(1)
})

test('An export that an empty installation takes in gives the same figures there', async ({
  sample,
  server,
  newDevice,
}) => {
  const [old, fresh] = await Promise.all([newDevice(sample, desktop), newDevice(server, desktop)])
  await signIn(old, person.admin)
  const file = await downloadAll(old)
  const before = await tableOf(old)
  expect(before.length).toBeGreaterThan(20)

  await setUp(fresh, setUpCode(server))
  await fresh.goto('/settings/take-in')
  const chooser = fresh.waitForEvent('filechooser')
  await fresh.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
  await fresh.getByRole('button', { name: 'Take in' }).click()
  await expect(fresh.getByRole('alert').filter({ hasText: /\d records added/ })).toBeVisible({ timeout: 120_000 })
  await expectShared(fresh)
  expect(await tableOf(fresh)).toEqual(before)

  const second = await newDevice(server, desktop)
  await signIn(second, 'ada@rivers.test', 'a long pass phrase')
  expect(await tableOf(second)).toEqual(before)
})

/** The cells of the table of all systems, row by row. */
async function tableOf(page: Page): Promise<string[][]> {
  await page.goto(figuresPath)
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  await expect(rows.first()).toBeVisible({ timeout: 15_000 })
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  )
  return cells.toSorted(([a = ''], [b = '']) => a.localeCompare(b))
}
