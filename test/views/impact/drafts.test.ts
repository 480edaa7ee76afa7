import { expect, test } from 'vitest'
import { draftOfAnswer, exactly, readAnswer } from '../../../src/views/impact/answer-draft.ts'
import { draftOfRate, type RateDraft, rateParts, readRate, workingWords } from '../../../src/views/impact/rate-draft.ts'
import { newSaid, readBoth, readSaid } from '../../../src/views/impact/said-draft.ts'

const chosen = { step: '0.5', percent: '', after: '0' }

test('a step is the share that it names, and an exact share is read in per cent', () => {
  expect(readAnswer(chosen, 'reliance')).toEqual({ ok: true, value: { share: 0.5, afterMinutes: 0 } })
  const typed = { ...chosen, step: exactly, percent: '37.5 %' }
  expect(readAnswer(typed, 'reliance')).toEqual({ ok: true, value: { share: 0.375, afterMinutes: 0 } })
})

test('what is missing or impossible is said beside its field', () => {
  const fieldOf = (read: ReturnType<typeof readAnswer>) => (read.ok ? [] : read.errors.map(({ fieldId }) => fieldId))
  expect(fieldOf(readAnswer({ ...chosen, step: undefined }, 'present'))).toEqual(['answer-share'])
  expect(fieldOf(readAnswer({ ...chosen, step: exactly, percent: '101' }, 'present'))).toEqual(['answer-percent'])
  expect(fieldOf(readAnswer({ ...chosen, after: 'soon' }, 'workaround'))).toEqual(['answer-after'])
  expect(readAnswer({ ...chosen, after: 'soon' }, 'reliance').ok).toBe(true)
})

test('an answer that is recorded is shown as it would be typed', () => {
  expect(draftOfAnswer({ share: 0.75, afterMinutes: 30 })).toEqual({ step: '0.75', percent: '', after: '30' })
  expect(draftOfAnswer({ share: 0.07, afterMinutes: 0 })).toEqual({ step: exactly, percent: '7', after: '0' })
})

const worked = (parts: Partial<RateDraft['parts']>): RateDraft => {
  const draft = draftOfRate(undefined)
  return { ...draft, parts: { ...draft.parts, ...parts } }
}

test('36,000 a year makes 32.59 an hour, with the working in sight', () => {
  const read = readRate(worked({ salary: '36,000' }))
  expect(read).toMatchObject({ ok: true, value: { pencePerHour: 3259, working: { niRate: 0.15, niThreshold: 5000 } } })
  if (!read.ok || !read.value.working) throw new Error('it was not worked out')
  expect(workingWords(read.value.working)).toBe('(£36,000.00 + £4,650.00 + £6,480.00) × 1.1 ÷ 1,591 hours = £32.59')
})

test('a rate that was worked out is shown again part by part, and reads back as the same', () => {
  const read = readRate(worked({ salary: '36000', pensionRate: '18.5' }))
  if (!read.ok) throw new Error('it was not read')
  expect(readRate(draftOfRate(read.value))).toEqual(read)
})

test('a rate that is given is kept to the penny, and what is no rate is refused', () => {
  const given = (pounds: string) => readRate({ ...draftOfRate(undefined), isWorkedOut: false, given: pounds })
  expect(given('£32.59')).toEqual({ ok: true, value: { pencePerHour: 3259, working: null } })
  expect(given('about thirty').ok).toBe(false)
  const empty = readRate(worked({ salary: '', weeks: '60' }))
  expect(empty.ok ? [] : empty.errors.map(({ fieldId }) => fieldId)).toEqual(['rate-salary', 'rate-weeks'])
  expect(readRate(worked({ salary: '1', weeks: '0' })).ok).toBe(false)
  expect(rateParts).toHaveLength(10)
})

test('the first answer holds for the year so far, a later one from today', () => {
  const first = readSaid(newSaid(['a'], '2026-11-10', '2026-04-01', true))
  expect(first).toMatchObject({ ok: true, value: { from: '2026-04-01', asOf: '2026-11-10', councilIds: ['a'] } })
  expect(readSaid(newSaid(['a'], '2026-11-10', '2026-04-01', false))).toMatchObject({ value: { from: '2026-11-10' } })
})

test('the errors of both halves of a form are shown together', () => {
  const said = readSaid({ ...newSaid([], '2026-11-10', '2026-04-01', true) })
  const read = readBoth(readAnswer({ ...chosen, step: undefined }, 'reliance'), said)
  expect(read.ok ? [] : read.errors.map(({ fieldId }) => fieldId)).toEqual(['answer-share', 'said-councils'])
})
