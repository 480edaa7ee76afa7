import { describe, expect, it } from 'vitest'
import type { OutageLine } from '../../../src/store/outages.ts'
import { anyOutage, byMonth, fitting, outageFilterWords } from '../../../src/views/outages/outage-filter.ts'
import { names } from './catalogue.ts'

function line(startAt: string, part: Partial<OutageLine['outage']>, systemIds: readonly string[]): OutageLine {
  const outage = {
    id: startAt,
    startAt: Date.parse(startAt),
    endAt: Date.parse(startAt) + 60_000,
    level: 'down',
    loss: 1,
    councilIds: [],
    title: '',
    cause: '',
    workaround: '',
    reportedAt: 0,
    reportedById: '',
    source: '',
    sourceKey: '',
    ...part,
  } as OutageLine['outage']
  return { outage, systems: systemIds.flatMap((id) => names.systems.get(id) ?? []) }
}

const lines = [
  line('2026-11-01T00:30:00Z', { cause: 'A café’s digger cut the fibre' }, ['email', 'files']),
  line('2026-10-31T23:30:00Z', { level: 'degraded', councilIds: ['ash'] }, ['files']),
  line('2026-07-31T23:30:00Z', { title: 'Storm' }, ['email']),
]
const found = (filter: Partial<typeof anyOutage>) =>
  fitting(lines, { ...anyOutage, ...filter }).map((l) => lines.indexOf(l))

describe('finding past outages', () => {
  it('needs every word somewhere in the name, cause, workaround or systems, whatever the accents', () => {
    expect(found({ words: 'e-mail CAFE' })).toEqual([0])
    expect(found({ words: 'e-mail' })).toEqual([0, 2])
    expect(found({ words: 'storm fibre' })).toEqual([])
  })

  it('takes an outage of all councils for one of each council', () => {
    expect(found({ councilId: 'ash' })).toEqual([0, 1, 2])
    expect(found({ councilId: 'bra' })).toEqual([0, 2])
  })

  it('narrows by system and level together', () => {
    expect(found({ systemId: 'files', level: 'degraded' })).toEqual([1])
  })

  it('puts outages under the month of the partnership’s clock', () => {
    expect(byMonth(lines).map(({ month, lines: own }) => [month, own.length])).toEqual([
      ['November 2026', 1],
      ['October 2026', 1],
      ['August 2026', 1],
    ])
  })
})

it('a filter is told in words on the cover of a file', () => {
  const filter = { words: ' printer ', systemId: 'mail', councilId: '', level: 'degraded' } as const
  expect(outageFilterWords(filter, () => 'E-mail')).toBe('Words: printer; System: E-mail; Level: Slow')
  expect(outageFilterWords(anyOutage, () => 'E-mail')).toBe('')
})
