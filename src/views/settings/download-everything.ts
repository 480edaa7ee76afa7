import { askReport } from '../../reports/ask.ts'
import { fileTypes } from '../../reports/file-type.ts'
import type { Store } from '../../store/store.ts'
import { downloadBytes } from '../sync/download.ts'
import { exportName } from './export-name.ts'

/** Everything on this device that the person may see; unsent changes are in it too, as they show here. Tells how many records. */
export async function downloadEverything(store: Store, now: number): Promise<number> {
  const { bytes, count } = await askReport(store.name, { type: 'everything', asAt: now })
  downloadBytes(`${exportName(now)}.json`, fileTypes.json, bytes)
  return count
}
