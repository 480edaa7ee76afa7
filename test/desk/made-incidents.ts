// Incidents as an import of a log leaves them, any number, always the same.
import { type IncidentState, incidentStates, priorities, stateFlags } from '../../src/domain/incident-words.ts'
import type { Recorded } from '../../src/domain/kinds.ts'

export type MadeIncident = Recorded<'incident'>

const id = (kind: string, n: number) => `${n.toString(16).padStart(8, '0')}-0000-7000-8000-${kind.padStart(12, '0')}`
export const councilIds = [1, 2, 3].map((n) => id('c', n))
export const systemIds = Array.from({ length: 40 }, (_, n) => id('5', n))
export const personIds = Array.from({ length: 60 }, (_, n) => id('e', n))
export const teamIds = Array.from({ length: 8 }, (_, n) => id('7', n))

const words = 'printer mail login screen phone slow update café network card folder door desk lost reset new old'.split(
  ' ',
)
export const firstRaisedAt = Date.parse('2026-01-05T08:00:00Z')
const hourMs = 3_600_000

/** A number below `below`, as good as random, of `n` and what it is for. */
function draw(n: number, what: number, below: number): number {
  let mixed = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(what + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below
}
const pick = <T>(from: readonly [T, ...T[]] | readonly T[], n: number, what: number): T =>
  from[draw(n, what, from.length)] as T

/** Most name what the catalogue lacks, as files do; a third have accounts. Many were raised at the same moment. */
export function madeIncident(n: number, patch: Partial<MadeIncident> = {}): MadeIncident {
  const isKnown = draw(n, 1, 3) === 0
  const state: IncidentState = draw(n, 2, 4) > 0 ? 'closed' : pick(incidentStates, n, 3)
  const raisedAt = firstRaisedAt + draw(n, 4, 1900) * hourMs
  const stateAt = raisedAt + draw(n, 5, 400) * hourMs
  const isDone = !stateFlags[state].isOpen
  const priority = pick(priorities, n, 6)
  const history = Array.from({ length: 1 + draw(n, 7, 9) }, (_, i) => ({
    at: raisedAt + i * hourMs,
    by: `Updated by ${draw(n, 80 + i, 300)}`,
    text: `Step ${i} of what the file says`,
  }))
  return {
    id: id('a', n),
    councilId: pick(councilIds, n, 8),
    type: 'incident',
    raisedAt,
    raisedById: '',
    followsId: null,
    source: 'log',
    sourceKey: `INC${n}`,
    number: `INC${String(n).padStart(7, '0')}`,
    importId: null,
    title: [9, 10, 11, 12].map((what) => pick(words, n, what)).join(' '),
    text: `Told on the telephone, ${n}`,
    requesterId: isKnown ? pick(personIds, n, 13) : null,
    requesterName: isKnown ? '' : `Caller ${draw(n, 14, 4000)}`,
    divisionId: null,
    systemId: isKnown ? pick(systemIds, n, 15) : null,
    systemName: isKnown ? '' : draw(n, 16, 5) === 0 ? `Item ${draw(n, 17, 52)}` : '',
    category: `Category ${draw(n, 18, 55)}`,
    impact: 'group',
    urgency: 'medium',
    matrixPriority: priority,
    priority,
    overrideReason: '',
    state,
    flags: stateFlags[state],
    stateAt,
    resolvedAt: isDone ? stateAt : null,
    closedAt: isDone ? stateAt : null,
    reopenCount: draw(n, 19, 80) === 0 ? 1 : 0,
    resolution: isDone ? `Done as described, ${n}` : '',
    assigneeId: isKnown ? pick(personIds, n, 20) : null,
    assigneeName: isKnown ? '' : draw(n, 21, 6) === 0 ? '' : `Resolver ${draw(n, 22, 200)}`,
    teamId: isKnown ? pick(teamIds, n, 23) : null,
    teamName: isKnown ? '' : `Group ${draw(n, 24, 70)}`,
    outageId: null,
    escalation: null,
    history,
    ...patch,
  }
}

export const madeIncidents = (count: number): MadeIncident[] => Array.from({ length: count }, (_, n) => madeIncident(n))
