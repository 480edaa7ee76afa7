// The main stories in engines other than Chromium. The network is cut by stopping the server, which every engine notices.
import { readdir, readFile } from 'node:fs/promises'
import { availabilityOf, figuresPath, period } from './calculated.ts'
import { firefox } from './engines/firefox.ts'
import { asked, fill, press, read, see, shared, until } from './engines/hands.ts'
import { expect, signIn, test } from './engines/story.ts'
import type { Tab } from './engines/tab.ts'
import { webkit } from './engines/webkit.ts'
import { isByItself, readExported } from './exported.ts'

const parts = [
  { engine: firefox, system: 'Websites', lawyer: 'grace.mbeki@sample.test' },
  { engine: webkit, system: 'Payroll', lawyer: 'hannah.weiss@sample.test' },
]

for (const { engine, system, lawyer } of parts) {
  test(`${engine.name}: an outage is reported and outlives a reload without a server, then somebody else sees it, and sees it end`, async ({
    sample,
    open,
  }) => {
    test.skip(!engine.isHere, `${engine.name} is not here`)
    const phone = await open(engine)
    await signIn(phone, sample.origin, 'ict@sample.test')
    await sample.stop()
    await press(phone, 'link', 'Report outage')
    await press(phone, 'option', `/^${system}/`)
    await press(phone, 'button', '/^Down/')
    await see(phone, 'heading', system)
    await see(phone, 'button', '/^1 change on this/')
    await phone.reload()
    await see(phone, 'heading', system)
    await see(phone, 'button', '/^1 change on this/')
    await sample.start()
    await shared(phone)

    const address = await phone.run<string>('return location.href')
    const desk = await open(engine)
    await signIn(desk, sample.origin, 'manager@sample.test')
    await desk.goTo(address)
    await see(desk, 'heading', system)
    await press(phone, 'button', 'Restored')
    await shared(phone)
    await see(desk, 'paragraph', 'Restored')
  })

  test(`${engine.name}: a lawyer's time and what it was for are recorded and outlive a reload without a server, then reach another device`, async ({
    sample,
    open,
  }) => {
    test.skip(!engine.isHere, `${engine.name} is not here`)
    const phone = await open(engine)
    await signIn(phone, sample.origin, lawyer)
    await press(phone, 'link', 'Time')
    await see(phone, 'heading', 'Time')
    await sample.stop()
    await press(phone, 'link', 'Add time')
    await fill(phone, 'Duration', '1.5 lease of the boat house')
    await press(phone, 'button', 'Save')
    await see(phone, 'heading', 'Time')
    const address = await until('the entry', () => entryAddress(phone))
    await phone.reload()
    await see(phone, 'heading', 'Time')
    expect(await until('the entry', () => entryAddress(phone))).toBe(address)
    await phone.goTo(address)
    await read(phone, 'lease of the boat house')
    await sample.start()
    await shared(phone)

    const desk = await open(engine)
    await signIn(desk, sample.origin, lawyer)
    await desk.goTo(address)
    await read(desk, 'lease of the boat house')
    await read(desk, '1 h 30 min')
  })

  test(`${engine.name}: an export is saved, and a chart is drawn beside the figures that the calc command gives for it`, async ({
    sample,
    open,
  }) => {
    test.skip(!engine.isHere, `${engine.name} is not here`)
    const desk = await open(engine)
    await signIn(desk, sample.origin, 'admin@sample.test')
    await desk.goTo(`${sample.origin}/settings/device`)
    await press(desk, 'button', '/^Download all/')
    const facts = readExported(await until('the saved file', () => savedText(desk.folder)))
    const systems = facts.system.filter((each) => isByItself(facts, each))
    expect(systems.length).toBeGreaterThan(4)

    await desk.goTo(sample.origin + figuresPath)
    const table = await until('the table of systems', () => tableRows(desk, ''))
    const shown = systems.map(({ name }) => table.find(([rowName]) => rowName === name)?.[1])
    expect(shown).toEqual(systems.flatMap((each) => availabilityOf(facts, each, [period])))

    const one = systems.find((_, i) => !['–', '100%'].includes(shown[i] ?? '–'))
    if (!one) throw new Error('no system has lost a minute')
    await desk.goTo(`${sample.origin}/availability?system=${one.id}`)
    await see(desk, 'heading', one.name)
    await until('a drawing', () => isDrawn(desk))
    const months = (await until('the table of months', () => tableRows(desk, ' by month')))
      .map(([month = '', weighted = '']) => ({ ...monthOf(month), weighted }))
      .filter(({ to, weighted }) => Date.parse(to) < Date.now() && weighted.endsWith('%'))
    expect(months.length).toBeGreaterThan(2)
    expect(months.map(({ weighted }) => weighted)).toEqual(
      availabilityOf(
        facts,
        one,
        months.map(({ from, to }) => ({ from, to })),
      ),
    )
  })
}

/** Of the hour and a half that was recorded. */
const entryAddress = (tab: Tab): Promise<string | null> =>
  asked(
    tab,
    `const links = [...document.querySelectorAll('a[href^="/time/entries/"]')]
    return links.find((link) => link.closest('li')?.textContent.includes('1:30'))?.href ?? null`,
  )

/** The cells of the table whose caption ends so. */
const tableRows = (tab: Tab, caption: string): Promise<string[][] | null> =>
  asked(
    tab,
    `const table = [...document.querySelectorAll('table')].find(({ caption }) => caption?.textContent.trim().endsWith(arguments[0]))
    const rows = [...(table?.querySelectorAll('tr') ?? [])].filter((row) => row.querySelector('th[scope=row]'))
    return rows.length > 0 ? rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())) : null`,
    caption,
  )

/** Whether some chart has several colours on it. */
const isDrawn = (tab: Tab): Promise<boolean | null> =>
  asked(
    tab,
    `return [...document.querySelectorAll('canvas')].some((canvas) => {
      if (canvas.width === 0 || canvas.height === 0) return false
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return new Set(new Uint32Array(data.buffer)).size > 3
    })`,
  )

/** The text of the export, once the whole of it lies there. */
async function savedText(folder: string): Promise<string | undefined> {
  const names = await readdir(folder, { recursive: true })
  const name = names.find((each) => /uptally[^/]*\.json$/.test(each))
  const text = name && (await readFile(`${folder}/${name}`, 'utf8'))
  return text?.trimEnd().endsWith('}') ? text : undefined
}

/** "November 2026" as the days from its first to that of the next month. */
function monthOf(words: string): { from: string; to: string } {
  const at = new Date(`1 ${words} 00:00 UTC`)
  const from = at.toISOString().slice(0, 10)
  at.setUTCMonth(at.getUTCMonth() + 1)
  return { from, to: at.toISOString().slice(0, 10) }
}
