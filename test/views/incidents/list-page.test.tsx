// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { rememberSingleKeys } from '../../../src/views/settings/key-choice.ts'
import { holdDesk } from '../../desk/held-desk.ts'
import { madeIncidents } from '../../desk/made-incidents.ts'
import { openTrialStore } from '../../store/trial-store.ts'
import { button, find, press, type } from '../parts/render.ts'
import { soon, text } from '../time/trial-app.tsx'
import { rowsShown, scrollList, showIncidents, titles } from './desk-trial.tsx'

const many = 20_768
const numbers = () => rowsShown().map((row) => Number(row.getAttribute('aria-posinset')))
const searchBox = () => find<HTMLInputElement>('.search-field input')
const focusedRow = () => document.activeElement?.closest('li')?.getAttribute('aria-posinset')
const picked = () =>
  rowsShown().filter((row) => row.querySelector<HTMLInputElement>('input[type="checkbox"]')?.checked === true)

async function showMany(count = many, address = '/incidents?q=') {
  const store = await openTrialStore()
  const desk = holdDesk(madeIncidents(count))
  showIncidents(store, desk.source, address)
  await soon(() => expect(titles()[0]).toBeTruthy())
  return { store, desk }
}

describe('a list of 20,768 incidents', () => {
  test('holds the rows near what is seen and no more, wherever one scrolls', async () => {
    await showMany()
    expect(text()).toContain('20,768 incidents')
    const atTop = rowsShown().length
    expect(numbers()[0]).toBe(1)
    expect(atTop).toBeLessThan(60)
    for (const row of [5_000, 20_700, 12_345, 3]) {
      scrollList(row * 64)
      await soon(() => expect(numbers()).toContain(row + 1))
      await soon(() => expect(titles().every((title) => title !== '')).toBe(true))
      expect(rowsShown().length).toBeLessThanOrEqual(atTop + 16)
      expect(rowsShown().every((shown) => shown.getAttribute('aria-setsize') === String(many))).toBe(true)
    }
  })

  test('finds by what is typed, and tells in a sentence what it does not understand', async () => {
    await showMany(500)
    type(searchBox(), 'colour:red printer')
    await soon(() => expect(text()).toContain('“colour:” is none of the keys'))
    type(searchBox(), 'printer')
    await soon(() => expect(titles().filter((title) => title.includes('printer')).length).toBeGreaterThan(5))
    expect(titles().every((title) => title.includes('printer'))).toBe(true)
    type(searchBox(), 'nothing-is-called-so')
    await soon(() => expect(text()).toContain('No incident fits this search'))
  })

  test('follows what changes elsewhere', async () => {
    const { desk } = await showMany(20)
    const [first] = madeIncidents(1)
    if (!first) throw new Error('none was made')
    desk.put([first.id, { ...first, title: 'Another title altogether' }])
    await soon(() => expect(titles()).toContain('Another title altogether'))
  })
})

describe('single keys', () => {
  test('move, select and find the search box', async () => {
    await showMany(300)
    for (const key of ['j', 'j', 'j', 'k']) press(document.body, key)
    await soon(() => expect(focusedRow()).toBe('2'))
    press(document.activeElement ?? document.body, 'x')
    expect(picked().map((row) => row.getAttribute('aria-posinset'))).toEqual(['2'])
    expect(text()).toContain('1 selected')
    press(document.activeElement ?? document.body, '/')
    expect(document.activeElement).toBe(searchBox())
    // Here they are letters.
    expect(press(searchBox(), 'x')).toBe(true)
    expect(picked()).toHaveLength(1)
  })

  test('lead from the search to what it found', async () => {
    await showMany(300)
    press(document.body, '/')
    type(searchBox(), 'printer')
    await soon(() => expect(titles().every((title) => title.includes('printer'))).toBe(true))
    press(searchBox(), 'Enter')
    await soon(() => expect(focusedRow()).toBe('1'))
  })

  test('go on from the row that was opened, once one is back', async () => {
    const address = '/incidents?q=printer'
    const { store, desk } = await showMany(300, address)
    for (const key of ['j', 'j', 'j']) press(document.body, key)
    await soon(() => expect(focusedRow()).toBe('3'))
    ;(document.activeElement as HTMLElement).click()
    document.body.replaceChildren()
    showIncidents(store, desk.source, address)
    await soon(() => expect(focusedRow()).toBe('3'))
  })

  test('follow their incident when another comes in above it', async () => {
    const { desk } = await showMany(50)
    press(document.body, 'j')
    press(document.body, 'j')
    await soon(() => expect(focusedRow()).toBe('2'))
    const title = document.activeElement?.textContent
    const [newest] = madeIncidents(1)
    if (!newest) throw new Error('none was made')
    desk.put([
      'ffffffff-0000-7000-8000-000000000001',
      { ...newest, id: 'ffffffff-0000-7000-8000-000000000001', raisedAt: Date.parse('2036-01-01') },
    ])
    await soon(() => expect(focusedRow()).toBe('3'))
    expect(document.activeElement?.textContent).toBe(title)
  })

  test('do nothing once they are switched off for this device', async () => {
    rememberSingleKeys(localStorage, false)
    try {
      await showMany(50)
      expect(press(document.body, 'j')).toBe(true)
      expect(press(document.body, '/')).toBe(true)
      expect(focusedRow()).toBeUndefined()
      expect(document.activeElement).not.toBe(searchBox())
      expect(text()).not.toContain('Keys: press')
    } finally {
      rememberSingleKeys(localStorage, true)
    }
  })
})

describe('for those who only read', () => {
  test('nothing can be selected', async () => {
    const store = await openTrialStore({ grants: [{ role: 'client_officer', on: null }] })
    showIncidents(store, holdDesk(madeIncidents(30)).source, '/incidents?q=')
    await soon(() => expect(titles()[0]).toBeTruthy())
    expect(document.querySelector('input[type="checkbox"]')).toBeNull()
    expect(() => button('Select all 30')).toThrow()
  })
})
