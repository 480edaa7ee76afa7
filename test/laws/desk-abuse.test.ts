// Whatever ops somebody without a sight of the desk makes up, they read nothing of it and write only what is theirs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mutation } from '../../src/domain/mutation.ts'
import { importIncidentChanges, importIncidents, undoImport } from '../../src/domain/mutations/import-incidents.ts'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote, escalateIncident } from '../../src/domain/mutations/tell-incident.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import type { Doc, Row } from '../../src/domain/record.ts'
import { userScope } from '../../src/domain/scope.ts'
import type { WireChange } from '../../src/domain/wire.ts'
import { act, changesOf, type Desk, note, raise, raiseArgs, say, startDesk, work } from '../server/desk.ts'
import type { Device } from '../server/trial.ts'

const canary = /canary-\w+/
const names = [
  ...[
    'incident.raise',
    'incident.comment',
    'incident.withdraw',
    'incident.work',
    'incident.work_many',
    'incident.note',
  ],
  ...['incident.undo', 'incident.escalate', 'import.incidents', 'import.incident_changes', 'import.undo'],
  ...['import.records', 'conflict.solve', 'outage.people', 'saved_view.save', 'saved_view.remove', 'desk_team.save'],
]

interface World {
  readonly desk: Desk
  readonly me: Device
  /** Incidents of others and of mine, in several states. */
  readonly foreign: readonly string[]
  readonly own: readonly string[]
}

async function startWorld(): Promise<World> {
  const desk = await startDesk()
  const me = desk.staff
  const other = await desk.trial.person('staff')
  const foreign = [
    await raise(desk, other, { title: 'canary-title' }),
    await raise(desk, desk.ict, { requesterName: 'canary-name' }),
    await raise(desk, other, { title: 'canary-withdrawn' }),
  ]
  const own = [await raise(desk, me), await raise(desk, me), await raise(desk, me)]
  const [first = '', , third = ''] = foreign
  await say(desk, desk.ict, first, 'canary-comment')
  await note(desk, desk.ict, own[0] ?? '', 'canary-note')
  await act(desk, desk.ict, escalateIncident, { incidentId: first, level: 2, reason: 'canary-reason' })
  await act(desk, other, withdrawIncident, { incidentId: third })
  await work(desk, own[1] ?? '', { move: { state: 'in_progress' } })
  await conflictOn(desk, first)
  return { desk, me, foreign, own }
}

async function conflictOn(desk: Desk, incidentId: string): Promise<void> {
  const second = await desk.trial.person('ict')
  const changes = async (by: Device, category: string) =>
    changesOf(desk, by, workOnIncident, { incidentId, parts: { categorise: { category } } })
  const [one, two] = [await changes(desk.ict, 'canary-one'), await changes(second, 'canary-two')]
  await desk.ict.push('incident.work', one)
  await second.push('incident.work', two)
}

type Rows = ReadonlyMap<string, Row>
async function everyRow({ desk }: World): Promise<Rows> {
  const rows = await desk.trial.database.read(async (statements) => {
    const found = []
    for (const scope of (await statements.heads()).keys()) found.push(...(await statements.rowsAfter(scope, 0, 9999)))
    return found
  })
  const read = (row: (typeof rows)[number]): Row => ({
    ...row,
    doc: JSON.parse(row.doc),
    groups: JSON.parse(row.groups),
  })
  return new Map(rows.map((row) => [`${row.k} ${row.id}`, read(row)]))
}

/** Each difference that a person may make who sees nothing of the desk; anything else is abuse. */
function isAllowed({ me }: World, before: Row | undefined, after: Row, rows: Rows): boolean {
  const { k, doc } = after
  if (after.s === userScope(me.userId)) return true
  const isMine = (id: unknown) => rows.get(`incident ${id}`)?.doc.requesterId === me.userId
  if (!before && k === 'incident')
    return [doc.requesterId, doc.raisedById].every((id) => id === me.userId) && doc.state === 'new' && !after.del
  if (!before && k === 'incident_event')
    return doc.type === 'raised' && doc.byId === me.userId && isMine(doc.incidentId)
  if (!before && k === 'comment') return doc.byId === me.userId && isMine(doc.incidentId)
  if (before && k === 'incident')
    return doc.raisedById === me.userId && doc.state === 'new' && after.del && sameDoc(before, after)
  return false
}
const sameDoc = (one: Row, two: Row) => JSON.stringify(one.doc) === JSON.stringify(two.doc)

/** An op as some device would send it: one that is theirs to do, or one that is not. */
async function honest(world: World, choice: number, aim: string): Promise<[string, readonly WireChange[]]> {
  const { desk, me } = world
  const raising = () => changesOf(desk, me, raiseIncident, raiseArgs(desk))
  const make = async <Args>(mutation: Mutation<Args>, args: Args): Promise<[string, readonly WireChange[]]> => {
    const changes = await changesOf(desk, me, mutation, args).catch(raising)
    return [mutation.name, changes.length === 0 ? await raising() : changes]
  }
  const said = { incidentId: aim, councilId: desk.councilId, text: 'Mine.', minutes: 0 }
  const row = [...(await everyRow(world)).values()].find(({ k, id }) => k === 'incident' && id === aim)
  const incidents = [{ id: aim, doc: row?.doc as never }]
  const kinds = [
    () => make(raiseIncident, raiseArgs(desk)),
    () => make(addComment, said),
    () => make(addWorkNote, said),
    () => make(withdrawIncident, { incidentId: aim }),
    () => make(escalateIncident, { incidentId: aim, level: 3, reason: 'Now.' }),
    () => make(workOnIncident, { incidentId: aim, parts: { move: { state: 'in_progress' } } }),
    () => make(importIncidents, { run: null, incidents: [{ id: desk.trial.newId(), doc: row?.doc as never }] }),
    () => make(importIncidentChanges, { runId: null, incidents }),
    () => make(undoImport, { runId: aim, incidentIds: [aim], isLast: false }),
  ]
  return (kinds[choice % kinds.length] ?? kinds[0])?.() as Promise<[string, readonly WireChange[]]>
}

