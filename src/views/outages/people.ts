// Whom an outage reaches, in people: what was said, and the head counts of the day where nothing was. Pure.

import { headCountOn } from '../../domain/head-count.ts'
import type { Outage, Reach } from '../../domain/outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'

export const reachShares = ['all', 'half', 'few'] as const
export type ReachShare = (typeof reachShares)[number]
export const reachShareLabels: Readonly<Record<ReachShare, string>> = { all: 'All', half: 'About half', few: 'A few' }

const shareOf: Readonly<Record<ReachShare, number>> = { all: 1, half: 0.5, few: 0.1 }

/** People out of a head count, rounded; at least one where there is anyone. "A few" is one in ten. */
export const peopleOf = (share: ReachShare, headCount: number): number =>
  headCount === 0 ? 0 : Math.max(1, Math.round(headCount * shareOf[share]))

export interface CouncilPeople {
  readonly councilId: string
  readonly divisions: readonly { readonly divisionId: string; readonly people: number }[]
}

type Names = Pick<Catalogue, 'councils' | 'divisions'>

/** Divisions with people in the council on the local date `on`, with their head counts. */
export const divisionsIn = (councilId: string, names: Names, on: string): CouncilPeople['divisions'] =>
  [...names.divisions.values()].flatMap((division) => {
    const people = headCountOn(division, councilId, on)
    return people > 0 ? [{ divisionId: division.id, people }] : []
  })

/** By council that the outage reaches. */
export function reachedPeople(
  outage: Pick<Outage, 'councilIds'>,
  reaches: readonly Pick<Reach, 'councilId' | 'divisions'>[],
  names: Names,
  on: string,
): CouncilPeople[] {
  const councilIds = outage.councilIds.length > 0 ? outage.councilIds : [...names.councils.keys()]
  return councilIds.map((councilId) => {
    const said = reaches.find((reach) => reach.councilId === councilId)?.divisions ?? []
    return { councilId, divisions: said.length > 0 ? said : divisionsIn(councilId, names, on) }
  })
}

export const peopleCount = (councils: readonly CouncilPeople[]): number =>
  councils.reduce((sum, { divisions }) => sum + divisions.reduce((part, division) => part + division.people, 0), 0)
