// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { BarStrip } from '../../../../src/views/parts/chart/bar-strip.tsx'
import { find, press, show } from '../render.ts'

const bars = [
  { status: 'ok', text: 'Mon: fine' },
  { status: 'down', text: 'Tue: down 12 min' },
  { status: 'unknown', text: 'Wed: not watched' },
] as const

function open() {
  show(() => (
    <BarStrip
      label="Three days"
      bars={bars}
      sentence="One day of three was not well."
      listItems={['Tue: down 12 min']}
      startLabel="Mon"
      endLabel="Wed"
    />
  ))
  const strip = find('[role=slider]')
  return { strip, spoken: () => strip.getAttribute('aria-valuetext') }
}

test('the strip begins at the latest day and arrow keys step through the days in words', () => {
  const { strip, spoken } = open()
  expect(spoken()).toBe('Wed: not watched')
  press(strip, 'ArrowLeft')
  expect(spoken()).toBe('Tue: down 12 min')
  press(strip, 'Home')
  expect(spoken()).toBe('Mon: fine')
  press(strip, 'ArrowLeft')
  expect(spoken()).toBe('Mon: fine')
  press(strip, 'End')
  expect(spoken()).toBe('Wed: not watched')
})

test('a worse day is a taller bar, and an unwatched one is hatched', () => {
  open()
  const [ok, down, unknown] = [...document.querySelectorAll('.bar-strip__bar')]
  const height = (bar: Element | undefined) => Number.parseFloat(bar?.getAttribute('height') ?? '0')
  expect(height(down)).toBeGreaterThan(height(ok))
  expect(unknown?.getAttribute('fill')).toMatch(/^url\(#.+-hatch\)$/)
  expect(ok?.getAttribute('fill')).toBeNull()
})

test('the sentence and the list say it in words', () => {
  open()
  expect(find('.bar-strip__sentence').textContent).toBe('One day of three was not well.')
  expect(find('details li').textContent).toBe('Tue: down 12 min')
})
