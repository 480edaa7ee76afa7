// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../../../src/views/parts/notice/notices.tsx'
import { type Toasts, toastMs, useToasts } from '../../../../src/views/parts/notice/toasts.ts'
import { button, find, show } from '../render.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open(): Toasts {
  let toasts: Toasts | undefined
  function Inside() {
    toasts = useToasts()
    return <p>Page</p>
  }
  show(() => (
    <Notices>
      <Inside />
    </Notices>
  ))
  if (!toasts) throw new Error('the page was not shown')
  return toasts
}
const shown = () => [...document.querySelectorAll('.toast__message')].map((message) => message.textContent)
const pointer = (type: string) => find('.toasts').dispatchEvent(new MouseEvent(type))

test('a toast stays for ten seconds', () => {
  open().show('Saved.')
  vi.advanceTimersByTime(toastMs - 1)
  expect(shown()).toEqual(['Saved.'])
  vi.advanceTimersByTime(1)
  expect(shown()).toEqual([])
})

test('Undo undoes once and takes the toast away', () => {
  const undone = vi.fn()
  open().show('Saved.', undone)
  button('Undo').click()
  expect(undone).toHaveBeenCalledTimes(1)
  expect(shown()).toEqual([])
  vi.advanceTimersByTime(toastMs * 2)
  expect(undone).toHaveBeenCalledTimes(1)
})

test('letting a toast go undoes nothing', () => {
  const undone = vi.fn()
  open().show('Saved.', undone)
  vi.advanceTimersByTime(toastMs)
  expect(undone).not.toHaveBeenCalled()
})

test('the clock stands still while the pointer is on it, and goes on where it was', () => {
  open().show('Saved.')
  vi.advanceTimersByTime(4000)
  pointer('pointerenter')
  vi.advanceTimersByTime(60_000)
  expect(shown()).toEqual(['Saved.'])
  pointer('pointerleave')
  vi.advanceTimersByTime(5999)
  expect(shown()).toEqual(['Saved.'])
  vi.advanceTimersByTime(1)
  expect(shown()).toEqual([])
})

test('the clock stands still while the focus is on it', () => {
  open().show('Saved.', () => {})
  button('Undo').focus()
  vi.advanceTimersByTime(60_000)
  expect(shown()).toEqual(['Saved.'])
  button('Undo').blur()
  vi.advanceTimersByTime(toastMs)
  expect(shown()).toEqual([])
})

test('a toast closed from under the pointer does not hold the next one for ever', () => {
  const toasts = open()
  toasts.show('First.')
  pointer('pointerenter')
  button('Close message').click()
  toasts.show('Second.')
  vi.advanceTimersByTime(toastMs)
  expect(shown()).toEqual([])
})

test('of four toasts the newest two stay', () => {
  const toasts = open()
  for (const message of ['One.', 'Two.', 'Three.', 'Four.']) toasts.show(message)
  expect(shown()).toEqual(['Three.', 'Four.'])
})

test('what a toast says is announced', () => {
  open().show('Saved.', () => {})
  expect(find('[role=status]').textContent).toContain('Saved.')
})
