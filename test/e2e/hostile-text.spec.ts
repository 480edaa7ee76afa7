// What somebody writes is text to everybody who reads it, whatever is in it: it makes no element, runs nothing, asks for
// nothing.
import type { Page } from '@playwright/test'
import { long, markOfElements, short, type Written, writeHostile } from './hostile-records.ts'
import { deskPages, legalPages, mainPages, otherPages, visit } from './places.ts'
import { person, pressRaise, signIn, syncButton } from './steps.ts'
import { expect, startSample, test } from './story.ts'

/** What a reader has seen: each text by its first word, where its markup stood as text. */
type Seen = Set<string>

/** Dialogs, and whatever is asked of another server; blocked by the policy or not. */
function watchFor(page: Page, own: string): string[] {
  const faults: string[] = []
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'blob:' && url.origin !== own) faults.push(`asked for ${url}`)
  })
  return faults
}

/** It holds all; whoever may settle the conflict is told of it. */
const expectHeld = (page: Page): Promise<void> =>
  expect(syncButton(page)).toHaveAccessibleName(/^(Up to date|Needs you: 1)/, { timeout: 50_000 })

/** Shows all that a page folds away, and looks. */
async function look(page: Page, seen: Seen): Promise<void> {
  const found = await page.evaluate((mark) => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
    const all = [...document.querySelectorAll('*')]
    const made = all.filter(
      (element) =>
        element.hasAttribute(mark) ||
        [...element.attributes].some(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value)),
    )
    const shown = all.flatMap((element) => ('value' in element ? String(element.value) : []))
    return {
      made: made.map(({ outerHTML }) => outerHTML.slice(0, 200)),
      ran: 'ran' in window || document.title === 'ran',
      text: [document.body.textContent, document.title, ...shown].join('\n'),
    }
  }, markOfElements)
  expect([found.made, found.ran], page.url()).toEqual([[], false])
  for (const [, name] of found.text.matchAll(new RegExp(`~(\\w+)<\\w+ ${markOfElements}`, 'g'))) seen.add(name ?? '')
}

/** What a page shows only when it is asked to. */
const sheets: Readonly<Record<string, RegExp>> = { '/incidents/settings': /^Change ~Template/ }

