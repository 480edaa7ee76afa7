// What people do in a simulated history, and that it shows at once.
import { expect } from 'vitest'
import { sameValue } from '../../src/domain/merge.ts'
import type { Mutation, Write } from '../../src/domain/mutation.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { changeLevel, endOutage, reopenOutage } from '../../src/domain/mutations/run-outage.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { type Doc, deletedGroup } from '../../src/domain/record.ts'
import type { StoredRow } from '../../src/store/database.ts'
import { mutate } from '../../src/store/mutate.ts'
import type { Store } from '../../src/store/store.ts'
import type { TrialDevice } from './device.ts'
import type { Random } from './random.ts'
import { count } from './simulated-counts.ts'
import { actAtDesk, councilId } from './simulated-desk.ts'
import type { History } from './simulated-history.ts'

const systemId = '00000000-0000-7000-8000-000000000001'

/** The same for an op wherever it lies: bases and numbers may change on its way, what was done and when may not. */
export function keyOfOp(text: string): string {
  const { by, at, name, changes } = JSON.parse(text) as { by: string; at: number; name: string; changes: unknown[] }
  return JSON.stringify([by, at, name, changes.map((change) => (change as { set: unknown }).set)])
}

/** As `toMatchObject`, which takes a tenth of a history's time. */
function expectHolds(doc: Doc | undefined, fields: Doc, what: string): void {
  if (!doc || !Object.entries(fields).every(([field, value]) => sameValue(doc[field], value)))
    expect(doc, what).toMatchObject(fields)
}

/** What a person has just done is what they see, whatever the server said before. */
async function expectShown(store: Store, name: string, writes: readonly Write[]): Promise<void> {
  const last = new Map<string, Pick<Write, 'k' | 'id' | 'set'>>()
  for (const { k, id, set } of writes)
    last.set(`${k} ${id}`, { k, id, set: { ...last.get(`${k} ${id}`)?.set, ...set } })
  for (const { k, id, set } of last.values()) {
    const row = await store.database.table(`k_${k}`).get(id)
    const { deleted, ...groups } = set
    // A conflict may be about a record that was taken away: settling it does not bring that back.
    if (deleted || name !== solveConflict.name) expectHolds(row, { del: deleted?.deleted === true ? 1 : 0 }, name)
    expectHolds(row.doc, Object.assign({}, ...Object.values(groups)), name)
  }
}

/** What each device wrote last, by record and group, over which confirmed version, and how much was parked by then. */
async function remember({ devices, own }: History, at: number, writes: readonly Write[]): Promise<void> {
  const { database } = (devices[at] as TrialDevice).store
  for (const { k, id, set } of writes) {
    const row = await database.table<StoredRow>(`k_${k}`).get(id)
    for (const [group, value] of Object.entries(set))
      if (group !== deletedGroup)
        own[at]?.set(`${k} ${id} ${group}`, { value, ver: row?.confirmed?.ver ?? row?.ver ?? 0 })
  }
}

/** As long as nothing newer of a record has come, its author sees what they wrote. */
export async function expectNoFlicker({ devices, own }: History, at: number): Promise<void> {
  const { database } = (devices[at] as TrialDevice).store
  const shown: [key: string, doc: Doc | undefined, value: Doc][] = []
  for (const [key, { value, ver }] of own[at] ?? []) {
    const [k, id] = key.split(' ')
    const row = await database.table<StoredRow>(`k_${k}`).get(id ?? '')
    if (row && (row.confirmed?.ver ?? row.ver) !== ver) own[at]?.delete(key)
    else shown.push([key, row?.doc, value])
  }
  // What was refused or taken away is no longer shown, nor what lay under it; another tab may have learned it just now.
  const taken = await database.outbox.filter(({ isTakenAway }) => isTakenAway === true).count()
  if (taken + (await database.parked.count()) > 0) return own[at]?.clear()
  count('(7) own writes never flicker away')
  for (const [key, doc, value] of shown) expectHolds(doc, value, `own write of ${key} flickered away`)
}

/** `around` is where the change is stored. */
export async function act(
  random: Random,
  history: History,
  at: number,
  around: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<void> {
  const device = history.devices[at] as TrialDevice
  const { store } = device
  const { reads } = store
  const text = `${history.told.length}`
  const attempt = async <Args>(mutation: Mutation<Args>, args: Args) => {
    history.told.push(`device ${at} does ${mutation.name} ${JSON.stringify(args)}`)
    const result = await around(() => mutate(store, mutation, args))
    if (!result.ok || result.writes.length === 0) return
    await expectShown(store, mutation.name, result.writes)
    count('(5) what somebody has just done is what they see')
    await remember(history, at, result.writes)
    const [last] = await store.database.outbox.orderBy('mid').reverse().limit(1).toArray()
    history.deeds.push({ device: at, key: keyOfOp(last?.text ?? '') })
  }
  const conflicts = (await reads.all('conflict')).filter((conflict) => conflict.solvedAt === null)
  if (conflicts.length > 0 && random.share() < 0.15)
    return attempt(solveConflict, {
      conflictId: random.one(conflicts).id,
      outcome: random.one(['shown', 'other'] as const),
    })
  if (random.share() < 0.6) return actAtDesk(random, store, text, attempt)
  const known = await reads.all('outage')
  if (known.length === 0 || random.share() < 0.12)
    return attempt(reportOutage, { systemIds: [systemId], level: random.one(['down', 'partial'] as const) })
  const outageId = random.one(known).id
  const choices = [
    () => attempt(describeOutage, { outageId, title: `title ${text}`, cause: '', workaround: '' }),
    () => attempt(endOutage, { outageId }),
    () => attempt(reopenOutage, { outageId }),
    () => attempt(changeLevel, { outageId, level: random.one(['down', 'partial', 'degraded'] as const) }),
    () => attempt(addNote, { outageId, text: `note ${text} \u0000 ✉`, isForReaders: random.share() < 0.5 }),
    () => attempt(saves.council, { id: councilId, doc: { name: `Council ${text}`, shortName: 'C' } }),
    ...(random.share() < 0.2 ? [() => attempt(withdrawOutage, { outageId })] : []),
  ]
  await random.one(choices)()
}
