// Work notes are for the desk alone. Texts that are found nowhere else are written in every way that there is, synced,
// answered and exported; then whatever the requester, a client officer and a manager got and keep is searched for them.
import type { Page } from '@playwright/test'
import { keptRows, placesOf } from './held.ts'
import { expectShared, goOffline, goOnline, person, toast } from './steps.ts'
import { expect } from './story.ts'
import {
  askForScopes,
  everythingOf,
  expectNone,
  expectNotLogged,
  missingIn,
  type Said,
  saved,
  sendRubbish,
  shownTo,
  test,
  type Watched,
  watchAll,
  wordsOf,
} from './watched.ts'
import type { Held } from './wire-tap.ts'

// A trace would hold every device's everything.
test.use({ trace: 'off' })

const note = (rare: string): Said => ({
  text: `Between us: the ${rare} contract lapsed, “nobody renewed it”, and it cost £3,141.`,
  parts: [rare, `the ${rare} contract`],
})
const council = 'Huntingdonshire District Council'

test('A work note reaches nobody but the desk, whatever happens to it, while a comment reaches whoever may read it', async ({
  sample,
  watch,
}) => {
  const ben = await watch('analyst', person.ict)
  const asha = await watch('second analyst', person.admin)
  const { staff, client, manager } = person
  const outsiders = await watchAll(watch, { staff, client, manager })
  const [sam] = outsiders as [Watched, ...Watched[]]
  const notes = [note('Wrenfallow'), note('Oxtergleam'), note('Pellimoor')]
  const comment = 'A new Tansymere part comes tomorrow.'
  const pathname = await writeNotes({ sam: sam.page, ben: ben.page, asha: asha.page }, notes, comment)

  const wanted = notes.flatMap(wordsOf)
  await sendRubbish(ben.page, wanted)
  for (const each of [ben, asha]) {
    const held = await everythingOf(each)
    for (const place of [/pull/, /^IndexedDB k_work_note/, /^the export/])
      expect(missingIn(held, place, wanted), `${place} of the ${each.who}`).toEqual([])
  }
  // What the desk itself hands on holds none either.
  const handedOn = [...(await savedLists(ben.page)), ...(await savedCouncil(asha.page))]
  expect(missingIn(handedOn, /incidents\.json/, [comment])).toEqual([])
  expect(placesOf(wanted, handedOn)).toEqual([])

  const scopes = new Set((await keptRows(ben.page)).flatMap(({ scope }) => scope ?? []))
  const closed = [...scopes].filter((scope) => scope.startsWith('notes:'))
  expect(closed.length).toBeGreaterThan(1)
  for (const each of outsiders) {
    await askForScopes(each.page, closed)
    const shown = await shownTo(each.page, [pathname, '/incidents', '/demand', '/changes'])
    const files = each === sam ? [] : [...(await savedLists(each.page)), ...(await savedCouncil(each.page))]
    const held = [...shown, ...files, ...(await everythingOf(each))]
    for (const place of [/pull/, each === sam ? /^IndexedDB k_follow/ : /^IndexedDB k_comment/, /^\/incidents\//])
      expect(missingIn(held, place, [comment]), `${place} of ${each.who}`).toEqual([])
    expectNone(wanted, held, each.who)
  }
  expectNotLogged(wanted, sample.output())
})

interface People {
  readonly sam: Page
  readonly ben: Page
  readonly asha: Page
}

/** Beside a comment, with a move, and as an answer from a device without a network. The address of the incident. */
async function writeNotes({ sam, ben, asha }: People, notes: readonly Said[], comment: string): Promise<string> {
  const [typed, moved, answered] = notes.map(({ text }) => text) as [string, string, string]
  await sam.goto('/incidents/new')
  await sam.getByLabel('What is wrong?').fill('Kiosk hums in the hall')
  await sam.getByLabel('Council').selectOption({ label: council })
  await sam.getByRole('button', { name: 'Save' }).click()
  await expect(sam.getByText('The desk has not begun yet.')).toBeVisible()
  const { pathname } = new URL(sam.url())

  await expectShared(ben)
  await ben.goto(pathname)
  await ben.getByLabel('Comment', { exact: true }).fill(comment)
  await ben.getByRole('button', { name: 'Add comment' }).click()
  await addNote(ben, typed)
  await ben.getByRole('button', { name: 'Take it' }).click()
  await ben.getByRole('button', { name: 'Start work' }).click()
  await ben.getByRole('button', { name: 'Other…' }).click()
  await ben.getByRole('button', { name: 'Wait for a supplier' }).click()
  const waiting = ben.getByRole('dialog', { name: 'Wait for a supplier' })
  await waiting.getByLabel('Which supplier, with what reference?').fill(moved)
  await waiting.getByRole('button', { name: 'Wait for a supplier' }).click()
  await expect(ben.getByText(moved)).toBeVisible()
  await expectShared(ben)

  await asha.goto(pathname)
  await expect(asha.getByText(moved)).toBeVisible()
  await goOffline(asha)
  await addNote(asha, answered)
  await goOnline(asha)
  await expectShared(asha)
  await expect(ben.getByText(answered)).toBeVisible()
  await expect(sam.getByText(comment)).toBeVisible()
  await expect(sam.getByText('The desk waits for a supplier.')).toBeVisible()
  return pathname
}

async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Work note', exact: true }).click()
  await page.getByLabel('Work note', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Add work note' }).click()
  await expect(page.getByText(text)).toBeVisible()
}

/** Every incident of this person's list, as each kind of file. */
async function savedLists(page: Page): Promise<Held[]> {
  await page.goto('/incidents?q=')
  const files: Held[] = []
  for (const kind of ['CSV', 'ODS', 'JSON']) {
    await page.getByRole('button', { name: 'Export' }).click()
    files.push(...(await saved(page, () => page.getByRole('button', { name: kind, exact: true }).click())))
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  return files
}

async function savedCouncil(page: Page): Promise<Held[]> {
  await page.goto('/settings/device')
  const files = await saved(page, () => page.getByRole('button', { name: `Export ${council}` }).click())
  await expect(toast(page)).toContainText('of Huntingdonshire exported.')
  return files
}
