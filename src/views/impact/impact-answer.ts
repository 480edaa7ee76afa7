// The impact question of a page: whose councils may be asked about, the period and what is tried out, from its address.
import type { Accessor } from 'solid-js'
import { createMemo } from 'solid-js'
import { mayRead } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { deskScope, factsScope } from '../../domain/scope.ts'
import type { ImpactReport, WhatIf } from '../../metrics/impact-figures.ts'
import { useApp } from '../app/app-context.ts'
import type { Answered } from '../app/watched-answer.ts'
import { createAnswer } from '../availability/answer.ts'
import { useCouncils } from '../availability/councils.ts'
import type { Address } from '../availability/page-address.ts'
import { readWhatIf } from './what-if.ts'

type Councils = readonly Recorded<'council'>[]

/** Councils whose desk the person may read; undefined until they are known. */
export function useReadableCouncils(): Accessor<Councils | undefined> {
  const { session } = useApp()
  const councils = useCouncils()
  return createMemo(() => councils()?.filter(({ id }) => mayRead(session, deskScope(id))))
}

/** Whether the person may see what an hour costs in all of these councils. */
export function useMaySeePounds(): (councilIds: readonly string[]) => boolean {
  const { session } = useApp()
  return (councilIds) => councilIds.every((id) => mayRead(session, factsScope(id)))
}

/** Of the councils that may be read, the one in the address or all. */
export const askedIds = (address: Address, readable: Councils): string[] =>
  readable.map(({ id }) => id).filter((id) => address.councilId() === null || id === address.councilId())

export const triedIn = (address: Address): WhatIf =>
  readWhatIf({ without: address.without(), shares: address.shares() })

/** The report of what the address names; with `whatIf`, of that instead of what it tries out. */
export const createImpact = (
  address: Address,
  readable: Accessor<Councils>,
  whatIf: () => WhatIf = () => triedIn(address),
): Answered<ImpactReport> =>
  createAnswer(() => ({
    type: 'impact',
    period: address.choice().period,
    councilIds: askedIds(address, readable()),
    whatIf: whatIf(),
  }))
