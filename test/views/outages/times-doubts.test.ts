import { describe, expect, it } from 'vitest'
import { doubtsAbout } from '../../../src/views/outages/times-doubts.ts'

const at = (text: string) => Date.parse(text)
const now = at('2026-11-10T12:00:00Z')
const sentences = (startAt: string, endAt: string | null) =>
  doubtsAbout({ startAt: at(startAt), endAt: endAt === null ? null : at(endAt) }, now)

describe('doubts about the times of an outage', () => {
  it('has none about an ordinary outage, open or ended', () => {
    expect(sentences('2026-11-10T09:00:00Z', '2026-11-10T11:00:00Z')).toEqual([])
    expect(sentences('2026-11-10T09:00:00Z', null)).toEqual([])
  })

  it('offers to swap an end that precedes its start', () => {
    const [doubt] = sentences('2026-11-10T11:00:00Z', '2026-11-10T09:00:00Z')
    expect(doubt?.mended).toEqual({ startAt: at('2026-11-10T09:00:00Z'), endAt: at('2026-11-10T11:00:00Z') })
  })

  it('offers now for a start or an end that is still to come', () => {
    expect(sentences('2026-11-10T13:00:00Z', null)[0]?.mended).toEqual({ startAt: now, endAt: null })
    expect(sentences('2026-11-10T09:00:00Z', '2026-11-10T13:00:00Z')[0]?.mended.endAt).toBe(now)
  })

  it('asks about more than 30 days and offers the day of the start, or the next where that is too early', () => {
    const sameDay = sentences('2026-09-01T09:00:00Z', '2026-11-01T11:00:00Z')
    expect(sameDay.map((doubt) => doubt.sentence)).toEqual(['It lasts 61 days. Is the day right?'])
    // 11:00 in winter is 11:00 UTC; the same clock time in summer is an hour earlier.
    expect(sameDay[0]?.mended.endAt).toBe(at('2026-09-01T10:00:00Z'))
    expect(sentences('2026-09-01T09:00:00Z', '2026-11-01T08:00:00Z')[0]?.mended.endAt).toBe(at('2026-09-02T07:00:00Z'))
  })

  it('does not ask about exactly 30 days', () => {
    expect(sentences('2026-10-01T09:00:00Z', '2026-10-31T09:00:00Z')).toEqual([])
  })
})
