import { expect, test } from 'vitest'
import type { SpanDraft } from '../../../src/views/settings/calendar-draft.ts'
import { draftOf, newCalendar, readCalendarDraft, weekWords } from '../../../src/views/settings/calendar-draft.ts'

const draft = (week: Record<string, SpanDraft[]>, closures: { from: string; through: string }[] = []) => ({
  ...draftOf(newCalendar),
  name: 'Depot',
  week,
  closures,
})
const messages = (week: Record<string, SpanDraft[]>, closures?: { from: string; through: string }[]) => {
  const read = readCalendarDraft(draft(week, closures), newCalendar)
  return read.ok ? [] : read.errors.map(({ message }) => message)
}

test('hours may be typed as people write them', () => {
  const read = readCalendarDraft(
    draft({ '1': [{ from: '9', to: '5.30pm' }], '2': [{ from: '0800', to: '24:00' }] }),
    newCalendar,
  )
  expect(read).toMatchObject({
    ok: true,
    calendar: { week: { '1': [['09:00', '17:30']], '2': [['08:00', '24:00']] } },
    merged: [],
  })
})

test('overlapping hours are joined and the day is named', () => {
  const read = readCalendarDraft(
    draft({
      '3': [
        { from: '9', to: '13' },
        { from: '12', to: '17' },
      ],
    }),
    newCalendar,
  )
  expect(read).toMatchObject({ ok: true, calendar: { week: { '3': [['09:00', '17:00']] } }, merged: ['Wednesday'] })
})

test('hours that end at 00:00 are refused and 24:00 is offered', () => {
  expect(messages({ '5': [{ from: '18:00', to: '00:00' }] })).toEqual([
    'Friday’s hours: write midnight at the end of the day as 24:00',
  ])
})

test('a week without hours, hours without length and hours that run backwards are refused', () => {
  expect(messages({})).toEqual(['Give at least one day hours, or choose always open'])
  expect(messages({ '1': [{ from: '9', to: '9' }] })).toEqual(['Monday’s hours must end after they start'])
  expect(messages({ '1': [{ from: '17', to: '9' }] })).toHaveLength(1)
  expect(messages({ '1': [{ from: 'nine', to: '' }] })).toEqual([
    'Monday’s hours must be two times such as 08:30 and 17:00',
  ])
})

test('a closure that ends before it begins is refused', () => {
  expect(messages({ '1': [{ from: '9', to: '17' }] }, [{ from: '2026-12-31', through: '2026-12-24' }])).toHaveLength(1)
})

test('a calendar that is always open keeps no week', () => {
  const read = readCalendarDraft({ ...draft({ '1': [{ from: '9', to: '17' }] }), isAlwaysOpen: true }, newCalendar)
  expect(read).toMatchObject({ ok: true, calendar: { isAlwaysOpen: true, week: {} } })
})

test('a calendar needs a name', () => {
  const read = readCalendarDraft({ ...draftOf(newCalendar), name: ' ' }, newCalendar)
  expect(read).toMatchObject({ ok: false, errors: [{ fieldId: 'calendar-name' }] })
})

test('like days are told together', () => {
  expect(weekWords({ ...newCalendar, week: { ...newCalendar.week, '6': [['09:00', '12:00']] } })).toBe(
    'Monday to Friday 08:30 to 17:00, Saturday 09:00 to 12:00',
  )
})
