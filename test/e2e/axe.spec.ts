import { expectNoFault } from './faults.ts'
import { deskPages, legalPages, mainPages, otherPages, visit } from './places.ts'
import { entriesToday, person, reportOutage, signIn } from './steps.ts'
import { expect, test } from './story.ts'

// A trace would hold axe itself, for every page anew.
test.use({ trace: 'off' })

test('The main pages have no accessibility fault that axe can find, light or dark', async ({ sample, newDevice }) => {
  const phone = await newDevice(sample)
  await visit(phone, '/')
  await expect(phone.getByLabel('E-mail')).toBeVisible()
  await expectNoFault(phone, 'sign-in')
  await signIn(phone, person.admin)
  await reportOutage(phone, 'Maps and addresses')
  await expectNoFault(phone, 'an outage')
  for (const path of mainPages) {
    await visit(phone, path)
    await expectNoFault(phone, path)
  }
})

test('The other pages have no accessibility fault that axe can find, light or dark', async ({ sample, newDevice }) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(desk, person.admin)
  await visit(desk, '/systems')
  await desk.getByRole('link', { name: 'Waste rounds' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Waste rounds' })).toBeVisible()
  await expectNoFault(desk, 'a system')
  for (const path of otherPages) {
    await visit(desk, path)
    await expectNoFault(desk, path)
  }
})

test('The pages of the desk have no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  for (const path of deskPages) {
    await visit(phone, path)
    await expectNoFault(phone, path)
  }
})

test('The pages of legal time have no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.practice)
  await expectNoFault(phone, 'the start page of a fee earner')
  for (const path of legalPages) {
    await visit(phone, path)
    await expectNoFault(phone, path)
  }
})

test('What opens on the pages of legal time has no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, 'hannah.weiss@sample.test')
  await visit(phone, '/matters')
  await phone.getByRole('link', { name: 'Mill Lane: highways agreement' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'Mill Lane: highways agreement' })).toBeVisible()
  await expectNoFault(phone, 'a matter')
  await phone.getByRole('link', { name: 'Add time' }).click()
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(phone.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expectNoFault(phone, 'adding time, with a problem')
  await phone.getByLabel('Duration').fill('2u Read the plan')
  await phone.getByRole('button', { name: 'Find another…' }).click()
  await expect(phone.getByRole('dialog', { name: 'Find a matter' })).toBeVisible()
  await expectNoFault(phone, 'finding a matter')
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await entriesToday(phone).last().click()
  await expect(phone.getByText('Read the plan')).toBeVisible()
  await expectNoFault(phone, 'a piece of time')
  await phone.getByRole('link', { name: 'Correct' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'Correct' })).toBeVisible()
  await expectNoFault(phone, 'correcting a piece of time')

  await visit(phone, '/time')
  await phone.clock.install({ time: Date.now() - 11 * 3_600_000 })
  await phone.reload()
  await phone.getByRole('button', { name: 'Start timer' }).click()
  await expect(phone.getByRole('region', { name: /^Running timer/ })).toBeVisible()
  await phone.clock.fastForward('11:00:00')
  await expectNoFault(phone, 'a running timer')
  await phone.getByRole('button', { name: 'Still working?' }).click()
  await expect(phone.getByRole('dialog', { name: 'Still working?' })).toBeVisible()
  await expectNoFault(phone, 'a forgotten timer')
})

test('What opens on the pages of impact has no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(desk, person.manager)
  await visit(desk, '/impact')
  await desk.getByRole('button', { name: 'Show as table' }).click()
  await expectNoFault(desk, 'the table of impact')
  await desk.getByRole('button', { name: 'What if' }).click()
  await expectNoFault(desk, 'what if')
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: 'Open the assumptions' }).click()
  await expectNoFault(desk, 'the assumptions behind a figure')
  await desk.keyboard.press('Escape')
  await desk.getByRole('list', { name: 'By division' }).getByRole('link').first().click()
  await expect(desk.getByRole('list', { name: 'By system' })).toBeVisible()
  await expectNoFault(desk, 'a division')
  await visit(desk, '/impact/facts')
  await desk.getByRole('button', { name: 'Change At work' }).click()
  await expectNoFault(desk, 'an assumption')
  await desk.getByRole('button', { name: 'Close' }).click()
  await desk.getByRole('button', { name: 'Change Hourly rate' }).click()
  await expectNoFault(desk, 'an hourly rate')
})

