// Finding matters: by words, council, type, lead, open or closed. Pure.
import { foldedText } from '../../domain/folded-text.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { MatterType } from '../../domain/legal-words.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Matter } from '../../domain/matter.ts'
import { matterTypeLabels } from './matter-words.ts'

export interface MatterLine {
  readonly matter: Recorded<'matter'>
  readonly council: string
  readonly department: string
  /** Empty: nobody leads it yet. */
  readonly lead: string
  readonly isPending: boolean
}

/** Empty: any. */
export interface MatterFilter {
  readonly words: string
  readonly councilId: string
  readonly type: MatterType | ''
  /** Only those that this person leads. */
  readonly leadId: string
  readonly isClosed: boolean
}

/** The lines that fit, in their order. Every typed word must be in the reference, title, client, lead, type or a party. */
export function fittingMatters(lines: readonly MatterLine[], filter: MatterFilter): readonly MatterLine[] {
  const words = foldedText(filter.words).split(/\s+/).filter(Boolean)
  return lines.filter(({ matter, council, department, lead }) => {
    if (filter.isClosed !== (matter.closedOn !== null)) return false
    if (filter.councilId !== '' && matter.councilId !== filter.councilId) return false
    if (filter.type !== '' && matter.type !== filter.type) return false
    if (filter.leadId !== '' && matter.leadId !== filter.leadId) return false
    if (words.length === 0) return true
    const parties = matter.parties.map(({ name }) => name)
    const told = [matter.reference, matter.title, council, department, lead, matterTypeLabels[matter.type], ...parties]
    const text = foldedText(told.join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** The key date to come, today included; undefined when there is none. */
export const nextKeyDate = (
  { keyDates }: Pick<Matter, 'keyDates'>,
  today: LocalDate,
): Matter['keyDates'][number] | undefined =>
  keyDates.filter(({ on }) => on >= today).reduce<Matter['keyDates'][number] | undefined>(earlier, undefined)

const earlier = (first: Matter['keyDates'][number] | undefined, each: Matter['keyDates'][number]) =>
  first === undefined || each.on < first.on ? each : first

/** What is due first comes first; then by reference, numbers by their size. Closed ones: the last closed first. */
export function inOrder(lines: readonly MatterLine[], today: LocalDate): MatterLine[] {
  const due = ({ matter }: MatterLine) => (matter.closedOn === null ? nextKeyDate(matter, today)?.on : undefined) ?? '~'
  const closed = ({ matter }: MatterLine) => matter.closedOn ?? ''
  const byReference = (a: MatterLine, b: MatterLine) =>
    a.matter.reference.localeCompare(b.matter.reference, 'en-GB', { numeric: true })
  return [...lines].sort((a, b) => compared(due(a), due(b)) || compared(closed(b), closed(a)) || byReference(a, b))
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
