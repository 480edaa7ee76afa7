// Whom an outage reaches, as it is chosen on the screen: councils, divisions in each, and how many of their people. Pure.
import type { Outage, Reach } from '../../domain/outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import type { CouncilPeople, ReachShare } from './people.ts'
import { divisionsIn, peopleOf, reachedPeople, reachShares } from './people.ts'

export interface ReachDraft {
  readonly councilIds: readonly string[]
  /** By council, also for councils that are not chosen now. */
  readonly divisionIds: Readonly<Record<string, readonly string[]>>
  /** Undefined: the people as recorded, which are none of the shares. */
  readonly share: ReachShare | undefined
}

/** What is recorded of an outage's reach. */
interface Recordings {
  readonly outage: Pick<Outage, 'councilIds'>
  readonly reaches: readonly Pick<Reach, 'councilId' | 'divisions'>[]
}

/** The choice that stands for what is recorded, with the head counts of the local date `on`. */
export function draftOf(story: Recordings, names: Catalogue, on: string): ReachDraft {
  const all = [...names.councils.keys()]
  const reached = reachedPeople(story.outage, story.reaches, names, on)
  const everywhere = reachedPeople({ councilIds: all }, story.reaches, names, on)
  return {
    councilIds: reached.map((council) => council.councilId),
    divisionIds: Object.fromEntries(
      everywhere.map(({ councilId, divisions }) => [councilId, divisions.map((division) => division.divisionId)]),
    ),
    share: reachShares.find((share) => isShare(share, reached, names, on)),
  }
}

const isShare = (share: ReachShare, councils: readonly CouncilPeople[], names: Catalogue, on: string) =>
  councils.every(({ councilId, divisions }) => {
    const heads = new Map(divisionsIn(councilId, names, on).map(({ divisionId, people }) => [divisionId, people]))
    return divisions.every(({ divisionId, people }) => people === peopleOf(share, heads.get(divisionId) ?? 0))
  })

/** The people that the draft means, by chosen council. */
export function peopleOfDraft(draft: ReachDraft, story: Recordings, names: Catalogue, on: string): CouncilPeople[] {
  const recorded = reachedPeople({ councilIds: [...draft.councilIds] }, story.reaches, names, on)
  return recorded.map(({ councilId, divisions }) => {
    const chosen = draft.divisionIds[councilId] ?? []
    const inCouncil = divisionsIn(councilId, names, on).filter(({ divisionId }) => chosen.includes(divisionId))
    const { share } = draft
    const peopleIn = (divisionId: string, headCount: number) =>
      share === undefined
        ? (divisions.find((division) => division.divisionId === divisionId)?.people ?? headCount)
        : peopleOf(share, headCount)
    return {
      councilId,
      divisions: inCouncil.map(({ divisionId, people }) => ({ divisionId, people: peopleIn(divisionId, people) })),
    }
  })
}

export interface ReachChanges {
  /** Undefined: as it is. Empty: all councils. */
  readonly councilIds: readonly string[] | undefined
  /** An empty list of divisions: everyone there. */
  readonly people: readonly CouncilPeople[]
}

/**
 * What has to be written for the draft; undefined when it reaches nobody. A council of which no division is chosen counts
 * as not reached.
 */
export function changesOf(
  draft: ReachDraft,
  story: Recordings,
  names: Catalogue,
  on: string,
): ReachChanges | undefined {
  const reached = peopleOfDraft(draft, story, names, on).filter(
    ({ councilId, divisions }) => divisions.length > 0 || divisionsIn(councilId, names, on).length === 0,
  )
  const ids = reached.map((council) => council.councilId)
  if (ids.length === 0) return undefined
  const councilIds = ids.length === names.councils.size ? [] : ids
  const people = reached.flatMap(({ councilId, divisions }) => {
    const own = story.reaches.find((reach) => reach.councilId === councilId)?.divisions ?? []
    const next = isSame(divisions, divisionsIn(councilId, names, on)) ? [] : divisions
    return isSame(own, next) ? [] : [{ councilId, divisions: next }]
  })
  return { councilIds: isSame(councilIds, story.outage.councilIds) ? undefined : councilIds, people }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item) => b.some((other) => JSON.stringify(other) === JSON.stringify(item)))
