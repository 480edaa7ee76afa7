// All of one council's data in open formats, as a zip: records another Uptally takes in, CSVs with names, and a README.
import type { Access } from '../domain/access.ts'
import { kindNames } from '../domain/kind-names.ts'
import type { Instant } from '../domain/time.ts'
import { councilFiles } from './council-files.ts'
import { councilReadme } from './council-readme.ts'
import { councilRecords, unreadableParts } from './council-records.ts'
import type { ExportReads } from './names.ts'
import { type ExportRecord, startRecords } from './records-file.ts'
import { startZip } from './zip.ts'

export interface CouncilExportAsk {
  readonly councilId: string
  /** Of whoever makes it: the README says what they may not read. */
  readonly access: Access
  readonly asAt: Instant
}

export interface CouncilExport {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Records in it. */
  readonly count: number
}

export const recordsPath = 'records.json'
const csvPath = (path: string) => `csv/${path}.csv`

/** `onProgress` is told how many steps of how many are done. Rejects when there is no such council here. */
export async function exportCouncil(
  reads: ExportReads,
  { councilId, access, asAt }: CouncilExportAsk,
  onProgress: (done: number, total: number) => void,
): Promise<CouncilExport> {
  const records = await councilRecords(reads, councilId)
  const [council] = records.council
  if (!council) throw new Error('this council is not here')
  const files = councilFiles(records, councilId, asAt)
  // One step for reading, one for the records, one for each file.
  const total = files.length + 2
  let done = 0
  const step = () => onProgress(++done, total)
  step()

  const zip = startZip(asAt)
  const readme = zip.file('README.txt')
  const list = kindNames.flatMap((k) => (records[k] ?? []).map(({ id, ...doc }): ExportRecord => ({ k, id, doc })))
  const pending = await reads.pendingIds()
  const head = {
    partnership: records.partnership?.[0]?.name ?? '',
    exportedAt: asAt,
    unsentCount: list.filter(({ id }) => pending.has(id)).length,
  }
  const document = startRecords(head, zip.file(recordsPath).write)
  document.add(list)
  document.end()
  step()
  for (const file of files) {
    file.writeTo(zip.file(csvPath(file.path)).write)
    step()
  }
  readme.write(
    councilReadme({
      council: council.name,
      partnership: head.partnership,
      isSample: records.partnership?.[0]?.isSample ?? false,
      asAt,
      recordCount: list.length,
      unsentCount: head.unsentCount,
      unreadable: unreadableParts(access, councilId),
      files,
    }),
  )
  return { bytes: zip.end(), count: list.length }
}
