// Devices every byte to which is kept, and a search of all that they got, keep and can take away for texts that they must
// not have.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { heldOn, placesOf } from './held.ts'
import { visit } from './places.ts'
import { downloadAll, expectShared, signIn } from './steps.ts'
import { expect, test as stories } from './story.ts'
import { type Held, tapWire, type WireTap } from './wire-tap.ts'

export interface Watched {
  readonly who: string
  readonly page: Page
  readonly tap: WireTap
}

export type Watch = (who: string, email: string) => Promise<Watched>

export const test = stories.extend<{ watch: Watch }>({
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

/** One after the other: each is a first synchronisation. */
export async function watchAll(watch: Watch, people: Readonly<Record<string, string>>): Promise<Watched[]> {
  const watched: Watched[] = []
  for (const [who, email] of Object.entries(people)) watched.push(await watch(who, email))
  return watched
}

/** What somebody writes, with words in it that are nowhere else. */
export interface Said {
  readonly text: string
  readonly parts: readonly string[]
}
export const wordsOf = ({ text, parts }: Said): string[] => [text, ...parts]

/** All that came over the wire, is kept, and can be taken away. */
export async function everythingOf({ page, tap }: Watched): Promise<Held[]> {
  await expectShared(page)
  const exported = { where: 'the export', bytes: await readFile(await downloadAll(page)) }
  return [...tap.received(), ...(await heldOn(page)), exported]
}

/** The pages of this person as they are shown. */
export async function shownTo(page: Page, paths: readonly string[]): Promise<Held[]> {
  const shown: Held[] = []
  for (const where of paths) {
    await visit(page, where)
    shown.push({ where, bytes: Buffer.from(await page.content()) })
  }
  return shown
}

/** What a tap saves; of a zip, which an ODS is too, what is in it. */
export async function saved(page: Page, tap: () => Promise<void>): Promise<Held[]> {
  const download = page.waitForEvent('download')
  await tap()
  const file = await download
  const [where, bytes] = [file.suggestedFilename(), await readFile(await file.path())]
  if (!/\.(zip|ods)$/.test(where)) return [{ where, bytes }]
  return Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    where: `${where}, ${name}`,
    bytes: Buffer.from(part),
  }))
}

/** Which of the words were not found in such a place. */
export function missingIn(held: readonly Held[], place: RegExp, words: readonly string[]): string[] {
  const places = placesOf(words, held)
  return words.filter((word) => !places.some((found) => place.test(found) && found.endsWith(`: ${word}`)))
}

const searchedPlaces = [/pull/, /events/, /^IndexedDB k_outage/, /^Cache Storage .*js/, /^localStorage/, /^the export/]

/** In nothing of it, and all of it is searched. */
export function expectNone(wanted: readonly string[], held: readonly Held[], who: string): void {
  for (const place of searchedPlaces)
    expect(
      held.some(({ where, bytes }) => place.test(where) && bytes.length > 0),
      `${place} is searched`,
    ).toBe(true)
  expect(placesOf(wanted, held), `what ${who} should not have`).toEqual([])
}

/** In no line that the server has printed. */
export function expectNotLogged(wanted: readonly string[], log: string): void {
  expect(log).toContain('Uptally is ready')
  expect(placesOf(wanted, [{ where: 'the log', bytes: Buffer.from(log) }])).toEqual([])
}

/** Changes that the server cannot read, with the texts in them: what it answers and logs must not repeat them. */
export const sendRubbish = (page: Page, texts: readonly string[]): Promise<void> =>
  page.evaluate(async (texts) => {
    const post = (path: string, body: string) =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    for (const text of texts) {
      await post('/sync/v1/push', `{"x":"sync1","ops":["${text}`)
      await post('/sync/v1/push', JSON.stringify({ x: 'sync1', db: text, ops: [{ text }] }))
      await post('/legal/conflict-check', JSON.stringify({ names: [text, { text }] }))
    }
  }, texts)

/** Asks the server for rows of these scopes, whoever may have them. */
export async function askForScopes(page: Page, scopes: readonly string[]): Promise<void> {
  const pulling = page.waitForRequest(/\/sync\/v1\/pull$/)
  await page.reload()
  const like = (await pulling).postDataJSON() as object
  const cursors = Object.fromEntries(scopes.map((scope) => [scope, 0]))
  await page.evaluate(
    async (asked) => {
      const headers = { 'content-type': 'application/json' }
      await (await fetch('/sync/v1/pull', { method: 'POST', headers, body: JSON.stringify(asked) })).text()
    },
    { ...like, cursors },
  )
}
