// What each thing that people do to incidents may write: an op is not believed to be what its name says.
import { stateFlags } from '../../domain/incident-words.ts'
import { sameValue } from '../../domain/merge.ts'
import type { Doc } from '../../domain/record.ts'
import { deletedGroup } from '../../domain/record.ts'
import type { Op, WireChange } from '../../domain/wire.ts'
import type { Problem, RowOf } from './check-op.ts'
import { problem } from './check-op.ts'

const notThis = problem('not_its_group', 'This change of an incident is not what its name says.')
const notYours = problem('not_yours', 'Only the person who raised an incident can take it back.')

/** Else whoever raised it could take away what others did, and what figures count. */
const begun = problem('begun', 'Somebody has begun on this incident, so it stays. Cancel it instead.')

type Check = (op: Op, incidents: readonly WireChange[], rowOf: RowOf) => Problem | undefined

/** The lines of history that go with it: one for each incident, and none of any other. */
const eventTypes: Readonly<Record<string, readonly unknown[]>> = {
  'incident.raise': ['raised'],
  'incident.work': ['moved', 'assigned', 'prioritised', 'described', 'linked'],
  'incident.work_many': ['moved', 'assigned', 'prioritised', 'described', 'linked'],
  'incident.undo': ['undone'],
  'incident.escalate': ['escalated'],
}

const checks: Readonly<Record<string, Check>> = {
  'incident.raise': checkRaise,
  'incident.withdraw': checkWithdrawal,
  'incident.escalate': checkEscalation,
  'incident.work': checkWork,
  'incident.work_many': checkWork,
  'import.incidents': checkImport,
  'import.incident_changes': checkImport,
  'import.undo': checkImport,
}

export function checkAct(op: Op, rowOf: RowOf): Problem | undefined {
  const incidents = op.changes.filter((change) => change.k === 'incident')
  const check = Object.hasOwn(checks, op.name) ? checks[op.name] : undefined
  return check?.(op, incidents, rowOf) ?? (hasItsHistory(op, incidents) ? undefined : notThis)
}

function hasItsHistory(op: Op, incidents: readonly WireChange[]): boolean {
  const types = Object.hasOwn(eventTypes, op.name) ? eventTypes[op.name] : undefined
  if (!types) return true
  const lines = op.changes.filter((change) => change.k === 'incident_event').map((change) => change.set.line ?? {})
  const told = lines.map(({ incidentId }) => incidentId).sort()
  const changed = incidents.map(({ id }) => id).sort()
  return sameValue(told, changed) && lines.every(({ type }) => types.includes(type))
}

const unborn: Doc = {
  ...{ source: '', sourceKey: '', number: '', importId: null, history: [], escalation: null, overrideReason: '' },
  ...{ state: 'new', flags: stateFlags.new, resolvedAt: null, closedAt: null, reopenCount: 0, resolution: '' },
  ...{ assigneeId: null, assigneeName: '', teamId: null, teamName: '' },
}

/** New, one's own, and as nobody has touched it yet; never over what is there. */
function checkRaise(op: Op, incidents: readonly WireChange[], rowOf: RowOf): Problem | undefined {
  const [incident, ...others] = incidents
  if (!incident || others.length > 0 || rowOf('incident', incident.id)) return notThis
  const doc: Doc = Object.assign({}, ...Object.values(incident.set))
  const wanted: Doc = { ...unborn, raisedById: op.by, raisedAt: op.at, stateAt: op.at, priority: doc.matrixPriority }
  return Object.entries(wanted).every(([field, value]) => sameValue(doc[field], value)) ? undefined : notThis
}

function checkWithdrawal(op: Op, incidents: readonly WireChange[], rowOf: RowOf): Problem | undefined {
  if (!incidents.every(({ set }) => set[deletedGroup]?.deleted === true)) return notThis
  if (!incidents.every(({ id }) => rowOf('incident', id)?.doc.raisedById === op.by)) return notYours
  return incidents.every(({ id }) => rowOf('incident', id)?.doc.state === 'new') ? undefined : begun
}

function checkEscalation(op: Op, incidents: readonly WireChange[]): Problem | undefined {
  const isOwn = ({ set }: WireChange) => {
    const escalation = set.escalation?.escalation as Doc | null | undefined
    return escalation?.byId === op.by && escalation.at === op.at
  }
  return incidents.length === 1 && incidents.every(isOwn) ? undefined : notThis
}

/** Only a council's own call escalates; taking it back is an undo. */
function checkWork(_op: Op, incidents: readonly WireChange[]): Problem | undefined {
  return incidents.some(({ set }) => 'escalation' in set) ? notThis : undefined
}

/** A file speaks of what files brought in, and in nobody's name. */
function checkImport(_op: Op, incidents: readonly WireChange[], rowOf: RowOf): Problem | undefined {
  const isOfFile = ({ id, set }: WireChange) => {
    const row = rowOf('incident', id)
    const isNamed = set.origin === undefined || (set.origin.importId !== null && set.origin.raisedById === '')
    return isNamed && (row === undefined || row.doc.importId !== null)
  }
  return incidents.every(isOfFile) ? undefined : notThis
}
