// A fee earner's post and an absence as their forms hold them, read into records or into what is wrong. Pure.
import type { Recorded } from '../../domain/kinds.ts'
import type { Absence, Post } from '../../domain/legal-practice.ts'
import type { Grade } from '../../domain/legal-words.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'
import { noDate, readAmount, readDay, readOptionalDay } from './read-typed.ts'

export interface PostDraft {
  readonly personId: string | undefined
  readonly grade: Grade | undefined
  readonly from: TypedMoment
  /** The last day, included; empty while it lasts. */
  readonly last: TypedMoment
  readonly fte: string
  readonly annualHours: string
  readonly weeklyHours: string
}

export const newPostDraft = (today: LocalDate): PostDraft => ({
  ...{ personId: undefined, grade: undefined, from: typedMoment(today), last: noDate },
  ...{ fte: '1', annualHours: '1200', weeklyHours: '37' },
})

export const draftOfPost = (post: Post): PostDraft => ({
  ...{ personId: post.personId, grade: post.grade, from: typedMoment(post.from) },
  last: post.to === null ? noDate : typedMoment(addDays(post.to, -1)),
  ...{ fte: String(post.fte), annualHours: String(post.annualHours), weeklyHours: String(post.weeklyHours) },
})

type Read<R> = ({ readonly ok: true } & R) | { readonly ok: false; readonly errors: FormError[] }

export function readPostDraft(draft: PostDraft, teamId: string): Read<{ readonly post: Post }> {
  const errors: FormError[] = []
  const { personId, grade } = draft
  if (!personId) errors.push({ fieldId: 'post-person', message: 'Choose the person' })
  if (!grade) errors.push({ fieldId: 'post-grade', message: 'Choose the grade' })
  const dates = readDates(draft.from, draft.last, 'post', errors)
  const within = (typed: string, field: string, high: number, message: string) => {
    const value = readAmount(typed)
    if (value !== null && value !== undefined && value <= high) return value
    errors.push({ fieldId: `post-${field}`, message })
    return undefined
  }
  const fte = within(draft.fte, 'fte', 2, 'The share of a full-time post must be a number from 0 to 2, such as 0.6')
  const annualHours = within(
    draft.annualHours,
    'annual',
    4000,
    'The target must be a number of hours a year, such as 1200',
  )
  const weeklyHours = within(draft.weeklyHours, 'weekly', 100, 'The week must be a number of hours, such as 37')
  if (errors.length > 0 || !personId || !grade || !dates) return { ok: false, errors }
  const terms = { fte: fte ?? 0, annualHours: annualHours ?? 0, weeklyHours: weeklyHours ?? 0 }
  return { ok: true, post: { personId, teamId, grade, ...dates, ...terms } }
}

/** `to` is the day after the last. */
function readDates(
  first: TypedMoment,
  last: TypedMoment,
  id: string,
  errors: FormError[],
): { from: LocalDate; to: LocalDate | null } | undefined {
  const from = readDay(first, `${id}-from`, 'The first day', errors)
  const through = readOptionalDay(last, `${id}-last`, 'The last day', errors)
  if (from === undefined || through === undefined) return undefined
  if (through === null) return { from, to: null }
  if (through < from) {
    errors.push({ fieldId: `${id}-last-day`, message: 'The last day must be on or after the first day' })
    return undefined
  }
  return { from, to: addDays(through, 1) }
}

type Spanned = Pick<Recorded<'post'>, 'id' | 'personId' | 'from' | 'to'>

/** Pairs of posts of one person that both hold on some day: which of them counts then is nobody's decision. */
export function overlappingPosts<P extends Spanned>(posts: readonly P[]): (readonly [P, P])[] {
  const sorted = [...posts].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.flatMap((one, i) =>
    sorted
      .slice(i + 1)
      .filter((other) => other.personId === one.personId && (one.to === null || other.from < one.to))
      .map((other) => [one, other] as const),
  )
}

/** The post that a new one follows: open over its first day. */
export const postBefore = <P extends Spanned>(posts: readonly P[], next: Omit<Spanned, 'id'>): P | undefined =>
  posts.find(
    ({ personId, from, to }) => personId === next.personId && from < next.from && (to === null || next.from < to),
  )

export interface AbsenceDraft {
  readonly personId: string | undefined
  readonly from: TypedMoment
  readonly last: TypedMoment
  readonly share: string
  readonly reason: Absence['reason']
}

export const newAbsenceDraft = (today: LocalDate, personId?: string): AbsenceDraft => ({
  ...{ personId, from: typedMoment(today), last: typedMoment(today), share: '1', reason: 'leave' },
})

export function readAbsenceDraft(draft: AbsenceDraft): Read<{ readonly absence: Absence }> {
  const errors: FormError[] = []
  const { personId, reason } = draft
  if (!personId) errors.push({ fieldId: 'absence-person', message: 'Choose the person' })
  const from = readDay(draft.from, 'absence-from', 'The first day', errors)
  const last = readDay(draft.last, 'absence-last', 'The last day', errors)
  if (from && last && last < from)
    errors.push({ fieldId: 'absence-last-day', message: 'The last day must be on or after the first day' })
  if (errors.length > 0 || !personId || !from || !last) return { ok: false, errors }
  return { ok: true, absence: { personId, from, to: addDays(last, 1), share: Number(draft.share), reason } }
}

export const absenceLabels: Readonly<Record<Absence['reason'], string>> = {
  leave: 'Leave',
  sickness: 'Sickness',
  training: 'Training',
  other: 'Other',
}
