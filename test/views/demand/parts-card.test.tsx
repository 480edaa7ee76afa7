import { expect, test } from 'vitest'
import { demandReport } from '../../../src/metrics/demand.ts'
import type { DemandIncident } from '../../../src/metrics/demand-figures.ts'
import { DemandHeadline } from '../../../src/views/demand/demand-headline.tsx'
import { PartsCard } from '../../../src/views/demand/parts-card.tsx'
import { at, made, names } from '../../metrics/made-demand.ts'
import { button, show } from '../parts/render.ts'

const period = { from: '2026-11-01', to: '2026-12-01' }
const searched = { period, council: undefined }
const reportOf = (incidents: readonly DemandIncident[]) =>
  demandReport(incidents, names, { period, councilIds: ['city', 'south'], now: at('2026-11-23T10:00:00Z') })
const rows = () => [...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent))
const showCard = (incidents: readonly DemandIncident[], onSave = () => {}) =>
  show(() => <PartsCard report={reportOf(incidents)} dimension="system" searched={searched} onSave={onSave} />)

const log = [
  ...[1, 2, 4, 8, 16].map((tookHours) => made({ tookHours, systemId: 'mail' })),
  ...[1, 2].map((tookHours) => made({ tookHours, systemId: 'phones', reopenCount: 1 })),
  made(),
]

test('a part has its rate and its median with the number they are of, and fewer than five have neither', () => {
  showCard(log)
  expect(rows()).toEqual([
    ['System', 'Raised', 'Open', 'Reopened', 'Median time', 'of'],
    ['E-mail', '5', '0', '0%', '4 h', '5'],
    ['Telephones', '2', '0', '2 of 2', '–', '2'],
    ['Not recorded', '1', '1', '–', '–', '0'],
    ['Total', '8', '1', '28.6%', '2 h', '7'],
  ])
})

test('each name leads to its incidents', () => {
  showCard(log)
  const links = [...document.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])
  const query = (words: string) =>
    `/incidents?${new URLSearchParams({ q: `${words} after:2026-11-01 before:2026-12-01` })}`
  expect(links).toEqual([
    ['E-mail', query('system:E-mail')],
    ['Telephones', query('system:Telephones')],
    ['Not recorded', query('system:none')],
  ])
})

test('a long list shows its first ten, then all, and can then be sorted; the total is of all from the start', () => {
  const many = Array.from({ length: 23 }, (_, index) => made({ systemName: `System ${index + 10}` }))
  showCard(many)
  expect(rows()).toHaveLength(12)
  expect(rows().at(-1)?.slice(0, 2)).toEqual(['Total', '23'])
  expect(document.querySelector('thead button')).toBeNull()
  button('Show all 23 systems').click()
  expect(rows()).toHaveLength(25)
  expect(document.querySelectorAll('thead button')).toHaveLength(5)
})

test('each table can be saved by its name', () => {
  let saved = 0
  showCard(log, () => {
    saved += 1
  })
  button('Save as CSV: By system').click()
  expect(saved).toBe(1)
})

test('the headline says what a median and a rate are of, and when there are too few', () => {
  const page = show(() => (
    <>
      <DemandHeadline report={reportOf(log)} />
      <DemandHeadline report={reportOf([made({ tookHours: 1 })])} />
    </>
  ))
  expect(page.textContent).toContain('8 incidents were raised in November 2026: 7 are resolved and 1 is open.')
  expect(page.textContent).toContain('of 7 resolved, elapsed: waiting, nights and weekends are in it')
  expect(page.textContent).toContain('Only 1 resolved: too few')
})
