import type { Page } from '@playwright/test'
import { makeLog } from '../fixtures/incident-log.ts'
import { expectShared, goOffline, goOnline, setUp, setUpCode, signIn } from './steps.ts'
import { expect, test } from './story.ts'

const count = 600
const council = 'Brook District Council'
const desktop = { viewport: { width: 1280, height: 800 }, hasTouch: false } as const

interface LogFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
const fileOf = (name: string, content: string | Buffer): LogFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})

const cp850: Readonly<Record<string, number>> = { é: 0x82, ö: 0x94, '£': 0x9c }

/** The generator's log as a desk of old would write it: semicolons, CP850, and a title with letters beyond ASCII. */
function oldLog(): LogFile {
  const lines = [...makeLog(count).parts()].join('').trimEnd().split('\n')
  const [header, ...rows] = lines.map((line) => line.replaceAll(',', ';'))
  const titled = [
    `${header};short_description`,
    ...rows.map((row) => `${row};Café König: £5 zu wenig, ${row.slice(0, 10)}`),
  ]
  return fileOf(
    'old-desk.csv',
    Buffer.from([...titled.join('\r\n')].map((letter) => cp850[letter] ?? letter.charCodeAt(0))),
  )
}

async function openImport(page: Page): Promise<void> {
  await page.goto('/import')
  await page.getByRole('link', { name: 'Import incidents' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import incidents' })).toBeVisible()
}

const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const fact = (page: Page, key: string) => page.getByText(key, { exact: true }).locator('xpath=following-sibling::dd')

async function chooseFile(page: Page, file: LogFile): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await expect(step(page, 'How the file is written')).toBeVisible()
}

/** From the file as it is written to what would be imported. */
async function readAll(page: Page, isFirst: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Title', { exact: true }).locator('option:checked')).toHaveText('short_description')
  await page.getByRole('button', { name: 'Read the file' }).click()
  await expect(step(page, 'What its words mean')).toBeVisible()
  if (isFirst) await page.getByLabel('Where the file names no council of ours').selectOption(council)
  await page.getByRole('button', { name: 'See the outcome' }).click()
  await expect(step(page, 'What would be imported')).toBeVisible()
}

async function save(page: Page, expected: number): Promise<void> {
  await page.getByRole('button', { name: `Import ${expected} incidents` }).click()
  await expect(page.getByText(`${expected} incidents saved on this device`)).toBeVisible({ timeout: 60_000 })
}

async function expectCount(page: Page, expected: number): Promise<void> {
  await page.goto(`/incidents?q=${encodeURIComponent('Café König')}`)
  if (expected === 0) await expect(page.getByText('No incident fits this search')).toBeVisible()
  else await expect(page.getByText(`${expected} incident${expected === 1 ? '' : 's'}`, { exact: true })).toBeVisible()
}

test('One log is imported on two devices without a network and is there once; undone and imported again it is whole', async ({
  server,
  newDevice,
}) => {
  test.slow()
  const log = oldLog()
  const phone = await newDevice(server)
  const desk = await newDevice(server, desktop)
  await setUp(phone, setUpCode(server))
  await signIn(desk, 'ada@rivers.test', 'a long pass phrase')
  for (const page of [phone, desk]) {
    await openImport(page)
    await goOffline(page)
  }

  await chooseFile(phone, log)
  await expect(phone.getByLabel('Letters').locator('option:checked')).toHaveText('CP850 (DOS)')
  await expect(phone.getByLabel('Between cells').locator('option:checked')).toHaveText('Semicolon')
  await expect(phone.getByLabel('Dates').locator('option:checked')).toHaveText('Day first: 3/5 is 3 May')
  await expect(phone.getByLabel('Marks for')).toHaveValue(/^\?,/)
  await expect(phone.getByRole('table', { name: 'The first five rows' })).toContainText('Café König: £5 zu wenig')
  await readAll(phone, true)
  await expect(fact(phone, 'New')).toHaveText(String(count))
  await expect(fact(phone, 'Refused')).toHaveText('0')
  await save(phone, count)
  await expectCount(phone, count)

  await chooseFile(desk, log)
  await readAll(desk, true)
  await save(desk, count)

  await goOnline(phone)
  await expectShared(phone)
  await goOnline(desk)
  await expectShared(desk)
  await expectShared(phone)
  for (const page of [phone, desk]) await expectCount(page, count)
  await phone
    .getByRole('link', { name: /^Café König/ })
    .first()
    .click()
  await expect(phone.getByRole('heading', { level: 1, name: /^Café König/ })).toBeVisible()
  await phone.getByRole('button', { name: 'Work note', exact: true }).click()
  await phone.getByLabel('Work note', { exact: true }).fill('Looked at again')
  await phone.getByRole('button', { name: 'Add work note' }).click()
  await expectShared(phone)
  await expectShared(desk)

  await openImport(desk)
  await chooseFile(desk, log)
  await expect(desk.getByText('As you chose it last time')).toBeVisible()
  await readAll(desk, false)
  await expect(fact(desk, 'Here already')).toHaveText(String(count))
  await expect(desk.getByRole('button', { name: 'Import 0 incidents' })).toBeDisabled()

  await openImport(desk)
  await desk.getByRole('button', { name: 'Undo the import of old-desk.csv' }).click()
  await desk.getByRole('button', { name: 'Undo the import', exact: true }).click()
  await expect(desk.getByText(`${count - 1} incidents of old-desk.csv taken back`)).toBeVisible({ timeout: 60_000 })
  await expect(desk.getByRole('list', { name: 'Worked on since' }).getByRole('listitem')).toHaveCount(1)
  await expectShared(desk)
  await expectShared(phone)
  for (const page of [phone, desk]) await expectCount(page, 1)

  await openImport(desk)
  await chooseFile(desk, log)
  await readAll(desk, false)
  await expect(fact(desk, 'New')).toContainText(`${count - 1} of them brought back`)
  await save(desk, count - 1)
  await expectShared(desk)
  await expectShared(phone)
  for (const page of [phone, desk]) await expectCount(page, count)
})

const hostile: readonly (readonly [file: LogFile, sentence: string])[] = [
  [fileOf('empty.csv', ''), 'The file is empty.'],
  [fileOf('sheet.csv', 'PK\x03\x04\x14\x00[Content_Types].xml'), 'This is an Excel file.'],
  [fileOf('zeros.csv', Buffer.alloc(50_000)), 'This is not a text file.'],
  [fileOf('page.csv', '<!doctype html><title>Sign in</title>'), 'This is a web page or XML.'],
]

test('Files that are no log are answered with a sentence; a row that cannot be read is named with its line', async ({
  server,
  newDevice,
}) => {
  const desk = await newDevice(server, desktop)
  await setUp(desk, setUpCode(server))
  await openImport(desk)
  for (const [file, sentence] of hostile) {
    await desk.getByLabel('File', { exact: true }).setInputFiles(file)
    await expect(desk.getByRole('alert')).toContainText(sentence)
  }
  const rows = [
    'Number,Raised at,Summary,Status,constructor',
    'H1,2026-03-02 09:00,=HYPERLINK("http://x.test"),constructor,__proto__',
    `H2,2026-03-02 09:00,${'long '.repeat(1_000_000)},open,x`,
    'H3,the day before,No time,open,x',
    'H4,2026-03-02 10:00,"Two\rlines",__proto__,x',
    'H5,2026-03-02 11:00,<img src=x onerror=alert(1)>,open,\0',
  ]
  await chooseFile(desk, fileOf('hostile.csv', rows.join('\r\n')))
  await desk.getByRole('button', { name: 'Continue' }).click()
  await desk.getByRole('button', { name: 'Read the file' }).click()
  await expect(step(desk, 'What its words mean')).toBeVisible()
  await desk.getByLabel('Council', { exact: true }).selectOption(council)
  await desk.getByRole('button', { name: 'See the outcome' }).click()
  await expect(fact(desk, 'New')).toHaveText('3')
  await desk.getByText('Refused: 2 rows, and why').click()
  const refused = desk.getByRole('list', { name: 'Refused rows' })
  await expect(refused.getByRole('listitem')).toHaveText([/^Line 3/, /^Line 4"the day before" \(Raised at\)/])
  await desk.getByRole('button', { name: 'Import 3 incidents' }).click()
  await expect(desk.getByText('3 incidents saved on this device')).toBeVisible()
  await desk.getByRole('link', { name: 'See the incidents' }).click()
  await expect(desk.getByRole('link', { name: '=HYPERLINK("http://x.test")' })).toBeVisible()
  await expect(desk.getByRole('link', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
  await expectShared(desk)
})
