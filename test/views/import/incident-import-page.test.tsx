// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { workOnIncident } from '../../../src/domain/mutations/work-incident.ts'
import type { Row } from '../../../src/domain/record.ts'
import { applyStep, openScopes } from '../../../src/store/apply.ts'
import type { Store } from '../../../src/store/store.ts'
import { act, newId, openTrialStore } from '../../store/trial-store.ts'
import { button, find, type } from '../parts/render.ts'
import { soon, text } from '../time/trial-app.tsx'
import { choose, chooseFile, showImport } from './log-trial.tsx'

const council = (name: string, ver: number): Row => ({
  ...{ k: 'council', id: newId(), s: 'catalogue', ver, del: false, groups: {} },
  doc: { name: `${name} Council`, shortName: name },
})

async function showDesk(): Promise<Store> {
  const store = await openTrialStore()
  await openScopes(store, ['catalogue'])
  const rows = [council('Ashby', 1), council('Brook', 2)]
  await applyStep(store, { scope: 'catalogue', rows, from: 0, to: 2, isAnew: false })
  showImport(store)
  return store
}

const log = [
  'ref;summary;status;logged',
  'A1;Café till is down;open;3/5/2016 09:00',
  'A2;Printer;done;4/5/2016 10:00',
  'A3;Nobody knows when;done;soon',
].join('\n')
const fileOf = (content: string, name = 'log.csv') => new File([content], name)

const heading = () => document.querySelector('h2')?.textContent
const step = (name: string) => soon(() => expect(heading()).toBe(name))
const fact = (key: string) =>
  [...document.querySelectorAll('dt')].find((each) => each.textContent === key)?.nextElementSibling?.textContent

async function toValues(file = fileOf(log)): Promise<void> {
  chooseFile(file)
  await step('How the file is written')
  button('Continue').click()
  await step('What its columns are')
  button('Read the file').click()
  await step('What its words mean')
}

async function toPlan(): Promise<void> {
  choose('Council', 'Brook Council')
  button('See the outcome').click()
  await step('What would be imported')
}

async function importAll(): Promise<void> {
  await toValues()
  await toPlan()
  button('Import 2 incidents').click()
  await soon(() => expect(text()).toContain('2 incidents saved on this device'))
}

describe('a file', () => {
  test('is shown as it is written, with its first rows, and read anew when that is changed', async () => {
    await showDesk()
    chooseFile(fileOf(log))
    await step('How the file is written')
    expect(text()).toContain('The first five rows')
    expect(text()).toContain('Café till is down')
    expect(find<HTMLSelectElement>('.import-samples table').querySelectorAll('th')).toHaveLength(5)
    choose('Between cells', 'Comma')
    await soon(() => expect(text()).toContain('Only one column was found'))
    choose('Between cells', 'Semicolon')
    await soon(() => expect(text()).not.toContain('Only one column was found'))
  })

  test('that is no CSV is answered with a sentence, and another one can be chosen', async () => {
    await showDesk()
    chooseFile(fileOf('PK\x03\x04 and so on'))
    await soon(() => expect(find('[role="alert"]').textContent).toContain('This is a zip archive.'))
    chooseFile(fileOf(log))
    await step('How the file is written')
  })
})

