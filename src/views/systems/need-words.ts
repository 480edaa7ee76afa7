// What needs what, in words; and whether one more need closes a loop. Pure.
import type { Recorded } from '../../domain/kinds.ts'
import type { Dependency } from '../../domain/system.ts'
import { sharePercent } from '../impact/fact-words.ts'
import { listed } from '../outages/outage-words.ts'

export type NameOf = (systemId: string) => string

/** "E-mail", "E-mail, by 50%", "1 of E-mail and Files". */
export function needWords({ type, needs, weight, need }: Dependency, nameOf: NameOf): string {
  const names = needs.map(nameOf)
  if (type === 'any') return `${need} of ${listed(names)}`
  return type === 'soft' ? `${names[0]}, by ${sharePercent(weight)}` : (names[0] ?? '')
}

/** What happens to the one that needs, when what it needs is down. */
export function needEffect({ type, needs, weight, need }: Dependency): string {
  if (type === 'hard') return 'It stops with it'
  if (type === 'soft') return `It loses ${sharePercent(weight)} while it is down`
  return `It works while ${need} of these ${needs.length} ${need === 1 ? 'does' : 'do'}`
}

/**
 * The loop that `systemId` needing `needs` would close: from `systemId` over what it would need back to itself.
 * undefined when there is none. A loop is allowed; a failure then runs round it once.
 */
export function loopClosedBy(
  systemId: string,
  needs: readonly string[],
  dependencies: readonly (Dependency & Pick<Recorded<'dependency'>, 'id'>)[],
): string[] | undefined {
  const ways = needs.map((id) => [systemId, id])
  const seen = new Set<string>()
  for (const way of ways) {
    const last = way.at(-1) ?? ''
    if (last === systemId) return way
    if (seen.has(last)) continue
    seen.add(last)
    for (const edge of dependencies) if (edge.systemId === last) for (const id of edge.needs) ways.push([...way, id])
  }
  return undefined
}

/** "E-mail needs Network, which needs E-mail". */
export function loopWords(loop: readonly string[], nameOf: NameOf): string {
  const [first = '', second = '', ...rest] = loop.map(nameOf)
  return [`${first} needs ${second}`, ...rest.map((name) => `which needs ${name}`)].join(', ')
}

/** Systems that fail, wholly or partly, if this one fails: near ones first. */
export function whatFailsWith(systemId: string, dependencies: readonly Dependency[]): string[] {
  const found = new Set([systemId])
  for (const id of found) for (const edge of dependencies) if (edge.needs.includes(id)) found.add(edge.systemId)
  found.delete(systemId)
  return [...found]
}
