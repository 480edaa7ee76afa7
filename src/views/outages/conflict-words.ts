// Two values that were set without knowing of each other, in words and in what each does to the minutes. Pure.
import type { Conflict } from '../../domain/conflict.ts'
import { MINUTE_MS } from '../../domain/duration.ts'
import { formatCount, formatWhen } from '../../domain/format.ts'
import type { Outage } from '../../domain/outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { whoWords } from './event-words.ts'
import type { ToldField, ToldFields } from './told-fields.ts'
import { differing, fieldName, fieldWords, readFields } from './told-fields.ts'

export interface ConflictSide {
  readonly outcome: 'shown' | 'other'
  /** "ends 11:00: 120 min". */
  readonly words: string
  /** "Ann Lee, Service desk, at 11:02". */
  readonly by: string
  /** "Keep 11:00". */
  readonly button: string
}

/** The shown value first. `outage` is the one that the record belongs to. */
export function conflictSides(
  conflict: Conflict,
  outage: Pick<Outage, 'startAt' | 'endAt'>,
  names: Catalogue,
  now: number,
): ConflictSide[] {
  const [shown, other] = [readFields(conflict.shown.value), readFields(conflict.other.value)]
  const fields = differing(shown, other)
  const sideOf = (outcome: ConflictSide['outcome'], told: ToldFields): ConflictSide => {
    const { by, at } = conflict[outcome]
    const effect = effectWords(conflict.group, told, outage, now)
    return {
      outcome,
      words: `${valueWords(fields, told, names, now)}${effect ? `: ${effect}` : ''}`,
      by: `${whoWords(by, names)}, at ${formatWhen(at, now)}`,
      button: `${outcome === 'shown' ? 'Keep' : 'Use'} ${shortWords(fields, told, names, now)}`,
    }
  }
  return [sideOf('shown', shown), sideOf('other', other)]
}

function valueWords(fields: readonly ToldField[], told: ToldFields, names: Catalogue, now: number): string {
  const words = fields.map((field) => {
    const value = fieldWords(field, told, names, now)
    if (field === 'startAt') return `starts ${value}`
    if (field === 'endAt') return told.endAt === null ? value : `ends ${value}`
    return `${fieldName(field).toLowerCase()} ${value}`
  })
  return words.length === 0 ? 'a value that this version cannot show' : words.join(', ')
}

// A button's words stay short: a long text is pointed at, not repeated.
const mostLetters = 40

function shortWords(fields: readonly ToldField[], told: ToldFields, names: Catalogue, now: number): string {
  const words = fields.map((field) => (told[field] === null ? 'it open' : fieldWords(field, told, names, now)))
  const joined = words.join(' to ')
  if (fields.some((field) => field === 'title' || field === 'cause' || field === 'workaround')) return 'this text'
  return joined.length === 0 || joined.length > mostLetters ? 'this' : joined
}

function effectWords(
  group: string,
  told: ToldFields,
  outage: Pick<Outage, 'startAt' | 'endAt'>,
  now: number,
): string | undefined {
  if (group === 'level' && told.loss !== undefined) return `each minute counts ${Math.round(told.loss * 100)}%`
  if (group !== 'times') return undefined
  const startAt = told.startAt ?? outage.startAt
  const endAt = told.endAt === undefined ? outage.endAt : told.endAt
  return elapsedWords(startAt, endAt, now)
}

/** "120 min", "30 min so far": elapsed minutes, 0 where the end precedes the start. */
export function elapsedWords(startAt: number, endAt: number | null, now: number): string {
  const minutes = Math.max(0, Math.round(((endAt ?? now) - startAt) / MINUTE_MS))
  return `${formatCount(minutes)} min${endAt === null ? ' so far' : ''}`
}
