// A council takes its data and leaves: out of the sample, into an empty installation, with equal figures.
import { expect, test } from 'vitest'
import type { Access, Grant } from '../../src/domain/access.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment, addWorkNote } from '../../src/domain/mutations/tell-incident.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import { gatherRecords } from '../../src/metrics/availability-records.ts'
import { availabilityReport } from '../../src/metrics/availability-report.ts'
import { demandReport } from '../../src/metrics/demand.ts'
import { nothingChanged } from '../../src/metrics/impact-figures.ts'
import { impactReport } from '../../src/metrics/impact-report.ts'
import { answerReport } from '../../src/reports/answer.ts'
import { exportCouncil } from '../../src/reports/council-export.ts'
import { newSetUpCode } from '../../src/server/auth/set-up-code.ts'
import type { Store } from '../../src/store/store.ts'
import { bringIn } from '../../src/views/settings/import-records.ts'
import { cookieOf, goodPassword, startTrial, type Trial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'

interface SignedIn {
  readonly session: { readonly userId: string; readonly grants: Grant[] }
}

const codeOf = async (trial: Trial) =>
  (await newSetUpCode({
    database: trial.database,
    now: () => trial.clock.now,
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  })) ?? ''

async function deviceOf(trial: Trial, answer: Response): Promise<TrialDevice> {
  const told = await answer.json()
  if (answer.status !== 200) throw new Error(JSON.stringify(told))
  const { session } = told as SignedIn
  const device = await startDevice(trial, { userId: session.userId, cookie: cookieOf(answer) } as never, session.grants)
  await device.syncNow()
  return device
}

const accessOf = (device: TrialDevice): Access => device.store.access()

/** The sample, with a few incidents of which two councils have their share. */
async function startSample() {
  const trial = startTrial()
  const made = await trial.post('/auth/sample', { code: await codeOf(trial), device: 'Desk' })
  const { password } = (await made.clone().json()) as { password: string }
  const signIn = (email: string) => trial.post('/auth/sign-in', { email, password })
  const ict = await deviceOf(trial, await signIn('ict@sample.test'))
  const councils = await ict.store.reads.all('council')
  const councilId = councils.find(({ shortName }) => shortName === 'Huntingdonshire')?.id ?? ''
  const other = councils.find(({ id }) => id !== councilId)?.id ?? ''
  await workOnDesks(ict, councilId, other)
  await ict.syncNow()
  await trial.figures.settled()
  const officer = await deviceOf(trial, await signIn('client@sample.test'))
  return { trial, officer, councilId }
}

async function workOnDesks(ict: TrialDevice, councilId: string, other: string): Promise<void> {
  const [system] = await ict.store.reads.all('system')
  const [division] = await ict.store.reads.all('division')
  const [outage] = await ict.store.reads.all('outage')
  const places = { systemId: system?.id ?? null, divisionId: division?.id ?? null, outageId: outage?.id ?? null }
  const rest = { ...places, matrixPriority: 3, impact: 'group', urgency: 'medium' } as const
  for (const at of [councilId, councilId, councilId, other]) {
    const title = at === other ? 'Only of the other council' : 'Cannot print'
    const [raised] = await ict.act(raiseIncident, { councilId: at, title, requesterName: 'Ann Other', ...rest })
    const incidentId = raised?.id ?? ''
    await ict.act(addComment, { incidentId, councilId: at, text: 'We look into it', minutes: 5 })
    await ict.act(addWorkNote, { incidentId, councilId: at, text: 'Secret of the desk', minutes: 10 })
    await ict.act(workOnIncident, { incidentId, parts: { move: { state: 'resolved', resolution: 'New toner' } } })
  }
}

/** The council's figures of a quarter, as its screens show them. */
async function figuresOf({ reads }: Store, councilId: string, now: number) {
  const records = await gatherRecords(reads)
  const period = { from: '2025-12-01', to: '2026-04-01' }
  const names = {
    systems: new Map(records.systems.map((system) => [system.id, system])),
    divisions: new Map(records.divisions.map((division) => [division.id, division])),
    councils: new Map(records.councils.map((council) => [council.id, council])),
  }
  const asked = { period, councilIds: [councilId], now }
  const { systems, ...availability } = availabilityReport(records, { period, councilId, now })
  return {
    availability: { ...availability, systems: [...systems].sort((a, b) => (a.systemId < b.systemId ? -1 : 1)) },
    impact: impactReport(records, { ...asked, whatIf: nothingChanged }),
    demand: demandReport(await reads.all('incident'), names, asked),
  }
}

test('a council’s export, taken in by an empty installation, gives equal availability, impact and demand', async () => {
  const { trial, officer, councilId } = await startSample()
  const now = trial.clock.now
  const before = await figuresOf(officer.store, councilId, now)
  expect(before.impact.total.lostMs.headline).toBeGreaterThan(0)
  expect(before.impact.total.grossPence?.headline).toBeGreaterThan(0)
  expect(before.availability.systems.length).toBeGreaterThan(20)
  expect(before.demand.total.resolved).toBeGreaterThanOrEqual(3)
  const ask = { councilId, access: accessOf(officer), asAt: now }
  const { bytes, count } = await exportCouncil(officer.store.reads, ask, () => {})

  const fresh = startTrial()
  const admin = { name: 'Nia Rees', email: 'nia@hunts.test', password: goodPassword }
  const first = await deviceOf(fresh, await fresh.post('/auth/take-over', { code: await codeOf(fresh), admin }))
  expect(await first.store.reads.all('council')).toEqual([])
  const found = await answerReport(first.store.reads, { type: 'open', bytes, access: accessOf(first) }, () => {})
  if (!('ok' in found) || !found.ok) throw new Error('the zip was not read')
  const result = await bringIn(first.store, found.records, () => {})
  expect(result).toEqual({ added: found.records.length, known: 0, stopped: undefined, tooLarge: 0 })
  const sums = (await officer.store.reads.all('council_month')).filter((sum) => sum.councilId === councilId)
  expect(count - found.records.length).toBe(sums.length)
  expect(found.leftOut).toEqual([`${sums.length} of the kind "council_month": the server works these out itself.`])
  await first.syncNow()
  expect(first.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0, needsCount: 0 })

  const grants: Grant[] = [{ role: 'client_officer', on: councilId }]
  const later = await startDevice(fresh, await fresh.person(...grants), grants)
  await later.syncNow()
  expect(await figuresOf(later.store, councilId, now)).toEqual(before)
})
