// Taking in an Uptally export: part by part, each one op that is saved here and sent like any other change.
import { importRecords } from '../../domain/mutations/bring-in.ts'
import { importParts } from '../../reports/import-parts.ts'
import type { ExportRecord } from '../../reports/records-file.ts'
import { mutate } from '../../store/mutate.ts'
import type { Store } from '../../store/store.ts'

export interface ImportResult {
  readonly added: number
  /** Here already, and left as they are. */
  readonly known: number
  /** Why it stopped before the end, if it did. What was added stays. */
  readonly stopped: string | undefined
  readonly tooLarge: number
}

export async function bringIn(
  store: Store,
  records: readonly ExportRecord[],
  onProgress: (done: number) => void,
): Promise<ImportResult> {
  const { parts, tooLarge } = importParts(records)
  let added = 0
  let done = 0
  for (const part of parts) {
    const result = await mutate(store, importRecords, {
      records: part.map(({ k, id, doc }) => ({ k, id, doc: { ...doc } })),
    })
    if (!result.ok) return { added, known: done - added, stopped: result.refusal.message, tooLarge: tooLarge.length }
    added += result.writes.length
    done += part.length
    onProgress(done)
  }
  return { added, known: done - added, stopped: undefined, tooLarge: tooLarge.length }
}
