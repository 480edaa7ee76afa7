// Facts that were said of several councils at once, told once. Pure.
import type { Recorded } from '../../domain/kinds.ts'

export interface Said<F> {
  /** The first of them; all hold the same value from the same day. */
  readonly fact: F
  readonly all: readonly F[]
  readonly councilIds: readonly string[]
}

type Fact = Recorded<'assumption'> | Recorded<'hourly_rate'>

/** In the order given, those that differ only in council together. */
export function saidTogether<F extends Fact>(facts: readonly F[]): Said<F>[] {
  const groups = new Map<string, F[]>()
  for (const fact of facts) {
    const { id: _, councilId: __, setAt: ___, ...rest } = fact
    const key = JSON.stringify(Object.entries(rest).sort())
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].flatMap((all) => {
    const [fact] = all
    return fact ? [{ fact, all, councilIds: all.map(({ councilId }) => councilId) }] : []
  })
}
