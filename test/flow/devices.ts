// Devices of several people, and what they do most.
import type { Grant } from '../../src/domain/access.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'

export const ict: Grant[] = [{ role: 'ict', on: null }]
export const adminAndIct: Grant[] = [...ict, { role: 'admin', on: null }]
export const report = { systemIds: ['00000000-0000-7000-8000-000000000001'], level: 'down' as const }
export const titled = (outageId: string, title: string) => ({ outageId, title, cause: '', workaround: '' })

export async function startDevices(count: number, grants: readonly Grant[] = ict) {
  const trial = startTrial()
  const devices: TrialDevice[] = []
  for (let i = 0; i < count; i++) devices.push(await startDevice(trial, await trial.person(...grants), grants))
  return { trial, devices: devices as [TrialDevice, TrialDevice, TrialDevice] }
}

/** The id of a new outage. */
export const reported = async (device: TrialDevice): Promise<string> =>
  (await device.act(reportOutage, report))[0]?.id ?? ''
