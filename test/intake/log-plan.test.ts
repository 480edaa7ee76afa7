// A log against what a device has: once, again, later, elsewhere, and after its import was undone.
import { describe, expect, test } from 'vitest'
import { importIncidentChanges, importIncidents, undoImport } from '../../src/domain/mutations/import-incidents.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import { opLimits } from '../../src/domain/wire.ts'
import { type HereSource, logHere } from '../../src/intake/here-log.ts'
import type { LogPlan } from '../../src/intake/incident-log.ts'
import { inParts } from '../../src/store/follow.ts'
import { workedOnIds } from '../../src/store/imported.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, openTrialStore, opsOf } from '../store/trial-store.ts'
import { camden, csv, fileOf, logTrial, sutton } from './log-trial.ts'

const sourceOf = (store: Store): HereSource => ({
  all: (kind) => store.reads.all(kind),
  ids: (kind) => store.reads.ids(kind),
  getDeleted: (kind, id) => store.reads.getDeleted(kind, id),
  eachPart: (take) => inParts(store, 'incident', 2, take),
  workedOn: () => workedOnIds(store),
})

interface Choices {
  readonly overwrite?: 'all' | readonly string[]
  readonly councilId?: string
}

/** Reads the text, saves what is planned, and hands back the plan with what was saved. */
async function bring(store: Store, text: string, { overwrite = [], councilId = camden.id }: Choices = {}) {
  const trial = logTrial({ here: () => logHere(sourceOf(store)) })
  const { tables } = await trial.read(await trial.look(fileOf(text)))
  const plan = await trial.plan({ ...tables, councilForOthers: councilId }, overwrite)
  let saved = 0
  for (let batch = await trial.next(); batch; batch = await trial.next()) {
    saved += batch.args.incidents.length
    expect(batch).toMatchObject({ done: saved })
    if (batch.name === 'import.incidents') await act(store, importIncidents, batch.args)
    else await act(store, importIncidentChanges, batch.args)
  }
  return { plan, saved, runId: plan.samples[0]?.importId ?? '' }
}

const header = ['number', 'title', 'state', 'opened', 'closed']
const first = csv(
  header,
  ['INC1', 'Printer', 'New', '13/3/2026 09:00', ''],
  ['INC2', 'Phone', 'New', '14/3/2026 09:00', ''],
)
const later = csv(
  header,
  ['INC1', 'Printer', 'Closed', '13/3/2026 09:00', '16/3/2026 09:00'],
  ['INC2', 'Phone', 'New', '14/3/2026 09:00', ''],
  ['INC3', 'Mail', 'New', '15/3/2026 09:00', ''],
)
const counts = (told: Partial<LogPlan['counts']>) => ({
  new: 0,
  same: 0,
  changed: 0,
  changedHere: 0,
  broughtBack: 0,
  refused: 0,
  ...told,
})
const named = async (store: Store, number: string) => {
  const found = (await store.reads.all('incident')).filter((incident) => incident.number === number)
  if (!found[0] || found.length > 1) throw new Error(`${found.length} incidents ${number}`)
  return found[0]
}

test('a log that comes twice changes nothing the second time', async () => {
  const store = await openTrialStore()
  expect((await bring(store, first)).plan.counts).toEqual(counts({ new: 2 }))
  const ops = (await opsOf(store)).length
  expect(await bring(store, first)).toMatchObject({ plan: { counts: counts({ same: 2 }) }, saved: 0 })
  expect(await opsOf(store)).toHaveLength(ops)
  const [run] = await store.reads.all('import_run')
  expect(run).toMatchObject({ fileName: 'log.csv', rows: 2, incidents: 2, undoneAt: null, at: clock.now })
  expect((await named(store, 'INC1')).importId).toBe(run?.id)
})

test('two devices make the same records of it', async () => {
  const [one, other] = [await openTrialStore(), await openTrialStore()]
  await bring(one, first)
  clock.now += 86_400_000
  await bring(other, first)
  expect(await other.reads.all('incident')).toEqual(await one.reads.all('incident'))
})

test('a later log adds what is new and changes what it says otherwise, and leaves the rest with its first import', async () => {
  const store = await openTrialStore()
  const { runId } = await bring(store, first)
  const { plan } = await bring(store, later)
  expect(plan.counts).toEqual(counts({ new: 1, changed: 1, same: 1 }))
  expect(await named(store, 'INC1')).toMatchObject({ state: 'closed', importId: runId })
  expect((await named(store, 'INC3')).importId).not.toBe(runId)
  expect((await bring(store, later)).plan.counts).toEqual(counts({ same: 3 }))
})

