// Who may do what to which incident, beyond what roles and scopes say: those who may not read a desk raise for themselves,
// speak on what is theirs and take back what nobody has begun.
import type { Access } from '../../domain/access.ts'
import { mayRead } from '../../domain/access.ts'
import type { Scope } from '../../domain/record.ts'
import { deskScope, partsOfScope } from '../../domain/scope.ts'
import type { Op, WireChange } from '../../domain/wire.ts'
import { checkAct } from './check-desk-act.ts'
import type { Problem, RowOf } from './check-op.ts'
import { problem } from './check-op.ts'
import type { OpRules } from './rules.ts'

const notAllowed = problem('not_allowed', 'Your role does not include this change of an incident.')
/** The same whether there is no such incident, it lies elsewhere or it is somebody else's. */
const noIncident = problem('no_such_incident', 'There is no such incident here.')
const withdrawn = problem('withdrawn', 'This incident was taken away meanwhile, so nothing could be added to it.')

/** An incident's lines: its history and what is said of it. */
const lineKinds: ReadonlySet<string> = new Set(['incident_event', 'comment', 'work_note'])
const actsOfOthers: ReadonlySet<string> = new Set(['incident.raise', 'incident.comment', 'incident.withdraw'])

/** The council of a scope of its desk; undefined for any other scope. Asked of every change that there is. */
function councilOf(scope: Scope): string | undefined {
  if (!scope.startsWith('desk:') && !scope.startsWith('notes:')) return undefined
  const { of } = partsOfScope(scope) ?? {}
  return of === 'shared' ? undefined : of
}

const incidentIdOf = ({ k, set }: WireChange): string | undefined =>
  lineKinds.has(k) && typeof set.line?.incidentId === 'string' ? set.line.incidentId : undefined

/** The incidents whose lines these are: the check needs them as they are. */
export const deskIncidents = (changes: readonly WireChange[]): { readonly k: string; readonly id: string }[] =>
  changes.flatMap((change) => {
    const id = incidentIdOf(change)
    return id === undefined ? [] : { k: 'incident', id }
  })

/** Of an op whose changes may be of any shape still, but whose groups and scopes are allowed by role. */
export function checkDesk(op: Op, rules: OpRules, access: Access, rowOf: RowOf): Problem | undefined {
  if (rules.isServersOwn) return undefined
  const changes = op.changes.filter((change) => councilOf(change.s) !== undefined)
  if (changes.length === 0) return undefined
  for (const change of changes) {
    const found = checkChange(op, rules, access, change, rowOf)
    if (found) return found
  }
  return checkAct(op, rowOf)
}

function checkChange(op: Op, rules: OpRules, access: Access, change: WireChange, rowOf: RowOf): Problem | undefined {
  const councilId = councilOf(change.s) ?? ''
  // A role that is held for one council must not lend its mutations to another one's desk.
  const holds = access.grants.some(({ role, on }) => rules.roles.includes(role) && (on === null || on === councilId))
  if (!holds) return notAllowed
  // Files belong to outages and matters too: check-file.ts sees to them.
  if (change.k === 'attachment') return undefined
  if (!mayRead(access, deskScope(councilId))) {
    const found = checkStranger(op, change, rowOf)
    if (found) return found
  }
  return lineKinds.has(change.k) ? checkLine(op, change, councilId, rowOf) : undefined
}

/** Whoever may not read this desk. */
function checkStranger(op: Op, change: WireChange, rowOf: RowOf): Problem | undefined {
  if (!actsOfOthers.has(op.name)) return notAllowed
  const row = rowOf(change.k, change.id)
  if (op.name === 'incident.withdraw')
    return row?.doc.raisedById === op.by && row.doc.state === 'new' ? undefined : noIncident
  if (row) return notAllowed
  if (op.name === 'incident.raise')
    return change.k !== 'incident' || change.set.requester?.requesterId === op.by ? undefined : notAllowed
  if (change.set.line?.minutes !== 0) return notAllowed
  return rowOf('incident', incidentIdOf(change) ?? '')?.doc.requesterId === op.by ? undefined : noIncident
}

/** What belongs to an incident belongs to its council. */
function checkLine(op: Op, change: WireChange, councilId: string, rowOf: RowOf): Problem | undefined {
  const id = incidentIdOf(change)
  const row = rowOf('incident', id ?? '')
  const scope = row?.s ?? op.changes.find((each) => each.k === 'incident' && each.id === id)?.s
  if (scope !== deskScope(councilId)) return noIncident
  return row?.del && op.name.startsWith('incident.') ? withdrawn : undefined
}