async function read(page: Page, places: readonly string[], seen: Seen): Promise<void> {
  for (const place of places) {
    await visit(page, place)
    await expectHeld(page)
    await look(page, seen)
    const sheet = sheets[place]
    if (!sheet) continue
    await page.getByRole('button', { name: sheet }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(page, seen)
  }
}

/** Pages that show nothing that somebody wrote. */
const isWithoutRecords = /^\/(help|nowhere|parts|settings$|settings\/(device|sample))/

/** Who reads what. */
const readers: Readonly<Record<string, (at: Written) => readonly string[]>> = {
  [person.admin]: ({ outage }) => [
    ...[...mainPages, ...otherPages].filter((place) => !isWithoutRecords.test(place)),
    outage,
  ],
  [person.manager]: ({ outage, incident, system, division }) => [
    ...[outage, incident, system, division, '/incidents', '/demand', '/availability', '/impact/facts'],
  ],
  [person.ict]: ({ incident, outage, planned }) => [...deskPages, incident, outage, planned, '/changes'],
  [person.practice]: ({ matter, entry }) => [...legalPages, matter, entry],
  [person.staff]: ({ followed, outage }) => ['/', '/incidents', followed, outage],
}

/** All that was written and is shown; two notes more stand in forms alone. */
const texts = [
  ...['System', 'About', 'Owner', 'DeskTeam', 'Template', 'Sample', 'Said', 'Title', 'Description', 'Category'],
  ...['Requester', 'Assignee', 'NamedTeam', 'SystemName', 'Comment', 'WorkNote', 'Reason', 'OneTitle', 'TwoTitle'],
  ...['OneCause', 'TwoCause', 'OneWay', 'TwoWay', 'Update', 'Note', 'Planned', 'Work', 'Partnership', 'Council'],
  ...['Short', 'Person', 'PersonTeam', 'Division', 'Calendar', 'Holiday', 'Source', 'Ref', 'Matter'],
  ...['MatterNote', 'Party', 'KeyDate', 'Narrative', 'Own', 'OwnText', 'Answer'],
]

test('Hostile text in every field that others read is text on every page that shows it', async ({ newDevice }) => {
  test.setTimeout(600_000)
  const server = await startSample()
  try {
    const open: { email: string; page: Page; faults: string[] }[] = []
    for (const email of Object.keys(readers)) {
      const page = await newDevice(server, { viewport: { width: 1280, height: 900 } })
      open.push({ email, page, faults: watchFor(page, server.origin) })
      await signIn(page, email)
    }
    const written = await writeHostile(server.origin)
    const seen: Seen = new Set()
    for (const { email, page, faults } of open) {
      await read(page, readers[email]?.(written) ?? [], seen)
      expect(faults, email).toEqual([])
    }
    expect(texts.filter((name) => !seen.has(name))).toEqual([])
  } finally {
    await server.remove()
  }
})

/** As another tool leaves its posts. */
const post = (title: string, body: string) => `---
title: ${JSON.stringify(title)}
date: 2026-01-13 15:54:00
resolved: true
resolvedWhen: 2026-01-13 16:54:00
severity: down
affected:
  - ${JSON.stringify(short('Part'))}
---

${body}
`
/** A file with a NUL is no text file, and is refused. */
const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

test('Hostile text in files and forms is text before and after it is kept', async ({ newDevice }) => {
  const server = await startSample()
  try {
    const seen: Seen = new Set()
    const desk = await newDevice(server, { viewport: { width: 1280, height: 900 } })
    const faults = watchFor(desk, server.origin)
    await signIn(desk, person.ict)
    await desk.goto('/import')
    await desk
      .getByLabel('Files')
      .setInputFiles([
        fileOf('post.md', post(short('Posted'), long('Body').replaceAll('\u0000', ''))),
        fileOf(`${short('Name').replaceAll('/', '')}.md`, 'no post at all'),
      ])
    await desk.getByRole('button', { name: 'Read the files' }).click()
    await expect(desk.getByRole('heading', { name: 'What would be imported' })).toBeVisible()
    await look(desk, seen)
    await desk.getByRole('button', { name: 'Import 1 record' }).click()
    await expect(desk.getByText('saved on this device.')).toBeVisible()

    await desk.goto('/import/incidents')
    const cells = [short('Cell'), '2026-01-13 10:00', 'closed'].map((cell) => `"${cell.replaceAll('"', '""')}"`)
    const table = `short_description,opened_at,${short('Heading').replaceAll(/[",]/g, '')}\n${cells.join(',')}\n`
    await desk.getByLabel('File', { exact: true }).setInputFiles(fileOf('log.csv', table))
    await expect(desk.getByRole('heading', { level: 2, name: 'How the file is written', exact: true })).toBeVisible()
    await look(desk, seen)

    await desk.goto('/incidents')
    await pressRaise(desk)
    await desk.getByLabel('What is wrong?').fill(short('Typed'))
    await desk.getByLabel('Council').selectOption({ index: 1 })
    await desk.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByRole('heading', { level: 1, name: '~Typed' })).toBeVisible()
    await look(desk, seen)
    const { pathname } = new URL(desk.url())
    await expectHeld(desk)
    expect(faults).toEqual([])

    const reader = await newDevice(server, { viewport: { width: 1280, height: 900 } })
    const met = watchFor(reader, server.origin)
    const read: Seen = new Set()
    await signIn(reader, person.manager)
    await visit(reader, pathname)
    await look(reader, read)
    await reader.goto('/outages')
    await reader.getByLabel('Search past outages').fill('~Posted')
    await reader.getByRole('link', { name: '~Posted' }).click()
    await expect(reader.getByRole('heading', { level: 1, name: '~Posted' })).toBeVisible()
    await look(reader, read)
    expect(met).toEqual([])
    expect([...seen].sort()).toEqual(['Cell', 'Heading', 'Name', 'Part', 'Posted', 'Typed'])
    expect([...read].sort()).toEqual(expect.arrayContaining(['Body', 'Posted', 'Typed']))
  } finally {
    await server.remove()
  }
})
