// A database that was put back to a backup erases again what was erased since.
import { deletedGroup } from '../../domain/record.ts'
import type { Database, Statements } from '../database/port.ts'
import { clear, emptyOps } from './clearing.ts'
import { eraseWords } from './departed.ts'
import { tombstoneOf } from './erased.ts'
import type { ErasedLine, ErasedList } from './erased-list.ts'
import { openVersions } from './versions.ts'

const appliedKey = 'erased.applied'

export const noteApplied = (statements: Statements, count: number): Promise<void> =>
  statements.saveSetting(appliedKey, String(count))

type ErasedRecord = Extract<ErasedLine, { k: string }>

/** Before anybody is served: devices send again what they wrote. Hands back how many lines of the list were behind. */
export async function eraseAgain(database: Database, list: ErasedList, now: number): Promise<number> {
  const applied = await database.read(async (statements) => Number((await statements.setting(appliedKey)) ?? 0))
  const behind = list.after(applied)
  if (behind.length === 0) return 0
  for (const line of behind) {
    if (line && 'k' in line) await database.write((statements) => eraseRow(statements, line, now))
    else if (line)
      await eraseWords(
        { database, personId: line.person, kinds: new Set(line.kinds) },
        { now, by: 'server' },
        () => undefined,
      )
  }
  await emptyOps(database)
  await database.write((statements) => noteApplied(statements, applied + behind.length))
  return behind.length
}

/** A record that the backup does not have leaves its id all the same, so that nothing brings it back. */
async function eraseRow(statements: Statements, { k, id, s }: ErasedRecord, now: number): Promise<void> {
  const row = await statements.row(k, id)
  if (row?.doc === '{}') return
  if (row) return void (await clear(statements, [{ row, what: 'erase' }], { now, by: 'server' }))
  const versions = openVersions(statements)
  const mark = { v: await versions.in(s), at: now, by: 'server', client: 'privacy', mid: 0 }
  const nothing = { k, id, s, ver: 0, del: true, doc: '{}', groups: JSON.stringify({ [deletedGroup]: mark }) }
  await statements.saveRow(tombstoneOf(nothing, mark))
  await versions.save()
}
