// What a new incident may be the same as, and the outages that one may be because of.
import { HOUR_MS } from '../domain/duration.ts'
import { foldedText } from '../domain/folded-text.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { Instant } from '../domain/time.ts'
import type { ExportReads } from '../reports/names.ts'
import type { IncidentIndex } from './incident-index.ts'
import type { DeskNames } from './names.ts'
import type { NearOutage } from './question.ts'
import type { Summary } from './summary.ts'

/** A person looks at a few and no more. */
const most = 5

export interface NewIncident {
  readonly councilId: string
  readonly systemId: string | null
  readonly title: string
}

/** The system that was chosen, else those that the title names. */
export function systemsMeant({ systemId, title }: NewIncident, names: DeskNames): ReadonlySet<string> {
  if (systemId !== null) return new Set([systemId])
  const words = ` ${wordsOf(title).join(' ')} `
  const isNamed = (name: string) => words.includes(` ${wordsOf(name).join(' ')} `)
  return new Set([...names.systems.values()].flatMap(({ id, name }) => (isNamed(name) ? id : [])))
}

const wordsOf = (text: string) => foldedText(text).match(/[\p{L}\p{N}]+/gu) ?? []
/** Shorter ones are in every title. */
const tellingLetters = 4

/**
 * Open ones of the council with one of the systems, or whose title has every telling word of the new one's; the more of
 * its words they share the earlier, then the newest first.
 */
export function similarIncidents(index: IncidentIndex, asked: NewIncident, systemIds: ReadonlySet<string>): Summary[] {
  const words = [...new Set(wordsOf(asked.title))].filter((word) => word.length >= tellingLetters)
  const found: { readonly summary: Summary; readonly shared: number }[] = []
  for (const summary of index.inOrder('raisedAt').toReversed()) {
    if (!summary.flags.isOpen || summary.councilId !== asked.councilId) continue
    const title = foldedText(summary.title)
    const shared = words.filter((word) => title.includes(word)).length
    const isOfSystem = summary.systemId !== null && systemIds.has(summary.systemId)
    if (isOfSystem || (words.length > 0 && shared === words.length)) found.push({ summary, shared })
  }
  return found
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ summary }) => summary)
}

/** Outages that may be felt in the council by users of one of the systems; the nearest to `at` first. */
export async function outagesNear(
  reads: Pick<ExportReads, 'all'>,
  {
    systemIds,
    councilId,
    at,
  }: { readonly systemIds: ReadonlySet<string>; readonly councilId: string; readonly at: Instant },
  isWanted: (outage: NearOutage) => boolean,
): Promise<NearOutage[]> {
  if (systemIds.size === 0) return []
  const [outages, affected, dependencies] = await Promise.all([
    reads.all('outage'),
    reads.all('affected'),
    reads.all('dependency'),
  ])
  const felt = withNeeded(systemIds, dependencies)
  const hit = new Map<string, string[]>()
  for (const { outageId, systemId, mark } of affected)
    if (mark === 'affected') hit.set(outageId, [...(hit.get(outageId) ?? []), systemId])
  return outages
    .filter(({ councilIds }) => councilIds.length === 0 || councilIds.includes(councilId))
    .map(({ id, title, startAt, endAt }) => ({ id, title, systemIds: hit.get(id) ?? [], startAt, endAt }))
    .filter((outage) => outage.systemIds.some((id) => felt.has(id)) && isWanted(outage))
    .sort((a, b) => distance(a, at) - distance(b, at) || b.startAt - a.startAt)
    .slice(0, most)
}

/** What people tell comes after it began, and may come the next day; and a start may have been put down too late. */
const earlyMs = HOUR_MS
const lateMs = 24 * HOUR_MS
export const isNear = ({ startAt, endAt }: NearOutage, at: Instant): boolean =>
  at >= startAt - earlyMs && (endAt === null || at <= Math.max(startAt, endAt) + lateMs)

const distance = ({ startAt, endAt }: NearOutage, at: Instant) =>
  Math.max(0, startAt - at, endAt === null ? 0 : at - endAt)

/** With all that they cannot work without. */
function withNeeded(systemIds: ReadonlySet<string>, dependencies: readonly Recorded<'dependency'>[]): Set<string> {
  const needed = new Set(systemIds)
  const hard = dependencies.filter(({ type }) => type === 'hard')
  // A set grows while it is walked, so whatever is added is walked too.
  for (const id of needed)
    for (const { systemId, needs } of hard) if (systemId === id) for (const each of needs) needed.add(each)
  return needed
}
