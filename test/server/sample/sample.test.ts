import { expect, test } from 'vitest'
import type { KindName } from '../../../src/domain/kind-names.ts'
import type { DocOf } from '../../../src/domain/kinds.ts'
import { kindNamed } from '../../../src/domain/kinds.ts'
import { opLimits } from '../../../src/domain/wire.ts'
import { sampleFeeEarners } from '../../../src/server/sample/fee-earners.ts'
import { makeSample } from '../../../src/server/sample/main.ts'
import type { SampleOp } from '../../../src/server/sample/script.ts'

const now = Date.parse('2026-11-10T14:05:00Z')
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const officer = '00000000-0000-7000-8000-000000000200'
const feeEarners = sampleFeeEarners.map((_, i) => `00000000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`)
const people = {
  ...{ admin: id(1), manager: id(3), practice: feeEarners[0] ?? '', feeEarners },
  ...{ walledMatterId: id(4), behindWall: feeEarners.slice(0, 2) },
}
const desk = { staff: id(5), analysts: [id(6), id(7), id(8), id(9)], clientOf: async () => officer }
const input = { now, holidays: [], ict: id(2), people, desk }
type Docs = Map<string, Map<string, Record<string, unknown>>>
/** By kind and id, as they are in the end. */
function docsOf(ops: readonly SampleOp[]): Docs {
  const docs: Docs = new Map()
  for (const { k, id, set } of ops.flatMap(({ changes }) => changes)) {
    const ofKind = docs.get(k) ?? new Map<string, Record<string, unknown>>()
    docs.set(k, ofKind.set(id, Object.assign(ofKind.get(id) ?? {}, ...Object.values(set))))
  }
  return docs
}
const opsOf = async (seed: number) => (await makeSample({ ...input, seed })).ops

test('the sample is the same from the same seed, and another from another', async () => {
  const [first, second, other] = await Promise.all([opsOf(1), opsOf(1), opsOf(2)])
  expect(first).toEqual(second)
  expect(first).not.toEqual(other)
})

test("every op of the sample fits one op's limits, and every record its schema", async () => {
  const ops = await opsOf(1)
  for (const op of ops) {
    expect(op.changes.length).toBeLessThanOrEqual(opLimits.rows)
    expect(JSON.stringify(op.changes).length).toBeLessThan((opLimits.bytes * 3) / 4)
  }
  for (const [kind, records] of docsOf(ops))
    for (const [name, doc] of records)
      expect(kindNamed(kind)?.schema.safeParse(doc).success, `${kind} ${name}`).toBe(true)
})

test('the sample holds three councils, twelve divisions, twenty-five systems and eighteen months of outages up to now', async () => {
  const ops = await opsOf(1)
  const count = (name: string) => ops.filter((op) => op.name === name).length
  expect(count('council.save')).toBe(3)
  expect(count('division.save')).toBe(12)
  expect(count('system.save')).toBe(25)
  expect(count('outage.report')).toBeGreaterThan(150)
  expect(count('outage.report') - count('outage.end')).toBe(2)
  expect(count('maintenance.announce')).toBeGreaterThan(50)
  const times = ops.map((op) => op.at)
  expect(Math.max(...times)).toBeLessThanOrEqual(now)
  expect(now - Math.min(...times)).toBeGreaterThan(540 * 86_400_000)
})

test('the sample holds twenty fee earners with posts, rates, matters, one of them behind a wall, and their time', async () => {
  const written = (await opsOf(1)).flatMap((op) => op.changes)
  const of = (kind: string) => written.filter(({ k }) => k === kind)
  const entries = of('entry').map(({ set }) => set.entry ?? {})
  expect(new Set(of('post').map(({ set }) => set.edge?.personId)).size).toBe(20)
  expect(new Set(entries.map(({ personId }) => personId))).toEqual(new Set(feeEarners))
  expect(of('charge_rate').length).toBeGreaterThanOrEqual(8)
  expect(of('hourly_rate')).toHaveLength(36)
  expect(of('matter').filter(({ s }) => s === `matter:${id(4)}`)).toHaveLength(1)
  expect(of('matter').length).toBeGreaterThan(50)
  // Who is not named on the walled matter has no time on it either.
  const walled = entries.filter(({ matterId }) => matterId === id(4))
  expect(walled.length).toBeGreaterThan(0)
  for (const { personId } of walled) expect(people.behindWall).toContain(personId)
  // Some early work of trainees has no rate: unpriced, and never priced at nothing.
  expect(entries.filter((entry) => entry.chargeability === 'chargeable' && entry.pencePerHour === null)).not.toEqual([])
  expect(entries.filter((entry) => entry.pencePerHour === 0)).toEqual([])
})

