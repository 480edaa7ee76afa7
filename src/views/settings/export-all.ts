// Everything on this device that the person may see, as files.
import type { KindName } from '../../domain/kind-names.ts'
import { kindNames } from '../../domain/kind-names.ts'
import { exportDocument } from '../../reports/export-document.ts'
import type { ExportRecord } from '../../reports/records-file.ts'
import { everyRecord } from '../../store/export.ts'
import type { Store } from '../../store/store.ts'
import { downloadText } from '../sync/download.ts'

export async function exportRecords(store: Store): Promise<ExportRecord[]> {
  const byKind: Readonly<Record<KindName, readonly { readonly id: string }[]>> = await everyRecord(store)
  return kindNames.flatMap((k) => byKind[k].map(({ id, ...doc }) => ({ k, id, doc })))
}

/** "uptally-2026-11-10.json" */
export const exportName = (now: number, kind?: string): string => {
  const day = new Date(now).toISOString().slice(0, 10)
  return kind ? `uptally-${day}-${kind}.csv` : `uptally-${day}.json`
}

/** Unsent changes are in it too, as they show here. */
export async function downloadEverything(store: Store, now: number, unsentCount: number): Promise<number> {
  const records = await exportRecords(store)
  const partnership = (await store.reads.all('partnership'))[0]?.name ?? ''
  const text = exportDocument({ partnership, exportedAt: now, unsentCount }, records)
  downloadText(exportName(now), 'application/json', text)
  return records.length
}
