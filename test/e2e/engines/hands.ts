// What a person does in a tab of whatever engine: finds things by what they are called, presses, fills in, reads.
import { expect } from '@playwright/test'
import type { Tab } from './tab.ts'

/** In the page: elements of a selector that are seen and called so. The name is a text, or a pattern between slashes. */
const finder = `
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  const words = (text) => (text ?? '').replace(/\\s+/g, ' ').trim()
  const nameOf = (element) =>
    words(element.getAttribute('aria-label')) ||
    words([...(element.labels ?? [])].map((label) => label.textContent).join(' ')) ||
    words(element.textContent)
  const isCalled = (given, name) => name.startsWith('/') ? new RegExp(name.slice(1, -1)).test(given) : given === name
  const find = (selector, name) =>
    [...document.querySelectorAll(selector)].find((element) => isSeen(element) && isCalled(nameOf(element), name))
`

const selectors = {
  link: 'a[href]',
  button: 'button',
  option: '[role=option]',
  heading: 'h1',
  paragraph: 'p',
  field: 'input, textarea, select',
} as const

/** Presses it where it lies, once it is there, still, and nothing lies over it. */
export async function press(tab: Tab, what: keyof typeof selectors, name: string): Promise<void> {
  const where = () =>
    asked<{ x: number; y: number }>(
      tab,
      `${finder}
      const element = find(arguments[0], arguments[1])
      if (!element) return null
      element.scrollIntoView({ block: 'center' })
      await new Promise((resolve) => setTimeout(resolve, 50))
      const { left, top, width, height } = element.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const hit = document.elementFromPoint(x, y)
      return hit && (element.contains(hit) || hit.contains(element)) ? { x, y } : null`,
      selectors[what],
      name,
    )
  const { x, y } = await until(`${what} "${name}"`, where)
  await tab.pressAt(x, y)
}

export async function fill(tab: Tab, label: string, text: string): Promise<void> {
  await press(tab, 'field', label)
  await tab.type(text)
}

/** Waits until something is called so. */
export const see = (tab: Tab, what: keyof typeof selectors, name: string): Promise<void> =>
  until(`${what} "${name}"`, () =>
    asked<boolean>(tab, `${finder} return Boolean(find(arguments[0], arguments[1]))`, selectors[what], name),
  ).then(() => {})

/** Waits until the page says it. */
export const read = (tab: Tab, text: string): Promise<void> =>
  until(`the words "${text}"`, () =>
    asked<boolean>(tab, 'return document.body.innerText.includes(arguments[0])', text),
  ).then(() => {})

export const shared = (tab: Tab): Promise<void> => see(tab, 'button', '/^Up to date/')

/** Asks again and again until there is something, a minute long. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  let found: T | null | undefined | false
  const isFound = async () => {
    found = await ask()
    return Boolean(found)
  }
  await expect.poll(isFound, { message: what, timeout: 60_000, intervals: [100, 250, 500] }).toBe(true)
  return found as T
}

/** Null also while one page goes and the next one comes. */
export const asked = <T>(tab: Tab, body: string, ...args: readonly unknown[]): Promise<T | null> =>
  tab.run<T | null>(body, ...args).catch(() => null)