test('the desk holds some nine hundred incidents in every state, told by events, comments and work notes; what is open is recent', async () => {
  const docs = docsOf(await opsOf(1))
  const incidents = [...(docs.get('incident')?.values() ?? [])] as DocOf<'incident'>[]
  const events = [...(docs.get('incident_event')?.values() ?? [])] as DocOf<'incident_event'>[]
  expect(incidents.length).toBeGreaterThan(850)
  expect(incidents.length).toBeLessThan(1000)
  expect(new Set(incidents.map(({ councilId }) => councilId)).size).toBe(3)
  expect(new Set(incidents.map(({ systemId }) => systemId)).size).toBeGreaterThan(20)
  const open = incidents.filter(({ flags }) => flags.isOpen)
  const openStates = new Set(open.map(({ state }) => state))
  for (const state of ['new', 'in_progress', 'waiting_requester', 'waiting_supplier', 'reopened'] as const)
    expect(openStates).toContain(state)
  expect(open.length).toBeGreaterThan(25)
  expect(open.length).toBeLessThan(80)
  expect(Math.min(...open.map(({ raisedAt }) => raisedAt))).toBeGreaterThan(now - 30 * 86_400_000)
  expect(open.some(({ escalation }) => escalation?.byId === officer)).toBe(true)
  expect(incidents.filter(({ reopenCount }) => reopenCount > 0).length).toBeGreaterThan(20)
  expect(incidents.filter(({ priority, matrixPriority }) => priority !== matrixPriority).length).toBeGreaterThan(5)
  const linked = incidents.filter(({ outageId }) => outageId !== null)
  expect(linked.length).toBeGreaterThan(80)
  for (const { outageId } of linked) expect(docs.get('outage')?.has(outageId ?? '')).toBe(true)
  expect(docs.get('comment')?.size).toBeGreaterThan(100)
  expect(docs.get('work_note')?.size).toBeGreaterThan(200)
  // What was done in what order is what the incident says now.
  for (const { incidentId, after } of events.filter(({ type }) => type === 'moved').slice(-200)) {
    const last = events.filter((event) => event.incidentId === incidentId && 'state' in event.after).at(-1)
    expect(docs.get('incident')?.get(incidentId)?.state).toBe(last?.after.state)
    expect(after.flags).toBeDefined()
  }
})

test('the desk has teams, templates, priorities and saved views, and somebody of no role follows a few incidents', async () => {
  const docs = docsOf(await opsOf(1))
  const of = <K extends KindName>(kind: K) => [...(docs.get(kind)?.values() ?? [])] as DocOf<K>[]
  expect(of('desk_team').map(({ personIds }) => personIds.length)).toEqual([2, 2, 2])
  expect(of('incident_template').length).toBeGreaterThanOrEqual(4)
  expect(of('priority_matrix')).toHaveLength(1)
  expect(of('saved_view').every(({ ownerId }) => ownerId === null)).toBe(true)
  const own = of('incident').filter(({ requesterId }) => requesterId === desk.staff)
  expect(own.map(({ state }) => state).sort()).toEqual([
    'closed',
    'closed',
    'closed',
    'in_progress',
    'waiting_requester',
  ])
  const ids = [...(docs.get('incident') ?? [])].filter(([, doc]) => doc.requesterId === desk.staff).map(([id]) => id)
  for (const id of ids) expect(of('comment').some(({ incidentId }) => incidentId === id)).toBe(true)
})
