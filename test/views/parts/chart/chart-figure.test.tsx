// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { ChartFigure } from '../../../../src/views/parts/chart/chart-figure.tsx'
import { button, find, show } from '../render.ts'

const open = () =>
  show(() => <ChartFigure title="Twice as high" chart={<canvas />} table={<table aria-label="Numbers" />} />)

test('the drawing is kept from screen readers, which get the table from the start', () => {
  open()
  expect(find('canvas').closest('[aria-hidden=true]')).not.toBeNull()
  expect(find('table').closest('[aria-hidden], [hidden]')).toBeNull()
})

test('"Show as table" swaps the drawing for the table and back', () => {
  open()
  button('Show as table').click()
  expect(find('canvas').closest('[hidden]')).not.toBeNull()
  expect(find('table').closest('.chart-figure__table--heard')).toBeNull()
  expect(button('Show as table').getAttribute('aria-pressed')).toBe('true')
  button('Show as table').click()
  expect(find('canvas').closest('[hidden]')).toBeNull()
  expect(find('table').closest('.chart-figure__table--heard')).not.toBeNull()
  expect(button('Show as table').getAttribute('aria-pressed')).toBe('false')
})