describe('an import', () => {
  test('asks for the council, tells what would come of it, and saves only then', async () => {
    const store = await showDesk()
    await toValues()
    button('See the outcome').click()
    await soon(() => expect(text()).toContain('There is a problem'))
    expect(text()).toContain('Choose the council whose incidents these are.')
    await toPlan()
    expect([fact('New'), fact('Here already'), fact('Refused')]).toEqual(['2', '0', '1'])
    expect(text()).toContain('"soon" (logged) is not a date that can be read.')
    expect(await store.reads.all('incident')).toEqual([])
    button('Import 2 incidents').click()
    await soon(() => expect(text()).toContain('2 incidents saved on this device'))
    const saved = (await store.reads.all('incident')).sort((a, b) => (a.number < b.number ? -1 : 1))
    expect(saved.map(({ title, raisedAt }) => [title, new Date(raisedAt).toISOString()])).toEqual([
      ['Café till is down', '2016-05-03T08:00:00.000Z'],
      ['Printer', '2016-05-04T09:00:00.000Z'],
    ])
  })

  test('of the same file adds nothing, and what was said last time of its columns is remembered', async () => {
    const store = await showDesk()
    await importAll()
    button('Import another file').click()
    await soon(() => expect(document.querySelector('#log-file')).not.toBeNull())
    chooseFile(fileOf(log))
    await soon(() => expect(text()).toContain('As you chose it last time'))
    button('Continue').click()
    await step('What its columns are')
    button('Read the file').click()
    await step('What its words mean')
    button('See the outcome').click()
    await step('What would be imported')
    expect([fact('New'), fact('Here already')]).toEqual(['0', '2'])
    expect(button('Import 0 incidents').disabled).toBe(true)
    expect(await store.reads.all('incident')).toHaveLength(2)
  })

  test('needs a column for the time; what is missing is said beside the field', async () => {
    await showDesk()
    chooseFile(fileOf('ref;summary\nA1;Printer\nA2;Mail'))
    await step('How the file is written')
    button('Continue').click()
    await step('What its columns are')
    button('Read the file').click()
    await soon(() => expect(text()).toContain('Choose the column that says when it was raised.'))
    expect(find('#log-column-opened').getAttribute('aria-invalid')).toBe('true')
    expect(heading()).toBe('What its columns are')
  })

  test('goes back step by step, and keeps what was said', async () => {
    await showDesk()
    await toValues()
    choose('Council', 'Brook Council')
    button('Back').click()
    await step('What its columns are')
    type(find<HTMLInputElement>('input[maxlength="200"]'), 'Desk of old')
    button('Back').click()
    await step('How the file is written')
    button('Continue').click()
    await step('What its columns are')
    expect(find<HTMLInputElement>('input[maxlength="200"]').value).toBe('Desk of old')
  })
})

describe('undo', () => {
  test('takes back what nobody has worked on, lists the rest, and the same file brings it back', async () => {
    const store = await showDesk()
    await importAll()
    const printer = (await store.reads.all('incident')).find(({ title }) => title === 'Printer')
    const parts = { categorise: { category: 'Paper' } }
    await act(store, workOnIncident, { incidentId: printer?.id ?? '', parts })
    button('Undo this import').click()
    await soon(() => expect(text()).toContain('1 incident of log.csv taken back'))
    expect(text()).toContain('1 incident stays: worked on since')
    expect(find('[aria-label="Worked on since"]').textContent).toContain('Printer')
    expect((await store.reads.all('incident')).map(({ title }) => title)).toEqual(['Printer'])
    button('Import a file').click()
    await soon(() => expect(text()).toContain('the same file brings it back'))
    chooseFile(fileOf(log))
    await step('How the file is written')
    button('Continue').click()
    await step('What its columns are')
    button('Read the file').click()
    await step('What its words mean')
    button('See the outcome').click()
    await step('What would be imported')
    expect(fact('New')).toContain('1, 1 of them brought back')
    button('Import 1 incident').click()
    await soon(() => expect(text()).toContain('1 incident saved on this device'))
    expect(await store.reads.all('incident')).toHaveLength(2)
    expect((await store.reads.all('import_run')).map(({ undoneAt }) => undoneAt)).toEqual([null])
  })

  test('of an earlier import asks first', async () => {
    const store = await showDesk()
    await importAll()
    button('Import another file').click()
    await soon(() => expect(text()).toContain('Earlier imports'))
    expect(text()).toContain('2 incidents from 3 rows')
    button('Undo the import of log.csv').click()
    await soon(() => expect(text()).toContain('Undo the import of log.csv?'))
    expect(await store.reads.all('incident')).toHaveLength(2)
    button('Undo the import').click()
    await soon(() => expect(text()).toContain('2 incidents of log.csv taken back'))
    expect(await store.reads.all('incident')).toEqual([])
  })
})

test('whoever does not work at a desk is told who can', async () => {
  const store = await openTrialStore({ grants: [{ role: 'manager', on: null }] })
  showImport(store)
  await soon(() => expect(text()).toContain('Incidents are imported by ICT staff'))
})
