// What a lawyer writes of a matter is for the legal team, and behind a wall for those named. A text that is found nowhere
// else goes through everything that can happen to it; then whatever other people's devices got and keep is searched.
import type { Page } from '@playwright/test'
import { keptRows, placesOf } from './held.ts'
import { expectShared, goOffline, goOnline, person, syncButton } from './steps.ts'
import { expect } from './story.ts'
import {
  askForScopes,
  everythingOf,
  expectNone,
  expectNotLogged,
  missingIn,
  type Said,
  sendRubbish,
  shownTo,
  test,
  type Watched,
  watchAll,
  wordsOf,
} from './watched.ts'

// A trace would hold every device's everything.
test.use({ trace: 'off' })

/** In what is written, with a word each that is nowhere else. */
const said = (rare: string): Said => ({
  text: `Advised that the ${rare} clause fails: “nothing is owed”, and £41,777 at most.`,
  parts: [rare, `the ${rare} clause`],
})
const others = { ict: person.ict, manager: person.manager, client: person.client, staff: person.staff } as const

test('The search finds a text in UTF-8 and in UTF-16, whatever its case, and no other', () => {
  const { text } = said('Glimmerwort')
  const wide = Buffer.from(`and so on: ${text.toUpperCase()}`, 'utf16le')
  for (const bytes of [Buffer.from(`"${text}"`), wide, Buffer.from(wide).swap16()])
    expect(placesOf(['glimmerwort', 'quagmire'], [{ where: 'here', bytes }])).toEqual(['here: glimmerwort'])
})

test('A narrative on a matter reaches nobody outside the legal team, whatever happens to it', async ({
  sample,
  watch,
}) => {
  const one = await watch('fee earner', person.legal)
  const two = await watch('fee earner, second device', person.legal)
  const outsiders = await watchAll(watch, others)
  const texts = { typed: said('Quindlemarrow'), here: said('Brastofuge'), there: said('Velkispindle') }
  await writeInConflict([one.page, two.page], 'Mill Lane: tree order', texts)
  await expectKeptFrom(outsiders, Object.values(texts), { own: [one, two], log: sample.output })
})

test('A narrative behind a wall reaches nobody who is not named on the matter, lawyers neither', async ({
  sample,
  watch,
}) => {
  const one = await watch('practice manager', person.practice)
  const two = await watch('practice manager, second device', person.practice)
  const outsiders = await watchAll(watch, { ...others, colleague: 'hannah.weiss@sample.test' })
  const texts = { typed: said('Ormolquist'), here: said('Drubbenfen'), there: said('Skeltazine') }
  await writeInConflict([one.page, two.page], 'Dispute between two partner authorities', texts)
  await expectKeptFrom(outsiders, Object.values(texts), { own: [one, two], log: sample.output })
})

/** Typed, sent, read and changed on two devices without a network, and settled on the second. */
async function writeInConflict(
  [one, two]: readonly [Page, Page],
  matter: string,
  { typed, here, there }: Readonly<Record<'typed' | 'here' | 'there', Said>>,
): Promise<void> {
  await one.goto('/matters')
  await one.getByRole('link', { name: matter }).click()
  await one.getByRole('link', { name: 'Add time' }).click()
  await one.getByLabel('Duration').fill('1.5')
  await one.getByLabel('What was done').fill(typed.text)
  await one.getByRole('button', { name: 'Save', exact: true }).click()
  await one.getByRole('list', { name: 'Time on Today' }).getByRole('link', { name: matter }).click()
  await expect(one.getByText(typed.text)).toBeVisible()
  await expectShared(one)
  await two.goto(new URL(one.url()).pathname)
  await expect(two.getByText(typed.text)).toBeVisible()

  await Promise.all([goOffline(one), goOffline(two)])
  await change(one, here.text)
  await two.getByRole('link', { name: 'Correct' }).click()
  await two.getByLabel('Duration').fill('1h 42m')
  await two.getByLabel('What was done').fill(there.text)
  await two.getByRole('button', { name: 'Save', exact: true }).click()
  await goOnline(one)
  await expectShared(one)
  await goOnline(two)
  await expect(syncButton(two)).toHaveAccessibleName(/^Needs you: 1/)
  for (const { text } of [here, there]) await expect(two.getByText(text).first()).toBeVisible()
  await two.getByRole('button', { name: 'Use this' }).click()
  await expectShared(two)
  await expectShared(one)
}

async function change(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('textbox', { name: 'What was done' }).fill(text)
  await page.getByRole('button', { name: 'Save text' }).click()
  await expect(page.getByText(text)).toBeVisible()
}

interface Ours {
  readonly own: readonly [Watched, Watched]
  /** Everything that the server has printed. */
  readonly log: () => string
}

/** The search that finds each text on its author's devices finds it with nobody else, nor in the log. */
async function expectKeptFrom(
  outsiders: readonly Watched[],
  written: readonly Said[],
  { own, log }: Ours,
): Promise<void> {
  const wanted = written.flatMap(wordsOf)
  const [, ...lasting] = written
  await sendRubbish(own[0].page, wanted)
  for (const each of own) await expectFound(each, wanted, lasting.flatMap(wordsOf))
  const scopes = new Set((await keptRows(own[0].page)).flatMap(({ scope }) => scope ?? []))
  const closed = [...scopes].filter((scope) => /^(legal|matter|time):/.test(scope))
  expect(closed.length).toBeGreaterThan(1)

  for (const each of outsiders) {
    await askForScopes(each.page, closed)
    await tryDoors(each.page, closed)
    const shown = await shownTo(each.page, ['/impact', '/legal', '/time', '/matters'])
    expectNone(wanted, [...shown, ...(await everythingOf(each))], each.who)
  }
  expectNotLogged(wanted, log())
}

/** All of it came over the wire; what was written last can be taken away, and none of it lies open on the disk. */
async function expectFound(each: Watched, wanted: readonly string[], lasting: readonly string[]): Promise<void> {
  const held = await everythingOf(each)
  expect(missingIn(held, /pull/, wanted), `what ${each.who} was not sent`).toEqual([])
  // The server has all of it by now: on the disk it lies sealed.
  const onDisk = held.filter(({ where }) => where.startsWith('IndexedDB'))
  expect(onDisk.length).toBeGreaterThan(10)
  expect(missingIn(onDisk, /^IndexedDB/, wanted), `what lies open on the disk of ${each.who}`).toEqual([...wanted])
  expect(missingIn(held, /^the export/, lasting), `what ${each.who} cannot export`).toEqual([])
}

/** Those beside the pull. */
const tryDoors = (page: Page, scopes: readonly string[]): Promise<void> =>
  page.evaluate(
    async (ids) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ names: ['Quindlemarrow'] })
      await fetch('/legal/conflict-check', { method: 'POST', headers, body })
      for (const path of ['/legal/people', '/admin/people', ...ids.map((id) => `/legal/walls/${id}`)]) await fetch(path)
    },
    scopes.map((scope) => scope.replace(/^\w+:/, '')),
  )