/** One way of bending an op, chosen by numbers. */
interface Bend {
  readonly how: number
  readonly which: number
  readonly value: number
}

function bent(world: World, rows: Rows, op: [string, readonly WireChange[]], { how, which, value }: Bend): typeof op {
  const [name, changes] = op
  const { desk, me, foreign, own } = world
  const all = [...rows.values()]
  const pick = <T>(list: readonly T[]): T => list[value % list.length] as T
  const at = which % changes.length
  const swap = (change: (before: WireChange) => WireChange): typeof op => [
    name,
    changes.map((each, i) => (i === at ? change(each) : each)),
  ]
  const patched = (patch: Doc) =>
    swap((change) => {
      const set = Object.entries(change.set).map(([group, fields]) => {
        const known = Object.entries(patch).filter(([field]) => field in fields)
        return [group, { ...fields, ...Object.fromEntries(known) }] as const
      })
      return { ...change, set: Object.fromEntries(set) }
    })
  const row = pick(all)
  const bends = [
    (): typeof op => [pick(names), changes],
    () => swap((change) => ({ ...change, id: row.id })),
    () => swap((change) => ({ ...change, id: row.id, s: row.s, k: row.k })),
    () => swap((change) => ({ ...change, s: pick([row.s, userScope(me.userId), 'desk:shared', 'catalogue']) })),
    () => patched({ incidentId: pick([...foreign, ...own]) }),
    () => patched({ requesterId: pick([me.userId, desk.ict.userId, null]) }),
    () => patched({ raisedById: me.userId, byId: me.userId, ownerId: me.userId }),
    () => patched({ councilId: desk.trial.newId() }),
    () => patched({ state: pick(['new', 'resolved', 'cancelled']), importId: pick([null, desk.trial.newId()]) }),
    () => swap((change) => ({ ...change, set: { ...change.set, deleted: { deleted: value % 2 === 0 } } })),
    () => swap((change) => ({ ...change, set: { deleted: { deleted: value % 2 === 0 } } })),
    () => swap((change) => ({ ...change, base: Object.fromEntries(Object.keys(change.set).map((g) => [g, row.ver])) })),
    (): typeof op => [name, changes.filter((_, i) => i !== at || changes.length === 1)],
    (): typeof op => [name, [...changes, ...changes.slice(at, at + 1)]],
    (): typeof op => [name, [...changes, { ...changes[at], id: desk.trial.newId() } as WireChange]],
    () =>
      swap((change) => ({
        ...change,
        k: row.k,
        id: row.id,
        s: row.s,
        set: { ...(row.k === 'conflict' ? solvedBy(me) : change.set) },
      })),
  ]
  return (bends[how % bends.length] ?? (() => op))()
}
const solvedBy = ({ userId }: Device) => ({ solved: { solvedAt: 1, solvedById: userId, outcome: 'other' } })

const bend = fc.record({ how: fc.nat(99), which: fc.nat(9), value: fc.nat(999) })
const attempts = fc.array(fc.record({ choice: fc.nat(99), aim: fc.nat(99), bends: fc.array(bend, { maxLength: 4 }) }), {
  minLength: 20,
  maxLength: 20,
})

test('who cannot read a desk reads nothing of it and overwrites nothing, whatever they send', {
  timeout: 120_000,
}, async () => {
  const accepted = { count: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(attempts, async (tries) => {
      const world = await startWorld()
      const { desk, me, foreign, own } = world
      const said: unknown[] = []
      for (const { choice, aim, bends } of tries) {
        const before = await everyRow(world)
        const all = [...foreign, ...own]
        const first = await honest(world, choice, all[aim % all.length] ?? '')
        const [name, changes] = bends.reduce((op, each) => bent(world, before, op, each), first)
        const verdict = await me.push(name, changes)
        said.push(verdict)
        verdict.o === 'rejected' ? accepted.refused++ : accepted.count++
        const after = await everyRow(world)
        for (const [key, row] of after) {
          const old = before.get(key)
          if (old && JSON.stringify(old) === JSON.stringify(row)) continue
          if (!isAllowed(world, old, row, after))
            throw new Error(`${name} wrote ${key}: ${JSON.stringify([changes, row])}`)
        }
        expect([...before.keys()].filter((key) => !after.has(key))).toEqual([])
      }
      const pulled = await me.pull({ [`desk:${desk.councilId}`]: 0, [`notes:${desk.councilId}`]: 0 })
      expect(pulled.rows.every(({ s }) => s === userScope(me.userId))).toBe(true)
      expect(JSON.stringify([said, pulled, desk.trial.log])).not.toMatch(canary)
    }),
    { numRuns: 60, endOnFailure: true },
  )
  // Both kinds came: else the search would say nothing.
  expect(accepted.count).toBeGreaterThan(50)
  expect(accepted.refused).toBeGreaterThan(500)
})
