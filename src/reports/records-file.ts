// Records as the JSON document that another Uptally takes in: head, then a line for each record.

import { schemaNumber } from '../domain/schema-number.ts'
import type { Instant } from '../domain/time.ts'

export const recordsFormat = 'uptally-export'

export interface ExportRecord {
  readonly k: string
  readonly id: string
  readonly doc: Readonly<Record<string, unknown>>
}

export interface ExportHead {
  readonly partnership: string
  readonly exportedAt: Instant
  /** Records in it with changes that the server has not confirmed yet. */
  readonly unsentCount: number
}

export interface RecordsWriter {
  add(records: Iterable<ExportRecord>): void
  end(): void
}

/** Writes the document bit by bit. */
export function startRecords(head: ExportHead, write: (text: string) => void): RecordsWriter {
  const about = {
    format: recordsFormat,
    schema: schemaNumber,
    partnership: head.partnership,
    exportedAt: new Date(head.exportedAt).toISOString(),
    unsentCount: head.unsentCount,
  }
  // The brace that closes it comes after the records.
  write(`${JSON.stringify(about).slice(0, -1)},"records":[`)
  let isFirst = true
  return {
    add: (records) => {
      for (const { k, id, doc } of records) {
        write(`${isFirst ? '' : ','}\n${JSON.stringify({ k, id, doc })}`)
        isFirst = false
      }
    },
    end: () => write('\n]}\n'),
  }
}
