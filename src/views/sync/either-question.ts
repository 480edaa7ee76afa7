// What the metrics thread is asked of two values that were set for one thing. Pure.
import type { Conflict } from '../../domain/conflict.ts'
import { kindNamed } from '../../domain/kinds.ts'
import { overlay, sameValue } from '../../domain/merge.ts'
import { type Doc, deletedGroup } from '../../domain/record.ts'
import type { FigureKind, Instead } from '../../metrics/instead.ts'
import type { PageQuestion } from '../../metrics/question.ts'
import type { ConflictRecord } from './open-conflicts.ts'

export type EitherQuestion = Extract<PageQuestion, { readonly type: 'either' }>

const figureKinds: Readonly<Record<FigureKind, true>> = {
  ...{ partnership: true, division: true, system: true, dependency: true, calendar: true, holiday: true },
  ...{ outage: true, affected: true, segment: true, reach: true, maintenance: true },
  ...{ assumption: true, hourly_rate: true },
}
const isFigureKind = (kind: string): kind is FigureKind => Object.hasOwn(figureKinds, kind)

/** undefined where no figure rests on records of the kind, or a value is not one that this version can read. */
export function eitherQuestion(
  { kind, recordId, group, other }: Pick<Conflict, 'kind' | 'recordId' | 'group' | 'other'>,
  record: ConflictRecord | undefined,
  councilIds: readonly string[],
): EitherQuestion | undefined {
  if (!record || !isFigureKind(kind)) return undefined
  const now = { doc: record.doc, del: record.isDeleted }
  const [shown, used] = [now, overlay(now, { [group]: other.value })].map(({ doc, del }) => {
    const read = kindNamed(kind)?.schema.safeParse(doc)
    return read?.success
      ? ({ kind, id: recordId, record: del ? null : { ...read.data, id: recordId } } as Instead)
      : undefined
  })
  return shown && used && { type: 'either', shown, other: used, councilIds }
}

/** What keeping it keeps, which may have been set anew since the two values met. */
export function shownNow(
  { shown, other, group }: Pick<Conflict, 'shown' | 'other' | 'group'>,
  record: ConflictRecord | undefined,
): { readonly value: Doc; readonly isSince: boolean } {
  if (!record) return { value: shown.value, isSince: false }
  const fields = [...new Set([...Object.keys(shown.value), ...Object.keys(other.value)])]
  const value =
    group === deletedGroup
      ? { deleted: record.isDeleted }
      : Object.fromEntries(fields.flatMap((field) => (field in record.doc ? [[field, record.doc[field]]] : [])))
  return sameValue(value, shown.value) ? { value: shown.value, isSince: false } : { value, isSince: true }
}
