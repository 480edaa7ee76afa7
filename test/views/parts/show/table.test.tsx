// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { Table } from '../../../../src/views/parts/show/table.tsx'
import { button, find, show } from '../render.ts'

const rows = [
  { name: 'B', count: 2 },
  { name: 'A10', count: undefined },
  { name: 'A9', count: 11 },
]
const open = () =>
  show(() => (
    <Table
      caption="Counts"
      rows={rows}
      columns={[
        { key: 'name', label: 'Name', isRowHeader: true, cell: (row) => row.name, sortBy: (row) => row.name },
        { key: 'count', label: 'Count', isNumber: true, cell: (row) => row.count, sortBy: (row) => row.count },
      ]}
    />
  ))
const names = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent)

test('rows come as given until a column is chosen', () => {
  open()
  expect(names()).toEqual(['B', 'A10', 'A9'])
  expect(document.querySelector('[aria-sort]')).toBeNull()
})

test('numbers sort largest first, then smallest first, and what has no number stays last', () => {
  open()
  button('Count').click()
  expect(names()).toEqual(['A9', 'B', 'A10'])
  expect(find('[aria-sort]').getAttribute('aria-sort')).toBe('descending')
  button('Count').click()
  expect(names()).toEqual(['B', 'A9', 'A10'])
  expect(find('[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
})

test('names sort as people count: A9 before A10', () => {
  open()
  button('Name').click()
  expect(names()).toEqual(['A9', 'A10', 'B'])
})

test('each row is named by its header and each column by its own', () => {
  open()
  expect(find('tbody th').getAttribute('scope')).toBe('row')
  expect([...document.querySelectorAll('thead th')].map((cell) => cell.getAttribute('scope'))).toEqual(['col', 'col'])
  expect(find('caption').textContent).toBe('Counts')
})
