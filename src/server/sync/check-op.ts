// What an op must be before it meets any record: a known mutation that this person may send, within its own bounds.

import type { Access } from '../../domain/access.ts'
import { hasRole, mayWrite } from '../../domain/access.ts'
import type { KindName } from '../../domain/kind-names.ts'
import { kindNamed } from '../../domain/kinds.ts'
import type { Doc, Kind, Row } from '../../domain/record.ts'
import { deletedGroup, instantSchema } from '../../domain/record.ts'
import type { Op, WireChange } from '../../domain/wire.ts'
import { opSchema } from '../../domain/wire.ts'
import { isPlainJson } from './plain-json.ts'
import type { OpRules } from './rules.ts'

/** Why an op is refused: a code and a plain sentence. */
export interface Problem {
  readonly code: string
  readonly message: string
}
export const problem = (code: string, message: string): Problem => ({ code, message })

/** A record as it is before the op. */
export type RowOf = (kind: string, id: string) => Row | undefined

const unreadable = problem('bad_op', 'This change could not be read.')

/** `mid` is there as soon as it can be made out, so that even a broken op has its place in the order. */
export function readOp(text: string, maxLength: number): { mid?: number; op: Op } | { mid?: number; problem: Problem } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: unreadable }
  }
  const given = typeof value === 'object' && value !== null && 'mid' in value ? value.mid : undefined
  const mid = Number.isSafeInteger(given) && Number(given) >= 1 ? { mid: Number(given) } : {}
  if (text.length > maxLength) return { ...mid, problem: problem('too_large', 'This change is too large to be sent.') }
  const parsed = isPlainJson(value) ? opSchema.safeParse(value) : undefined
  return parsed?.success ? { ...mid, op: parsed.data } : { ...mid, problem: unreadable }
}

export function checkOp(op: Op, rules: OpRules | undefined, access: Access): Problem | undefined {
  if (!rules) return problem('unknown_mutation', 'This server does not know this kind of change.')
  if (op.by !== access.userId) return problem('wrong_author', 'This change was made by somebody else.')
  if (!instantSchema.safeParse(op.at).success)
    return problem('bad_time', 'The time of this change is not a time that can be.')
  if (!rules.isServersOwn && !rules.roles.some((role) => hasRole(access, role)))
    return problem('not_allowed', 'Your role does not include this.')
  for (const change of op.changes) {
    const found = checkChange(change, rules, access)
    if (found) return found
  }
  return undefined
}

function checkChange(change: WireChange, rules: OpRules, access: Access): Problem | undefined {
  const kind = kindNamed(change.k)
  if (!kind) return problem('unknown_kind', 'This server does not know this kind of record.')
  if (!rules.isServersOwn && !mayWrite(access, change.s, change.k))
    return problem('not_allowed', 'Your role does not include changing this record.')
  const groups = Object.entries(change.set)
  if (groups.length === 0) return problem('bad_op', 'This change changes nothing.')
  for (const [group, value] of groups) {
    if (!mayTouch(rules, change.k, group)) return problem('not_its_group', `A ${rules.name} may not change this.`)
    if (!isOfGroup(kind, group, value)) return problem('bad_record', 'A field of this record does not belong there.')
    if (kind.isAppendOnly && group === deletedGroup && !rules.isServersOwn)
      return problem('append_only', 'This record can only be added to.')
  }
  return undefined
}

function mayTouch(rules: OpRules, kind: string, group: string): boolean {
  // The server alone asks; people only answer.
  if (kind === 'conflict' && !rules.isServersOwn) return rules.name === 'conflict.solve'
  if (rules.writes === 'any') return true
  if (!Object.hasOwn(rules.writes, kind)) return false
  return rules.writes[kind as KindName]?.includes(group) ?? false
}

function isOfGroup(kind: Kind, group: string, value: Doc): boolean {
  const fields = Object.keys(value)
  if (group === deletedGroup) return fields.length === 1 && typeof value.deleted === 'boolean'
  if (!Object.hasOwn(kind.groups, group)) return false
  return fields.length > 0 && fields.every((field) => kind.groups[group]?.includes(field))
}