test('What opens on the page of an incident has no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await visit(phone, '/incidents/new')
  await phone.getByRole('button', { name: 'Save' }).click()
  await expect(phone.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await phone.getByRole('main').getByText('More', { exact: true }).click()
  await expectNoFault(phone, 'raising an incident, with a problem')
  await phone.getByLabel('What is wrong?').fill('Badge reader does not blink')
  await phone.getByLabel('Council').selectOption({ index: 1 })
  await phone.getByRole('button', { name: 'Save' }).click()
  await phone.getByRole('button', { name: 'Take it' }).click()
  await phone.getByRole('button', { name: 'Work note', exact: true }).click()
  await phone.getByLabel('Work note', { exact: true }).fill('Battery is flat')
  await phone.getByRole('button', { name: 'Add work note' }).click()
  await expect(phone.getByText('Battery is flat')).toBeVisible()
  await expectNoFault(phone, 'an incident')
  for (const name of ['Change priority', 'Change who has it', 'Change asked by', 'Other…']) {
    await phone.getByRole('button', { name, exact: true }).click()
    await expectNoFault(phone, name)
    await phone.keyboard.press('Escape')
  }
  await visit(phone, '/incidents/settings')
  await phone.getByRole('button', { name: 'New table from a day' }).click()
  await expectNoFault(phone, 'a priority table')
})

test('What opens on the list of incidents has no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 }, hasTouch: false })
  await signIn(desk, person.ict)
  await desk.goto('/incidents?q=system:e-mail')
  await desk.getByRole('button', { name: /^Select all/ }).click()
  await expectNoFault(desk, 'a list with all selected')
  await desk.getByRole('button', { name: 'Change selected' }).click()
  const changing = desk.getByRole('dialog', { name: /^Change selected/ })
  await changing.getByRole('button', { name: 'See what changes' }).click()
  await expect(changing.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expectNoFault(desk, 'a change of many, with a problem')
  await changing.getByLabel('What shall change?').selectOption('Category')
  await changing.getByLabel('Category', { exact: true }).fill('Mail')
  await changing.getByRole('button', { name: 'See what changes' }).click()
  await expect(changing.getByRole('heading', { name: 'This will change' })).toBeVisible()
  await expectNoFault(desk, 'what a change of many would do')
  await desk.keyboard.press('Escape')
  for (const name of ['Save this search', 'Keys: press ?']) {
    await desk.getByRole('button', { name }).click()
    await expect(desk.getByRole('dialog')).toBeVisible()
    await expectNoFault(desk, name)
    await desk.keyboard.press('Escape')
  }
})

test('The steps of importing incidents have no accessibility fault that axe can find, light or dark', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  await visit(phone, '/import/incidents')
  const choose = (text: string) =>
    phone
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'few.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('PK\x03\x04')
  await expect(phone.getByRole('alert')).toBeVisible()
  await expectNoFault(phone, 'a file that cannot be read')
  await choose('Ref;Summary;Status;Logged\nA1;Scanner;bizarre;03/05/2016 09:00\nA2;Kettle;done;soon\n')
  await expect(phone.getByRole('heading', { name: 'How the file is written' })).toBeFocused()
  await expectNoFault(phone, 'how a file is written')
  await phone.getByRole('button', { name: 'Continue' }).click()
  await phone.getByLabel('Raised at').selectOption('Not in this file')
  await phone.getByRole('button', { name: 'Read the file' }).click()
  await expect(phone.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expectNoFault(phone, 'what columns are, with a problem')
  await phone.getByLabel('Raised at').selectOption('Logged')
  await phone.getByRole('button', { name: 'Read the file' }).click()
  await phone.getByRole('button', { name: 'See the outcome' }).click()
  await expect(phone.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expectNoFault(phone, 'what words mean, with a problem')
  await phone.getByLabel('Council', { exact: true }).selectOption({ index: 1 })
  await phone.getByRole('button', { name: 'See the outcome' }).click()
  await phone.getByText('Refused: 1 row, and why').click()
  await expectNoFault(phone, 'what would be imported')
  await phone.getByRole('button', { name: 'Import 1 incident' }).click()
  await expect(phone.getByRole('heading', { name: 'Imported', exact: true })).toBeFocused()
  await expectNoFault(phone, 'an import that has ended')
  await phone.getByRole('button', { name: 'Import another file' }).click()
  await phone.getByRole('button', { name: 'Undo the import of few.csv' }).click()
  await expectNoFault(phone, 'the question before an undo')
  await phone.getByRole('button', { name: 'Undo the import', exact: true }).click()
  await expect(phone.getByRole('heading', { name: 'Undone', exact: true })).toBeFocused()
  await expectNoFault(phone, 'an import that was undone')
})
