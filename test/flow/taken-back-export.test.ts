// Exports of an installation where incidents were taken back, which leave their lines behind.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addComment } from '../../src/domain/mutations/tell-incident.ts'
import { answerReport } from '../../src/reports/answer.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { bringIn } from '../../src/views/settings/import-records.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { adminAndIct } from './devices.ts'

const councilId = '00000000-0000-7000-8000-0000000000c1'
const typed = {
  ...{ councilId, title: 'Raised twice', matrixPriority: 3 as const },
  ...{ impact: 'person' as const, urgency: 'medium' as const },
}

async function startOne(grants: Grant[] = adminAndIct): Promise<TrialDevice> {
  const trial = startTrial()
  return startDevice(trial, await trial.person(...grants.map(({ role }) => role)), grants)
}

async function exported({ store }: TrialDevice, type: 'everything' | 'council'): Promise<Uint8Array<ArrayBuffer>> {
  const asAt = store.now()
  const question = type === 'council' ? { type, councilId, access: store.access(), asAt } : { type, asAt }
  const made = await answerReport(store.reads, question, () => {})
  if (!('bytes' in made)) throw new Error('no file was made')
  return made.bytes
}

test.each(['everything', 'council'] as const)(
  'an export (%s) is taken in though an incident was taken back',
  async (type) => {
    const device = await startOne()
    await device.act(saves.council, { id: councilId, doc: { name: 'Fenland', shortName: 'Fen' } })
    const [gone] = await device.act(raiseIncident, typed)
    const incidentId = gone?.id ?? ''
    await device.act(addComment, { incidentId, councilId, text: 'The same as the other one.', minutes: 0 })
    await device.act(withdrawIncident, { incidentId })
    await device.act(raiseIncident, { ...typed, title: 'Raised once' })
    await device.syncNow()

    const other = await startOne()
    const bytes = await exported(device, type)
    const found = await answerReport(other.store.reads, { type: 'open', bytes, access: other.store.access() }, () => {})
    if (!('ok' in found) || !found.ok) throw new Error('the file was not read')
    await bringIn(other.store, found.records, () => {})
    await other.syncNow()
    expect(await parkedOps(other.store)).toEqual([])
    expect((await other.store.reads.all('incident')).map(({ title }) => title)).toEqual(['Raised once'])
    expect(await other.store.reads.all('incident_event')).toHaveLength(1)
    expect(await other.store.reads.all('comment')).toEqual([])
  },
)
