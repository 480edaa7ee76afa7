import { describe, expect, it } from 'vitest'
import type { OutageEvent } from '../../../src/domain/outage.ts'
import { systemsThatNeed } from '../../../src/store/catalogue.ts'
import { eventWords, whoWords } from '../../../src/views/outages/event-words.ts'
import { noticeWords } from '../../../src/views/outages/notice-words.ts'
import { names } from './catalogue.ts'

const at = (text: string) => Date.parse(text)
const now = at('2026-11-10T16:00:00Z')
const startAt = at('2026-11-10T09:00:00Z')

describe('the story in words', () => {
  const event = (type: OutageEvent['type'], before: object, after: object): OutageEvent => ({
    outageId: 'o',
    type,
    at: now,
    byId: 'ann',
    text: '',
    before: { ...before },
    after: { ...after },
  })

  it('tells what a correction changed, and not what it left', () => {
    const before = { startAt, endAt: at('2026-11-10T11:00:00Z'), level: 'down', loss: 1 }
    const after = { startAt, endAt: at('2026-11-10T14:00:00Z'), level: 'degraded', loss: 0.1 }
    expect(eventWords(event('corrected', before, after), names, now).changes).toEqual([
      'End: 14:00, was 11:00',
      'Level: Slow, was Down',
      'Share lost: 10.00%, was 100%',
    ])
  })

  it('names councils and systems', () => {
    expect(eventWords(event('reach', { councilIds: [] }, { councilIds: ['ash'] }), names, now).changes).toEqual([
      'Councils: Ashby, was all councils',
    ])
    expect(eventWords(event('systems', {}, { systemId: 'files', mark: 'not_affected' }), names, now).changes).toEqual([
      'Files marked as not affected',
    ])
  })

  it('says nothing of fields that it does not know', () => {
    expect(eventWords(event('described', {}, { level: 'exploded', cause: 'x' }), names, now).changes).toEqual([])
  })

  it('names people with their team, and says so when one is not known', () => {
    expect([whoWords('ann', names), whoWords('nobody', names)]).toEqual(['Ann Lee, Service desk', 'Somebody'])
  })
})

describe('systems that need others', () => {
  it('are found along hard dependencies of any length, without the systems themselves', () => {
    expect(systemsThatNeed(['sso'], names.dependencies)).toEqual(['email', 'files'])
    expect(systemsThatNeed(['files'], names.dependencies)).toEqual([])
  })

  it('are found once where systems need each other', () => {
    const ring = [
      ...names.dependencies,
      { id: 'd3', systemId: 'sso', type: 'hard' as const, needs: ['files'], weight: 1, need: 1 },
    ]
    expect(systemsThatNeed(['sso'], ring)).toEqual(['email', 'files'])
  })
})

describe('the notice of planned work', () => {
  const [email] = names.systems.values()
  const systems = email ? [email] : []

  it('excuses nothing when it comes after the start', () => {
    expect(noticeWords(systems, 0, startAt + 1, startAt)).toMatchObject({ isEnough: false })
    expect(noticeWords(systems, 0, startAt, startAt)).toMatchObject({ isEnough: true })
  })

  it('is enough from exactly the notice that the system needs', () => {
    const threeDays = 3 * 1440
    const announcedAt = startAt - threeDays * 60_000
    expect(noticeWords(systems, threeDays, announcedAt, startAt)?.isEnough).toBe(true)
    expect(noticeWords(systems, threeDays, announcedAt + 60_000, startAt)).toEqual({
      isEnough: false,
      sentence: '2 d 23 h of notice is too little: E-mail needs 3 d. There the time counts as lost.',
    })
  })
})
