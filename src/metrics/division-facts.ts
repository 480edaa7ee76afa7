// What is assumed of a division in one council on a day, with what is tried out in place of what is recorded.
import type { AssumptionTopic } from '../domain/assumption.ts'
import { factOn } from '../domain/dated-fact.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { grouped } from './grouped.ts'
import type { WhatIf } from './impact-figures.ts'

export interface DivisionFacts {
  /** Shares, 0 to 1. */
  readonly present: number
  readonly caughtUp: number
  /** By system, above 0. */
  readonly depends: ReadonlyMap<string, number>
  /** By system on which work depends; the share is above 0. */
  readonly workarounds: ReadonlyMap<string, { readonly afterMinutes: number; readonly share: number }>
  /** Records that the above was read from. */
  readonly ids: readonly string[]
}

/** `assumptions` are those of the division in one council; what is tried out counts where nothing is recorded too. */
export function divisionFacts(
  divisionId: string,
  assumptions: readonly Recorded<'assumption'>[],
  whatIf: WhatIf,
): (on: LocalDate) => DivisionFacts {
  const keyOf = (topic: AssumptionTopic, systemId: string | null) => `${topic} ${systemId ?? ''}`
  const about = grouped(assumptions, ({ topic, systemId }) => keyOf(topic, systemId))
  const own = whatIf.shares.filter((one) => one.divisionId === divisionId)
  const systemIds = new Set([...assumptions, ...own].flatMap(({ systemId }) => systemId ?? []))
  const tried = new Map(own.map(({ topic, systemId, share }) => [keyOf(topic, systemId), share]))
  return (on) => {
    const holding = (topic: AssumptionTopic, systemId: string | null) =>
      factOn(about.get(keyOf(topic, systemId)) ?? [], on)
    const present = holding('present', null)
    const caughtUp = holding('caught_up', null)
    const ids = [present, caughtUp].flatMap((fact) => fact?.id ?? [])
    const depends = new Map<string, number>()
    const workarounds = new Map<string, { readonly afterMinutes: number; readonly share: number }>()
    for (const systemId of systemIds) {
      const reliance = holding('reliance', systemId)
      const depending = tried.get(keyOf('reliance', systemId)) ?? reliance?.share ?? 0
      if (depending === 0) continue
      depends.set(systemId, depending)
      const workaround = holding('workaround', systemId)
      const share = tried.get(keyOf('workaround', systemId)) ?? workaround?.share ?? 0
      if (share > 0) workarounds.set(systemId, { afterMinutes: workaround?.afterMinutes ?? 0, share })
      for (const fact of [reliance, workaround]) if (fact) ids.push(fact.id)
    }
    return { present: present?.share ?? 1, caughtUp: caughtUp?.share ?? 0, depends, workarounds, ids }
  }
}
