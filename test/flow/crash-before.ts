// What is there before a story begins: an outage, an incident, a practice, a file.
import type { Grant } from '../../src/domain/access.ts'
import { SIX_MINUTES_UP } from '../../src/domain/billing-units.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { outageDoc } from '../server/trial.ts'
import type { World } from './crash-world.ts'
import { report } from './devices.ts'

export const councilId = '00000000-0000-7000-8000-0000000000c1'
export const lawyer: readonly Grant[] = [
  { role: 'legal', on: null },
  { role: 'practice_manager', on: null },
]

/** An outage that the device and its colleague have. */
export async function sharedOutage({ device, colleague }: World): Promise<string> {
  const [outage] = await colleague.act(reportOutage, report)
  await colleague.syncNow()
  await device().syncNow()
  return outage?.id ?? ''
}

export const raised = (title: string) => ({
  ...{ councilId, title, matrixPriority: 3 as const, impact: 'group' as const, urgency: 'medium' as const },
})

export async function sharedIncident({ device, colleague }: World): Promise<string> {
  const [incident] = await colleague.act(raiseIncident, raised('Slow'))
  await colleague.syncNow()
  await device().syncNow()
  return incident?.id ?? ''
}

/** What a lawyer needs to record time, and what they say of it. */
export async function practice({ trial, device, colleague }: World) {
  const teamId = trial.newId()
  const policies = [{ from: '2026-01-01', ...SIX_MINUTES_UP }]
  await colleague.act(saves.team, { id: teamId, doc: { name: 'Legal', divisionId: trial.newId(), policies } })
  await colleague.syncNow()
  await device().syncNow()
  return {
    ...({ teamId, matterId: null, activity: 'advice', chargeability: 'chargeable' } as const),
    ...{ workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 1800, isEstimated: false },
    ...({ source: 'typed', narrative: 'Advised on the lease' } as const),
  }
}

export function outagesOf({ trial }: World) {
  const outages = ['One', 'Two', 'Three'].map((title) => ({
    id: trial.newId(),
    doc: {
      ...outageDoc,
      level: 'down' as const,
      endAt: outageDoc.startAt + 60_000,
      title,
      source: 'log',
      sourceKey: title,
    },
    edges: [{ id: trial.newId(), systemId: report.systemIds[0] ?? '' }],
    line: { id: trial.newId(), text: `from a file: ${title}` },
  }))
  return { systems: [], maintenance: [], outages }
}
