// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { TypeAheadList } from '../../../../src/views/parts/form/type-ahead-list.tsx'
import { find, press, show, type } from '../render.ts'

const options = [
  { id: 'b', label: 'Blue', group: 'Recent' },
  { id: 'a', label: 'Amber', group: 'All' },
  { id: 'b', label: 'Blue', group: 'All' },
  { id: 'c', label: 'Café noir', group: 'All' },
]

function open(): { chosen: string[]; input: HTMLInputElement; labels: () => (string | null)[]; active: () => string } {
  const chosen: string[] = []
  show(() => <TypeAheadList label="Which colour?" options={options} onChoose={(option) => chosen.push(option.id)} />)
  const input = find<HTMLInputElement>('[role=combobox]')
  return {
    chosen,
    input,
    labels: () => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent),
    active: () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent ?? 'none',
  }
}

test('a tap on an option chooses it', () => {
  const { chosen } = open()
  find('[role=option]').click()
  expect(chosen).toEqual(['b'])
})

test('typing narrows the list, marks the best match, and Enter takes it', () => {
  const { chosen, input, labels, active } = open()
  type(input, 'cafe')
  expect(labels()).toEqual(['Café noir'])
  expect(active()).toBe('Café noir')
  press(input, 'Enter')
  expect(chosen).toEqual(['c'])
})

test('Enter chooses nothing before anything is typed or stepped to', () => {
  const { chosen, input, active } = open()
  press(input, 'Enter')
  expect(active()).toBe('none')
  expect(chosen).toEqual([])
})

test('arrow keys step through the options and go round at either end', () => {
  const { chosen, input, active } = open()
  press(input, 'ArrowUp')
  expect(active()).toBe('Café noir')
  press(input, 'ArrowDown')
  expect(active()).toBe('Blue')
  press(input, 'ArrowDown')
  expect(active()).toBe('Amber')
  press(input, 'Enter')
  expect(chosen).toEqual(['a'])
})

test('Escape clears what was typed and only then leaves the key to others', () => {
  const { input, labels } = open()
  type(input, 'amb')
  expect(press(input, 'Escape')).toBe(false)
  expect(input.value).toBe('')
  expect(labels()).toHaveLength(4)
  expect(press(input, 'Escape')).toBe(true)
})

test('what fits nothing is said where screen readers hear it', () => {
  const { input } = open()
  type(input, 'zzz')
  expect(find('[role=status]').textContent).toContain('Nothing fits')
})

test('groups are named only while nothing is typed', () => {
  const { input } = open()
  expect([...document.querySelectorAll('.type-ahead__group')].map((group) => group.textContent)).toEqual([
    'Recent',
    'All',
  ])
  type(input, 'b')
  expect(document.querySelectorAll('.type-ahead__group')).toHaveLength(0)
})
