// What a lawyer writes of a matter is for the legal team, and behind a wall for those named. A text that is found nowhere
// else goes through everything that can happen to it; then whatever other people's devices got and keep is searched.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { heldOn, keptRows, placesOf } from './held.ts'
import { visit } from './places.ts'
import { downloadAll, expectShared, goOffline, goOnline, person, signIn, syncButton } from './steps.ts'
import { expect, test as stories } from './story.ts'
import { type Held, tapWire, type WireTap } from './wire-tap.ts'

interface Watched {
  readonly who: string
  readonly page: Page
  readonly tap: WireTap
}

type Watch = (who: string, email: string) => Promise<Watched>

const test = stories.extend<{ watch: Watch }>({
  /** A device that somebody signs in on, every byte to which is kept. */
  watch: async ({ sample, newDevice }, use) => {
    const taps: WireTap[] = []
    await use(async (who, email) => {
      const tap = await tapWire(sample)
      taps.push(tap)
      const page = await newDevice(tap.server)
      await signIn(page, email)
      return { who, page, tap }
    })
    for (const tap of taps) await tap.close()
  },
})

// A trace would hold every device's everything.
test.use({ trace: 'off' })

/** In what is written, with a word each that is nowhere else. */
const said = (rare: string) => ({
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

type Said = ReturnType<typeof said>

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

/** One after the other: each is a first synchronisation. */
async function watchAll(watch: Watch, people: Readonly<Record<string, string>>): Promise<Watched[]> {
  const watched: Watched[] = []
  for (const [who, email] of Object.entries(people)) watched.push(await watch(who, email))
  return watched
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
    await askForAll(each.page, closed)
    const held = [...(await shownTo(each.page)), ...(await everythingOf(each))]
    for (const place of searchedPlaces)
      expect(
        held.some(({ where, bytes }) => place.test(where) && bytes.length > 0),
        `${place} is searched`,
      ).toBe(true)
    expect(placesOf(wanted, held), `what ${each.who} should not have`).toEqual([])
  }
  expect(log()).toContain('Uptally is ready')
  expect(placesOf(wanted, [{ where: 'the log', bytes: Buffer.from(log()) }])).toEqual([])
}

const wordsOf = ({ text, parts }: Said) => [text, ...parts]
const searchedPlaces = [/pull/, /events/, /^IndexedDB k_outage/, /^Cache Storage .*js/, /^localStorage/, /^the export/]

/** All of it came over the wire; what was written last is kept, and can be taken away. */
async function expectFound(each: Watched, wanted: readonly string[], lasting: readonly string[]): Promise<void> {
  const places = placesOf(wanted, await everythingOf(each))
  const missing = (place: RegExp, words: readonly string[]) =>
    words.filter((word) => !places.some((found) => place.test(found) && found.endsWith(`: ${word}`)))
  expect(missing(/pull/, wanted), `what ${each.who} was not sent`).toEqual([])
  expect(missing(/^IndexedDB k_conflict/, lasting), `what ${each.who} does not hold`).toEqual([])
  expect(missing(/^the export/, lasting), `what ${each.who} cannot export`).toEqual([])
}

/** All that came over the wire, is kept, and can be taken away. */
async function everythingOf({ page, tap }: Watched): Promise<Held[]> {
  await expectShared(page)
  const exported = { where: 'the export', bytes: await readFile(await downloadAll(page)) }
  return [...tap.received(), ...(await heldOn(page)), exported]
}

async function shownTo(page: Page): Promise<Held[]> {
  const shown: Held[] = []
  for (const where of ['/impact', '/legal', '/time', '/matters']) {
    await visit(page, where)
    shown.push({ where, bytes: Buffer.from(await page.content()) })
  }
  return shown
}

/** Changes that the server cannot read, with the texts in them: what it answers and logs must not repeat them. */
const sendRubbish = (page: Page, texts: readonly string[]): Promise<void> =>
  page.evaluate(async (texts) => {
    const post = (path: string, body: string) =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    for (const text of texts) {
      await post('/sync/v1/push', `{"x":"sync1","ops":["${text}`)
      await post('/sync/v1/push', JSON.stringify({ x: 'sync1', db: text, ops: [{ text }] }))
      await post('/legal/conflict-check', JSON.stringify({ names: [text, { text }] }))
    }
  }, texts)

/** Asks the server for rows of these scopes, whoever may have them, and at every door beside. */
async function askForAll(page: Page, scopes: readonly string[]): Promise<void> {
  const pulling = page.waitForRequest(/\/sync\/v1\/pull$/)
  await page.reload()
  const like = (await pulling).postDataJSON() as object
  const cursors = Object.fromEntries(scopes.map((scope) => [scope, 0]))
  await page.evaluate(
    async ([asked, ids]) => {
      const post = (path: string, body: object) =>
        fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      await (await post('/sync/v1/pull', asked)).text()
      await post('/legal/conflict-check', { names: ['Quindlemarrow'] })
      for (const path of ['/legal/people', '/admin/people', ...ids.map((id) => `/legal/walls/${id}`)]) await fetch(path)
    },
    [{ ...like, cursors }, scopes.map((scope) => scope.replace(/^\w+:/, ''))] as const,
  )
}
