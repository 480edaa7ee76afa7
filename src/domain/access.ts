// Who may read and write which scope: the one predicate that every read and write path asks (pull, push, export,
// event stream). The table is data, so that it can be read as a table.
import type { Scope } from './record.ts'
import { partsOfScope } from './scope.ts'

export const roles = ['staff', 'ict', 'legal', 'practice_manager', 'manager', 'client_officer', 'admin'] as const
export type Role = (typeof roles)[number]

/** A role held for one council, legal team or (`legal` on `matter:{id}`) walled matter; `on: null` means for all but walled matters. */
export interface Grant {
  readonly role: Role
  readonly on: string | null
}

export interface Access {
  readonly userId: string
  readonly grants: readonly Grant[]
}

/** Who: anyone signed in, the person named by the scope, or a role held for the scope's council or team. */
type Who = 'everyone' | 'self' | Role

interface Rule {
  /** Whether the scope is written with an id after a colon. */
  readonly isPerId: boolean
  readonly read: readonly Who[]
  /** By kind; `*` is every kind without a line of its own. `conflict` may be solved by whoever writes anything here. */
  readonly write: Readonly<Record<string, readonly Who[]>>
}

/** Whoever works for a council, or for the practice of all. */
const officers: readonly Who[] = roles

const scopeRules: Readonly<Record<string, Rule>> = {
  catalogue: {
    isPerId: false,
    read: ['everyone'],
    write: {
      '*': ['admin'],
      system: ['ict', 'admin'],
      dependency: ['ict', 'admin'],
      division: ['manager', 'admin'],
      team: ['practice_manager', 'admin'],
      desk_team: ['ict', 'admin'],
      incident_template: ['ict', 'admin'],
      priority_matrix: ['ict', 'admin'],
    },
  },
  'desk:shared': { isPerId: false, read: ['everyone'], write: { '*': ['ict'] } },
  desk: {
    isPerId: true,
    read: ['ict', 'manager', 'client_officer'],
    write: {
      '*': ['ict'],
      // Whoever may not read here only raises, and speaks on what they raised: the server sees to it.
      incident: officers,
      incident_event: officers,
      comment: officers,
      attachment: officers,
      assumption: ['manager'],
    },
  },
  'notes:shared': { isPerId: false, read: ['ict'], write: { '*': ['ict'] } },
  notes: { isPerId: true, read: ['ict'], write: { '*': ['ict'] } },
  user: { isPerId: true, read: ['self'], write: { '*': ['self'], follow: [] } },
  legal: { isPerId: true, read: ['legal'], write: { '*': ['legal'], charge_rate: ['practice_manager'] } },
  matter: { isPerId: true, read: [], write: { '*': [] } },
  time: {
    isPerId: true,
    read: ['self', 'practice_manager'],
    write: {
      '*': [],
      timer: ['self'],
      entry: ['self'],
      outage_answer: ['self'],
      absence: ['self', 'practice_manager'],
      post: ['practice_manager'],
    },
  },
  facts: { isPerId: true, read: ['manager', 'client_officer'], write: { '*': ['manager'] } },
  figures: { isPerId: true, read: ['manager', 'client_officer', 'legal', 'practice_manager'], write: { '*': [] } },
  board: { isPerId: false, read: ['manager'], write: { '*': ['manager'] } },
  'board:': { isPerId: true, read: ['manager', 'client_officer'], write: { '*': ['manager'] } },
}

const ruleNamed = (name: string) => (Object.hasOwn(scopeRules, name) ? scopeRules[name] : undefined)

function ruleOf(scope: Scope): { rule: Rule; of: string | undefined } | undefined {
  const parts = partsOfScope(scope)
  if (!parts) return undefined
  const exact = ruleNamed(scope)
  if (exact && !exact.isPerId) return { rule: exact, of: undefined }
  const rule = ruleNamed(parts.name === 'board' ? 'board:' : parts.name)
  if (!rule?.isPerId || parts.of === undefined) return undefined
  return { rule, of: parts.of }
}

function isOneOf(access: Access, whos: readonly Who[], of: string | undefined): boolean {
  return whos.some((who) => {
    if (who === 'everyone') return true
    if (who === 'self') return of === access.userId
    return access.grants.some(
      (grant) => grant.role === who && (grant.on === null || of === undefined || grant.on === of),
    )
  })
}

/** Walls: only those named on the matter, whatever else they may do. */
const isNamedOnMatter = (access: Access, scope: Scope) =>
  access.grants.some((grant) => grant.role === 'legal' && grant.on === scope)

/** Invariant: what a person may not see never reaches their device. */
export function mayRead(access: Access, scope: Scope): boolean {
  const found = ruleOf(scope)
  if (!found || access.grants.length === 0) return false
  if (scope.startsWith('matter:')) return isNamedOnMatter(access, scope)
  return isOneOf(access, found.rule.read, found.of)
}

/** Whether the person may write rows of this kind in this scope. Writing does not imply reading (staff raise incidents). */
export function mayWrite(access: Access, scope: Scope, kind: string): boolean {
  const found = ruleOf(scope)
  if (!found || access.grants.length === 0) return false
  if (scope.startsWith('matter:')) return isNamedOnMatter(access, scope)
  const { write } = found.rule
  if (kind === 'conflict') return Object.values(write).some((whos) => isOneOf(access, whos, found.of))
  return isOneOf(access, Object.hasOwn(write, kind) ? (write[kind] ?? []) : (write['*'] ?? []), found.of)
}

/**
 * Whose question it is which of two values holds: theirs who read and write the record. An incident is raised by many and
 * its desk's alone; only of its escalation the council's client officer speaks too.
 */
export function maySettle(
  access: Access,
  { scope, kind, group }: { readonly scope: Scope; readonly kind: string; readonly group: string },
): boolean {
  if (!mayRead(access, scope)) return false
  if (kind !== 'incident') return mayWrite(access, scope, kind)
  return isOneOf(access, group === 'escalation' ? ['ict', 'client_officer'] : ['ict'], partsOfScope(scope)?.of)
}

/** Some team's matters, or one that they are named on. */
export const readsLegalText = (access: Access): boolean => hasRole(access, 'legal')

export const hasRole = (access: Access, role: Role): boolean => access.grants.some((grant) => grant.role === role)