describe('an incident that somebody here has worked on', () => {
  const worked = async () => {
    const store = await openTrialStore()
    await bring(store, first)
    const { id } = await named(store, 'INC1')
    await act(store, workOnIncident, { incidentId: id, parts: { move: { state: 'in_progress' } } })
    return { store, id }
  }

  test('is told and left alone', async () => {
    const { store, id } = await worked()
    const { plan } = await bring(store, later)
    expect(plan.counts).toEqual(counts({ new: 1, same: 1, changedHere: 1 }))
    expect(plan.changedHere).toEqual([{ id, number: 'INC1', title: 'Printer' }])
    expect((await named(store, 'INC1')).state).toBe('in_progress')
  })

  test('is told also where its import is not here: an export of the council has brought it', async () => {
    const { store: origin } = await worked()
    const incidents = (await origin.reads.all('incident')).map(({ id, ...doc }) => ({ id, doc }))
    const store = await openTrialStore()
    await act(store, importIncidents, { run: null, incidents })
    const { id } = await named(store, 'INC1')
    await act(store, workOnIncident, { incidentId: id, parts: { categorise: { category: 'Toner' } } })
    expect((await bring(store, later)).plan.changedHere).toEqual([{ id, number: 'INC1', title: 'Printer' }])
    expect((await named(store, 'INC1')).category).toBe('Toner')
  })

  test('is overwritten where that is chosen', async () => {
    const { store, id } = await worked()
    const { plan } = await bring(store, later, { overwrite: [id] })
    expect(plan.counts).toEqual(counts({ new: 1, same: 1, changed: 1 }))
    expect(await named(store, 'INC1')).toMatchObject({ state: 'closed', id })
  })

  test('is the same where the file says nothing else of it: links and escalation are not the file’s', async () => {
    const store = await openTrialStore()
    await bring(store, first)
    const { id } = await named(store, 'INC1')
    await act(store, workOnIncident, { incidentId: id, parts: { link: { outageId: camden.id } } })
    expect((await bring(store, first)).plan.counts).toEqual(counts({ same: 2 }))
    await bring(store, later, { overwrite: 'all' })
    expect(await named(store, 'INC1')).toMatchObject({ state: 'closed', outageId: camden.id })
  })
})

test('an import that was undone comes back as it was', async () => {
  const store = await openTrialStore()
  const { runId } = await bring(store, first)
  const incidentIds = (await store.reads.all('incident')).map(({ id }) => id)
  await act(store, undoImport, { runId, incidentIds, isLast: true })
  const { plan } = await bring(store, first)
  expect(plan.counts).toEqual(counts({ new: 2, broughtBack: 2 }))
  expect((await store.reads.all('incident')).map(({ id }) => id)).toEqual(incidentIds)
  expect((await store.reads.get('import_run', runId))?.undoneAt).toBeNull()
})

test('under another council it is refused while it is here, and comes anew once its import is undone', async () => {
  const store = await openTrialStore()
  const { runId } = await bring(store, first)
  const { plan } = await bring(store, first, { councilId: sutton.id })
  expect(plan.counts).toEqual(counts({ refused: 2 }))
  expect(plan.refused.first[0]).toEqual({ line: 2, reason: expect.stringMatching(/another council/) })
  const incidentIds = (await store.reads.all('incident')).map(({ id }) => id)
  await act(store, undoImport, { runId, incidentIds, isLast: true })
  expect((await bring(store, first, { councilId: sutton.id })).plan.counts).toEqual(counts({ new: 2 }))
  expect((await named(store, 'INC1')).councilId).toBe(sutton.id)
  expect((await store.reads.get('import_run', runId))?.undoneAt).toBeNull()
})

test('a number whose time of raising was put right is the same incident', async () => {
  const store = await openTrialStore()
  await bring(store, first)
  const { id } = await named(store, 'INC1')
  expect((await bring(store, first.replace('13/3/2026', '12/3/2026'))).plan.counts).toEqual(
    counts({ changed: 1, same: 1 }),
  )
  expect(await named(store, 'INC1')).toMatchObject({ id, raisedAt: Date.parse('2026-03-12T09:00:00Z') })
})

test('the same numbers from another source are other incidents, and what was raised here is nobody’s', async () => {
  const store = await openTrialStore()
  await act(store, raiseIncident, {
    councilId: camden.id,
    title: 'x',
    impact: 'person',
    urgency: 'low',
    matrixPriority: 4,
  })
  await bring(store, first)
  const other = first.replace('title', 'summary')
  expect((await bring(store, other)).plan.counts).toEqual(counts({ new: 2 }))
})

test('each part fits one op', async () => {
  const store = await openTrialStore()
  const rows = Array.from({ length: 900 }, (_, i) => [
    `INC${i}`,
    `Title ${i} ${'é'.repeat(i % 200)}`,
    'New',
    '13/3/2026 09:00',
    '',
  ])
  const { saved } = await bring(store, csv(header, ...rows))
  expect(saved).toBe(900)
  const ops = await opsOf(store)
  const sizes = ops.map((op) => new TextEncoder().encode(JSON.stringify(op)).length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(opLimits.bytes)
  expect(ops.length).toBeLessThan((sizes.reduce((a, b) => a + b) / opLimits.bytes) * 1.2 + 1)
})
