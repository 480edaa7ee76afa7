import { formatElapsed } from '../../domain/format.ts'
import type { Level } from '../../domain/level.ts'
import { levelLabels, levels } from '../../domain/level.ts'
import type { Outage } from '../../domain/outage.ts'
import type { Status } from '../parts/show/status.ts'

export const levelStatus: Readonly<Record<Level, Status>> = {
  down: 'down',
  partial: 'partial',
  degraded: 'slow',
  at_risk: 'risk',
}

export const levelDetails: Readonly<Record<Level, string>> = {
  down: 'Nobody can use it',
  partial: 'Some people or some parts are out',
  degraded: 'It works, but slowly',
  at_risk: 'It works, and may fail',
}

export const levelOptions = levels.map((level) => ({
  value: level,
  label: levelLabels[level],
  status: levelStatus[level],
  detail: levelDetails[level],
}))

/** "E-mail is down". */
export const levelSentence = (name: string, level: Level): string => `${name} is ${levelLabels[level].toLowerCase()}`

/** How long it is open. The page's clock moves in steps and may not have reached the start yet. */
export const openFor = (startAt: number, now: number): string => formatElapsed(startAt, Math.max(now, startAt + 1))

interface Named {
  readonly name: string
}

/** The outage's own title, else the systems it hit: "E-mail", "E-mail and Files", "E-mail and 3 more". */
export function outageTitle(outage: Pick<Outage, 'title'>, systems: readonly Named[]): string {
  return outage.title || systemNames(systems)
}

export function systemNames(systems: readonly Named[]): string {
  const [first, second] = systems
  if (!first) return 'No system'
  if (!second) return first.name
  return systems.length === 2 ? `${first.name} and ${second.name}` : `${first.name} and ${systems.length - 1} more`
}

/** "Councils of Ashby and Brack", for what holds for some councils only; "all councils" for an empty list. */
export function councilNames(
  ids: readonly string[],
  councils: ReadonlyMap<string, { readonly shortName: string }>,
): string {
  if (ids.length === 0) return 'all councils'
  return listed(ids.map((id) => councils.get(id)?.shortName ?? 'a council that is gone'))
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** Says who can, where one may not: "Only ICT can report an outage". */
export const ictOnly = (deed: string): string => `Only ICT can ${deed}`
