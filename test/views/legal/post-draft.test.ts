import { describe, expect, test } from 'vitest'
import { absenceSchema, postSchema } from '../../../src/domain/legal-practice.ts'
import {
  draftOfPost,
  newAbsenceDraft,
  newPostDraft,
  overlappingPosts,
  type PostDraft,
  postBefore,
  readAbsenceDraft,
  readPostDraft,
} from '../../../src/views/legal/post-draft.ts'

const teamId = '019b76da-a800-7000-8000-000000000001'
const filled: PostDraft = { ...newPostDraft('2026-04-01'), personId: 'ann', grade: 'B', fte: '0.6' }
const day = (date: number, month: number) => ({ day: String(date), month: String(month), year: '2026', time: '' })
const messages = (changes: Partial<PostDraft>) => {
  const read = readPostDraft({ ...filled, ...changes }, teamId)
  return read.ok ? [] : read.errors.map(({ fieldId, message }) => `${fieldId}: ${message}`)
}

describe('a post', () => {
  test('lasts while it has no last day; the day after the last is the first that is not in it', () => {
    const open = readPostDraft(filled, teamId)
    expect(open).toMatchObject({ ok: true, post: { from: '2026-04-01', to: null, fte: 0.6, annualHours: 1200 } })
    expect(readPostDraft({ ...filled, last: day(30, 9) }, teamId)).toMatchObject({ post: { to: '2026-10-01' } })
    expect(open.ok && postSchema.safeParse(open.post).success).toBe(true)
  })
  test('goes through its form unchanged', () => {
    const post = { personId: 'ann', teamId, grade: 'C', from: '2026-04-01', to: '2026-10-01' } as const
    const terms = { fte: 0, annualHours: 1100, weeklyHours: 36.5 }
    expect(readPostDraft(draftOfPost({ ...post, ...terms }), teamId)).toEqual({ ok: true, post: { ...post, ...terms } })
  })
  test('needs a person, a grade and numbers', () => {
    expect(messages({ personId: undefined, grade: undefined, fte: '3', annualHours: '', weeklyHours: 'all' })).toEqual([
      'post-person: Choose the person',
      'post-grade: Choose the grade',
      'post-fte: The share of a full-time post must be a number from 0 to 2, such as 0.6',
      'post-annual: The target must be a number of hours a year, such as 1200',
      'post-weekly: The week must be a number of hours, such as 37',
    ])
  })
  test('does not end before it begins', () => {
    expect(messages({ last: day(31, 3) })).toEqual(['post-last-day: The last day must be on or after the first day'])
  })
})

describe('posts of one person', () => {
  const post = (id: string, personId: string, from: string, to: string | null) => ({ id, personId, from, to })
  test('that both hold on a day are found, those that touch are not', () => {
    const posts = [
      post('2', 'ann', '2026-10-01', null),
      post('1', 'ann', '2026-04-01', '2026-10-02'),
      post('3', 'bo', '2026-04-01', '2026-10-01'),
      post('4', 'bo', '2026-10-01', null),
    ]
    expect(overlappingPosts(posts).map((pair) => pair.map(({ id }) => id))).toEqual([['1', '2']])
  })
  test('a new one follows the one that is open over its first day', () => {
    const posts = [post('1', 'ann', '2026-04-01', null), post('2', 'bo', '2026-04-01', null)]
    const next = { personId: 'ann', from: '2026-10-01', to: null }
    expect(postBefore(posts, next)?.id).toBe('1')
    expect(postBefore(posts, { ...next, from: '2026-04-01' })).toBeUndefined()
    expect(postBefore([post('1', 'ann', '2026-04-01', '2026-10-01')], next)).toBeUndefined()
  })
})

describe('an absence', () => {
  test('holds through its last day', () => {
    const read = readAbsenceDraft({ ...newAbsenceDraft('2026-11-10', 'ann'), last: day(12, 11), share: '0.5' })
    expect(read).toEqual({
      ok: true,
      absence: { personId: 'ann', from: '2026-11-10', to: '2026-11-13', share: 0.5, reason: 'leave' },
    })
    expect(read.ok && absenceSchema.safeParse(read.absence).success).toBe(true)
  })
  test('needs a person, and does not end before it begins', () => {
    const read = readAbsenceDraft({ ...newAbsenceDraft('2026-11-10'), last: day(9, 11) })
    expect(read.ok ? [] : read.errors.map(({ fieldId }) => fieldId)).toEqual(['absence-person', 'absence-last-day'])
  })
})
