import { expect, test } from 'vitest'
import { undoImport } from '../../src/domain/mutations/import-incidents.ts'
import { addWorkNote } from '../../src/domain/mutations/tell-incident.ts'
import { workOnIncident, workOnIncidents } from '../../src/domain/mutations/work-incident.ts'
import type { Row } from '../../src/domain/record.ts'
import { deskScope, sharedNotesScope } from '../../src/domain/scope.ts'
import { pushLimits } from '../../src/domain/wire.ts'
import { outgoing, takeAnswers } from '../../src/store/answers.ts'
import { applyStep, openScopes, settleAll } from '../../src/store/apply.ts'
import { importedIds } from '../../src/store/imported.ts'
import type { Store } from '../../src/store/store.ts'
import { unsentOps } from '../../src/store/unsent.ts'
import { wipeScopes } from '../../src/store/wipe.ts'
import { importMade, madeIncident } from './made-incidents.ts'
import { act, newId, openTrialStore, opsOf } from './trial-store.ts'

const [councilId, otherCouncilId, runId] = [newId(), newId(), newId()] as const

async function openImported(count: number) {
  const store = await openTrialStore()
  await openScopes(store, [deskScope(councilId), sharedNotesScope])
  const incidents = Array.from({ length: count }, (_, place) => madeIncident(councilId, runId, place))
  await importMade(store, incidents, runId)
  return { store, incidents }
}

/** The server takes all that waits, in parts as they are pushed. Hands back the rows that it makes of it. */
async function pushAll(store: Store): Promise<Row[]> {
  const rows: Row[] = []
  for (let ver = 1; ; ) {
    const { client, ops } = await outgoing(store, 5)
    if (ops.length === 0) return rows
    const results = ops.map(({ mid, text }) => {
      const vers: Record<string, number> = {}
      for (const { k, id, s, set } of JSON.parse(text).changes) {
        vers[s] = ver
        const mark = { v: ver, at: 0, by: 'me', client, mid }
        const groups = Object.fromEntries(Object.keys(set).map((group) => [group, mark]))
        rows.push({ k, id, s, ver, del: false, doc: Object.assign({}, ...Object.values(set)), groups })
      }
      ver += 1
      return { mid, o: 'ok' as const, vers }
    })
    await takeAnswers(store, client, results)
  }
}

test('an import of many parts is shown at once, and stays so while its rows come back', async () => {
  const { store, incidents } = await openImported(200)
  expect(await store.reads.all('incident')).toHaveLength(200)
  const rows = await pushAll(store)
  const from = new Map<string, number>()
  for (let at = 0; at < rows.length; at += 50) {
    for (const scope of [sharedNotesScope, deskScope(councilId)]) {
      const part = rows.slice(at, at + 50).filter((row) => row.s === scope)
      const to = part.at(-1)?.ver
      if (to === undefined) continue
      expect(await applyStep(store, { scope, rows: part, from: from.get(scope) ?? 0, to, isAnew: false })).toBe(true)
      from.set(scope, to)
    }
    expect(await store.reads.all('incident')).toHaveLength(200)
  }
  await settleAll(store)
  const stored = await store.database.table('k_incident').toArray()
  expect(stored.filter((row) => row.confirmed !== undefined || row.ver === 0)).toEqual([])
  expect(await store.database.sent.where('isOpen').equals(1).count()).toBe(0)
  expect((await store.reads.all('incident')).map(({ title }) => title).sort()).toEqual(
    incidents.map(({ doc }) => doc.title).sort(),
  )
})

test('what waits is read no further than one push holds', async () => {
  const { store } = await openImported(200)
  const all = await opsOf(store)
  const weight = (texts: readonly { text: string }[]) => texts.reduce((sum, { text }) => sum + text.length, 0)
  expect(all.length).toBe(7)
  const { ops } = await outgoing(store, pushLimits.ops, 80_000)
  expect(weight(ops)).toBeGreaterThan(80_000)
  expect(weight(ops.slice(0, -1))).toBeLessThanOrEqual(80_000)
  expect(ops.map(({ mid }) => mid)).toEqual(ops.map((_, place) => place + 1))
  const { count, ops: first } = await unsentOps(store, 2)
  expect([count, first.map(({ mid }) => mid)]).toEqual([7, [1, 2]])
})

test('of a scope that was taken away an op shows nothing, met together with what it still lies over', async () => {
  const store = await openTrialStore()
  await openScopes(store, [deskScope(councilId), deskScope(otherCouncilId)])
  const [mine, theirs] = [madeIncident(councilId, runId, 1), madeIncident(otherCouncilId, runId, 2)]
  await importMade(store, [mine, theirs], runId)
  await wipeScopes(store, [deskScope(otherCouncilId)])
  await openScopes(store, [deskScope(otherCouncilId)])
  const groups = { about: { v: 1, at: 0, by: 'x', client: 'y', mid: 1 } }
  const row = { k: 'incident', id: theirs.id, s: deskScope(otherCouncilId), ver: 1, del: false, groups }
  const rows = [{ ...row, doc: { ...theirs.doc, title: 'As the server has it' } }]
  await applyStep(store, { scope: row.s, rows, from: 0, to: 1, isAnew: false })
  const parts = { categorise: { category: 'Mail' } }
  await act(store, workOnIncidents, { incidentIds: [mine.id, theirs.id], parts })
  expect(await store.reads.get('incident', theirs.id)).toMatchObject({
    title: 'As the server has it',
    category: 'Mail',
  })
  expect(await store.reads.get('incident', mine.id)).toMatchObject({ title: 'Number 1', category: 'Mail' })
})

test('an import knows which of its incidents nobody has worked on, said anything of or written a note to', async () => {
  const { store, incidents } = await openImported(4)
  const [changed, noted, ...rest] = incidents.map(({ id }) => id)
  await importMade(store, [madeIncident(councilId, newId(), 9)], newId())
  await act(store, workOnIncident, { incidentId: changed ?? '', parts: { categorise: { category: 'Mail' } } })
  await act(store, addWorkNote, { incidentId: noted ?? '', councilId, text: 'Rang them.', minutes: 5 })
  const { untouched, workedOn } = await importedIds(store, runId)
  expect([...untouched].sort()).toEqual(rest.sort())
  expect([...workedOn].sort()).toEqual([changed, noted].sort())
  await act(store, undoImport, { runId, incidentIds: [...untouched], isLast: true })
  expect((await store.reads.all('incident')).filter(({ importId }) => importId === runId)).toHaveLength(2)
  expect((await store.reads.get('import_run', runId))?.undoneAt).not.toBeNull()
})
