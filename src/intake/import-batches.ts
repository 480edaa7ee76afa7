// A plan -> the arguments of `import.outages`, in parts that each fit one op.

import { defaultLoss } from '../domain/level.ts'
import type { Maintenance } from '../domain/maintenance.ts'
import type { Outage } from '../domain/outage.ts'
import type { System } from '../domain/system.ts'
import { opLimits } from '../domain/wire.ts'
import { type Digest, importedId } from './outage-ids.ts'
import type { ImportPlan, PlannedMaintenance, PlannedOutage } from './plan-import.ts'

export interface ImportBatch {
  readonly systems: { readonly id: string; readonly doc: System }[]
  readonly outages: {
    readonly id: string
    readonly doc: Outage
    readonly edges: { readonly id: string; readonly systemId: string }[]
    readonly line: { readonly id: string; readonly text: string }
  }[]
  readonly maintenance: { readonly id: string; readonly doc: Maintenance }[]
}

export interface BatchOptions {
  /** The calendar of systems that the import makes. */
  readonly calendarId: string
  /** ms; when the import was confirmed. */
  readonly now: number
  readonly personId: string
}

type Part = { readonly [K in keyof ImportBatch]?: ImportBatch[K] }

/** Half of what an op may weigh: the op itself repeats ids and adds the names of groups. */
const mostBytes = opLimits.bytes / 2
const mostRows = opLimits.rows - 2

/** Order: systems first, so that no outage ever arrives before the system it names. */
export async function importBatches(plan: ImportPlan, options: BatchOptions, digest: Digest): Promise<ImportBatch[]> {
  const parts: Part[] = plan.systems.map(({ id, name }) => ({ systems: [{ id, doc: systemDoc(name, options) }] }))
  for (const window of plan.maintenance) {
    parts.push({ maintenance: [{ id: window.id, doc: maintenanceDoc(window, plan.source) }] })
  }
  for (const outage of plan.outages) {
    const { id, startAt } = outage
    const edges = outage.systemIds.map(async (systemId) => ({
      id: await importedId('edge', `${id} ${systemId}`, startAt, digest),
      systemId,
    }))
    const line = { id: await importedId('line', id, startAt, digest), text: outage.text }
    parts.push({
      outages: [{ id, doc: outageDoc(outage, plan.source, options), edges: await Promise.all(edges), line }],
    })
  }
  return joinParts(parts)
}

function joinParts(parts: readonly Part[]): ImportBatch[] {
  const batches: ImportBatch[] = []
  let bytes = mostBytes
  let rows = mostRows
  const encoder = new TextEncoder()
  for (const part of parts) {
    const partBytes = encoder.encode(JSON.stringify(part)).length
    const partRows = 1 + (part.outages?.[0] ? 1 + part.outages[0].edges.length : 0)
    if (bytes + partBytes > mostBytes || rows + partRows > mostRows) {
      batches.push({ systems: [], outages: [], maintenance: [] })
      bytes = 0
      rows = 0
    }
    const batch = batches.at(-1)
    batch?.systems.push(...(part.systems ?? []))
    batch?.outages.push(...(part.outages ?? []))
    batch?.maintenance.push(...(part.maintenance ?? []))
    bytes += partBytes
    rows += partRows
  }
  return batches
}

function systemDoc(name: string, { calendarId }: BatchOptions): System {
  const agreement = { from: '1970-01-01', calendarId, targetPercent: null, noticeMinutes: null }
  return { name, about: '', owner: '', agreements: [agreement], retiredOn: null }
}

function outageDoc(outage: PlannedOutage, source: string, { now, personId }: BatchOptions): Outage {
  const { startAt, level, title, key } = outage
  return {
    startAt,
    endAt: outage.endAt ?? null,
    level,
    loss: defaultLoss[level],
    councilIds: [],
    title,
    cause: outage.cause ?? '',
    workaround: '',
    reportedAt: now,
    reportedById: personId,
    source,
    sourceKey: key,
  }
}

function maintenanceDoc(window: PlannedMaintenance, source: string): Maintenance {
  const { title, text, announcedAt, startAt, endAt, key } = window
  const systemIds = [...window.systemIds]
  return { title, text, systemIds, announcedAt, startAt, endAt, cancelledAt: null, source, sourceKey: key }
}
