import { expect, test } from 'vitest'
import { countsOn, readCounts, totalPeople } from '../../../src/views/settings/head-counts.ts'

const day = (year: string, month: string, date: string) => ({ year, month, day: date, time: '' })
const before = [{ from: '2025-04-01', people: { a: 30, b: 10 } }]

test('new head counts are added from their date and the days before keep theirs', () => {
  const read = readCounts({ from: day('2026', 'April', '1'), people: { a: '1,031', b: '' } }, before, String)
  expect(read).toEqual({ ok: true, headCounts: [...before, { from: '2026-04-01', people: { a: 1031 } }] })
  if (!read.ok) return
  expect(totalPeople(countsOn(read.headCounts, '2026-03-31'))).toBe(40)
  expect(totalPeople(countsOn(read.headCounts, '2026-04-01'))).toBe(1031)
  expect(totalPeople(countsOn(read.headCounts, '2025-03-31'))).toBe(0)
})

test('head counts of the same day are replaced', () => {
  const read = readCounts({ from: day('25', '4', '1'), people: { a: '31', b: '10' } }, before, String)
  expect(read).toEqual({ ok: true, headCounts: [{ from: '2025-04-01', people: { a: 31, b: 10 } }] })
})

test('what is no whole number and no date is refused beside its field', () => {
  const read = readCounts(
    { from: day('2026', '2', '30'), people: { a: '3.5', b: 'ten' } },
    before,
    (id) => `Council ${id}`,
  )
  expect(read).toEqual({
    ok: false,
    errors: [
      { fieldId: 'people-from-day', message: 'The date must be a real date' },
      { fieldId: 'people-a', message: 'People at Council a must be a whole number' },
      { fieldId: 'people-b', message: 'People at Council b must be a whole number' },
    ],
  })
})
