import type { Page } from '@playwright/test'
import { entriesToday, expectShared, person, reportOutage, signIn } from './steps.ts'
import { expect, test } from './story.ts'

const rubbish = '💥 <img src=x onerror=alert(1)> %00'

test('Whatever is typed into a form is answered in sentences and stays as it was typed', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.admin)

  await desk.goto('/outages/report')
  await desk.getByRole('combobox', { name: 'Which system?' }).fill(rubbish)
  await expect(desk.getByText('No system has this name. Try fewer letters.')).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('combobox', { name: 'Which system?' })).toHaveValue(rubbish)

  await desk.goto('/outages/report?past=1')
  await desk.getByRole('option', { name: 'Revenues system' }).click()
  await fillMoment(desk, 'Start', { Day: '31', Month: 'feb', Year: 'x', Time: '25:99' })
  await fillMoment(desk, 'End', { Day: '', Month: '', Year: '', Time: rubbish })
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expectProblems(desk, ['The start must be a real date, such as 27 3 2026.', 'The end needs a day.'])
  await expect(moment(desk, 'Start').getByLabel('Time')).toHaveValue('25:99')
  await expect(moment(desk, 'End').getByLabel('Time')).toHaveValue(rubbish)

  await reportOutage(desk, 'Revenues system')
  await desk.getByRole('button', { name: /^Correct/ }).click()
  await fillMoment(desk, 'Start', { Day: '99', Month: '13', Year: '0', Time: 'noon' })
  await desk.getByLabel('Share of the service lost').fill(rubbish)
  await desk.getByRole('button', { name: 'Save correction' }).click()
  await expectProblems(desk, [
    'The start must be a real date, such as 27 3 2026.',
    'The share lost must be a number from 0 to 100.',
    'Say why the record changes.',
  ])
  await expect(desk.getByLabel('Share of the service lost')).toHaveValue(rubbish)

  await desk.goto('/systems/new')
  await desk.getByLabel('Owner').fill(rubbish)
  await desk.getByLabel('Target').fill('ninety')
  await fillMoment(desk, 'In force from', { Day: '0', Month: '0', Year: '0' })
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expectProblems(desk, ['Give the system a name', /first day/i, /target/i])
  await expect(desk.getByLabel('Owner')).toHaveValue(rubbish)
  await expect(desk.getByLabel('Target')).toHaveValue('ninety')

  await desk.goto('/settings/people')
  await desk.getByRole('button', { name: 'Invite somebody' }).click()
  await desk.getByLabel('E-mail').fill(rubbish)
  await desk.getByRole('button', { name: 'Make a link' }).click()
  await expectProblems(desk, ['Give their name', 'Give an e-mail address, such as name@example.gov.uk'])
  await expect(desk.getByLabel('E-mail')).toHaveValue(rubbish)

  await desk.goto('/systems/new')
  await desk.getByLabel('Name', { exact: true }).fill(rubbish)
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(desk.getByRole('heading', { level: 1, name: rubbish })).toBeVisible()
  await expectShared(desk)
})

test('Whatever is typed into a form of legal time is answered in sentences and stays as it was typed, also over a reload', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, 'yusuf.demir@sample.test')
  await desk.goto('/time/new')
  await desk.getByLabel('Duration').fill(rubbish)
  await desk.getByRole('button', { name: 'Another day' }).click()
  await fillMoment(desk, 'Which day?', { Day: '31', Month: 'feb', Year: 'x' })
  await desk.getByLabel('What was done').fill(rubbish)
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expectProblems(desk, [/Begin with how long it took, such as 1\.5/, 'The date must be a real date.'])
  await desk.reload()
  await expect(desk.getByLabel('Duration')).toHaveValue(rubbish)
  await expect(desk.getByLabel('What was done')).toHaveValue(rubbish)
  await expect(moment(desk, 'Which day?').getByLabel('Year')).toHaveValue('x')
  for (const [typed, answer] of unreadable) {
    await desk.getByLabel('Duration').fill(typed)
    await expect(desk.getByRole('status').filter({ hasText: answer })).toBeVisible()
  }
  await desk.getByRole('button', { name: 'Today', exact: true }).click()
  await desk.getByLabel('Duration').fill('3u')
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await entriesToday(desk).last().click()
  await expect(desk.getByText(rubbish)).toBeVisible()

  await desk.goto('/matters/new')
  await desk.getByLabel('Title').fill(rubbish)
  await desk.getByLabel('Estimate').fill(rubbish)
  await fillMoment(desk, 'Opened', { Day: '0', Month: '13', Year: '' })
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expectProblems(desk, ['Give the matter a reference', /estimate must be a number/, /day it was opened must/])
  await expect(desk.getByLabel('Title')).toHaveValue(rubbish)
  await expect(desk.getByLabel('Estimate')).toHaveValue(rubbish)
  await expectShared(desk)
})

test('Whatever is typed into a form of what is assumed is answered in sentences and stays as it was typed', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 900 } })
  await signIn(desk, person.manager)
  await desk.goto('/impact/facts')
  await desk.getByLabel('Division').selectOption('Housing')
  const sheet = desk.getByRole('dialog', { name: 'Housing' })
  await desk.getByRole('button', { name: 'Change Housing system' }).click()
  await sheet.getByRole('radio', { name: 'Another share' }).check()
  await sheet.getByLabel('Share, exactly').fill(rubbish)
  await fillMoment(desk, 'Holds from', { Day: '31', Month: 'feb', Year: '' })
  await sheet.getByLabel('Note').fill(rubbish)
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await expectProblems(desk, ['The share must be a number from 0 to 100', 'The first day must have a year'])
  await expect(sheet.getByLabel('Share, exactly')).toHaveValue(rubbish)
  await expect(sheet.getByLabel('Note')).toHaveValue(rubbish)
  await sheet.getByRole('button', { name: 'Close' }).click()

  await desk.getByRole('button', { name: 'Change Hourly rate' }).click()
  await sheet.getByLabel('Salary a year, on average').fill(rubbish)
  await sheet.getByLabel('Hours a week').fill('-37')
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await expectProblems(desk, [
    'Salary a year, on average must be a number from 0 to 10,000,000',
    'Hours a week must be a number from 0 to 168',
  ])
  await expect(sheet.getByLabel('Salary a year, on average')).toHaveValue(rubbish)
  await expect(sheet.getByLabel('Hours a week')).toHaveValue('-37')
})

const unreadable = [
  ['-2', 'A duration is more than nothing'],
  ['90', 'more than a day. A number alone is hours: for minutes write 90m'],
  ['11-10', 'It ends before it starts'],
  ['10-10', 'It starts and ends at the same time'],
  ['1 30 call', 'Begin with how long it took'],
] as const

const moment = (page: Page, label: string) => page.getByRole('group', { name: label, exact: true })

async function fillMoment(page: Page, label: string, parts: Readonly<Record<string, string>>): Promise<void> {
  for (const [part, text] of Object.entries(parts)) await moment(page, label).getByLabel(part).fill(text)
}

/** The summary says them all, and has the focus. */
async function expectProblems(page: Page, sentences: readonly (string | RegExp)[]): Promise<void> {
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(summary).toBeFocused()
  for (const sentence of sentences) await expect(summary).toContainText(sentence)
}
