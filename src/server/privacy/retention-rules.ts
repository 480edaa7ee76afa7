// Which records are past their time, and what stays of them: figures and ids, no words. Pure.
import { addMonths } from '../../domain/local-date.ts'
import { type Doc, deletedGroup, type GroupMark } from '../../domain/record.ts'
import { noLongerKept, type Retention } from '../../domain/retention.ts'
import { DEFAULT_ZONE, localDateAt, midnight, zoneOf } from '../../domain/zone.ts'
import type { StoredRow } from '../database/port.ts'

const zone = zoneOf(DEFAULT_ZONE)

/** What ended before this instant is past its time. */
export const cutOff = (months: number, now: number): number =>
  midnight(zone, addMonths(localDateAt(zone, now), -months))

const docOf = (row: StoredRow) => JSON.parse(row.doc) as Doc

/** When the time of a record's words began; undefined while it is open, held, or nothing is set for it. */
export function pastSince(row: StoredRow, retention: Retention, now: number): number | undefined {
  const doc = docOf(row)
  const months = monthsOf(row, doc, retention)
  if (months === undefined || row.doc === '{}') return undefined
  const since = row.del ? deletedAt(row) : endOf(row.k, doc)
  return since !== undefined && since < cutOff(months, now) ? since : undefined
}

function monthsOf({ k }: StoredRow, doc: Doc, { incidentMonths, narrativeYears }: Retention): number | undefined {
  if (k === 'incident') return incidentMonths ?? undefined
  if (k !== 'matter' || doc.isHeld === true || typeof doc.type !== 'string') return undefined
  const years = Object.hasOwn(narrativeYears, doc.type) ? narrativeYears[doc.type] : undefined
  return years === undefined ? undefined : years * 12
}

function deletedAt({ groups }: StoredRow): number | undefined {
  const marks = JSON.parse(groups) as Record<string, GroupMark>
  return marks[deletedGroup]?.at
}

function endOf(kind: string, doc: Doc): number | undefined {
  if (kind === 'matter') return typeof doc.closedOn === 'string' ? midnight(zone, doc.closedOn) : undefined
  const { isOpen } = doc.flags as { isOpen: boolean }
  const at = doc.closedAt ?? doc.resolvedAt ?? doc.stateAt
  return !isOpen && typeof at === 'number' ? at : undefined
}

/** What was said or added later than the record ended has its own time; a narrative, a conflict, what is followed: the record's. */
export function isPartPast(part: StoredRow, months: number, now: number): boolean {
  const doc = docOf(part)
  const at = doc.at ?? doc.addedAt
  return part.doc !== '{}' && (typeof at !== 'number' || at < cutOff(months, now))
}

export const monthsFor = (row: StoredRow, retention: Retention): number => monthsOf(row, docOf(row), retention) ?? 0

/** Fields of an incident in which people write, or by which they are named. */
const incidentWords: Doc = {
  ...{ title: noLongerKept, text: '', requesterId: null, requesterName: '' },
  ...{ overrideReason: '', resolution: '' },
}

/** The groups that lose words, with what stays of them; `erase`: it holds nothing but words. undefined: nothing to do. */
export function wordsOf(row: StoredRow): Readonly<Record<string, Doc>> | 'erase' | undefined {
  if (row.doc === '{}') return undefined
  if (row.del) return 'erase'
  const doc = docOf(row)
  switch (row.k) {
    case 'incident':
      return differing(incidentGroups(doc), doc)
    case 'incident_event':
      return differing({ line: { text: '', before: figuresOf(doc.before), after: figuresOf(doc.after) } }, doc)
    case 'comment':
    case 'work_note':
      // Minutes of work are a figure.
      return Number(doc.minutes) > 0 ? differing({ line: { text: '' } }, doc) : 'erase'
    case 'matter':
      return differing({ note: { note: '' } }, doc)
    default:
      return 'erase'
  }
}

export function incidentGroups(doc: Doc): Record<string, Doc> {
  const { title, text, requesterId, requesterName, overrideReason, resolution } = incidentWords
  const history = (doc.history as readonly Doc[]).map(({ text: _text, by: _by, ...line }) => line)
  const escalation = doc.escalation === null ? null : { ...(doc.escalation as Doc), reason: noLongerKept }
  return {
    about: { title, text },
    requester: { requesterId, requesterName },
    priority: { overrideReason },
    state: { resolution },
    escalation: { escalation },
    history: { history },
  }
}

const wordFields = new Set([...Object.keys(incidentWords), 'escalation'])

export const figuresOf = (value: unknown): Doc =>
  Object.fromEntries(Object.entries((value ?? {}) as Doc).filter(([field]) => !wordFields.has(field)))

export function differing(groups: Record<string, Doc>, doc: Doc): Readonly<Record<string, Doc>> | undefined {
  const changed = Object.entries(groups).filter(([, set]) =>
    Object.entries(set).some(([field, value]) => JSON.stringify(value) !== JSON.stringify(doc[field])),
  )
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}

/** The row without its words, under the mark. */
export function withoutItsWords(row: StoredRow, set: Readonly<Record<string, Doc>>, mark: GroupMark): StoredRow {
  const marks = JSON.parse(row.groups) as Record<string, GroupMark>
  for (const group of Object.keys(set)) marks[group] = mark
  const doc = Object.assign(docOf(row), ...Object.values(set)) as Doc
  return { ...row, ver: mark.v, doc: JSON.stringify(doc), groups: JSON.stringify(marks) }
}
