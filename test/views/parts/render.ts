import type { JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach } from 'vitest'

const cleanups: (() => void)[] = []

/** Shows a part in the document until the test ends. */
export function show(part: () => JSX.Element): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'))
  const dispose = render(part, root)
  cleanups.push(() => {
    dispose()
    root.remove()
  })
  return root
}

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

export function find<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector)
  if (!element) throw new Error(`nothing on the page matches ${selector}`)
  return element
}

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent?.trim()) === name,
  )
  if (!found) throw new Error(`no button is called ${name}`)
  return found
}

/** Whether the part left the key to others. */
export function press(element: Element, key: string): boolean {
  return element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

export function type(element: HTMLInputElement, text: string): void {
  element.value = text
  element.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
