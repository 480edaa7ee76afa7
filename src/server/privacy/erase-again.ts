// A database that was put back to a backup erases again what was erased since.
import { deletedGroup } from '../../domain/record.ts'
import type { Database, Statements } from '../database/port.ts'
import { clear, emptyOps } from './clearing.ts'
import { eraseWords } from './departed.ts'
import { tombstoneOf } from './erased.ts'
import type { ErasedLine, ErasedList } from './erased-list.ts'
import { openVersions } from './versions.ts'

/** So many lines of the list, from its beginning, are done. */
const appliedKey = 'erased.applied'
/** Numbers of lines that are done, with one before them that is not. */
const aheadKey = 'erased.ahead'

interface Applied {
  readonly upTo: number
  readonly ahead: ReadonlySet<number>
}

async function appliedOf(statements: Statements): Promise<Applied> {
  const ahead = JSON.parse((await statements.setting(aheadKey)) ?? '[]') as number[]
  return { upTo: Number((await statements.setting(appliedKey)) ?? 0), ahead: new Set(ahead) }
}

async function saveApplied(statements: Statements, { upTo, ahead }: Applied): Promise<void> {
  await statements.saveSetting(appliedKey, String(upTo))
  await statements.saveSetting(aheadKey, ahead.size > 0 ? JSON.stringify([...ahead]) : null)
}

/** Of `count` lines, the last of which has the number `last`, from 1. An erasure that is still under way keeps its line. */
export async function noteApplied(statements: Statements, last: number, count = 1): Promise<void> {
  const applied = await appliedOf(statements)
  // A list that is shorter than what was done of it has been begun anew.
  if (last <= applied.upTo) return saveApplied(statements, { upTo: last, ahead: new Set() })
  const ahead = new Set(applied.ahead)
  for (let line = last - count + 1; line <= last; line++) ahead.add(line)
  let { upTo } = applied
  while (ahead.delete(upTo + 1)) upTo++
  await saveApplied(statements, { upTo, ahead })
}

type ErasedRecord = Extract<ErasedLine, { k: string }>

/** Before anybody is served: devices send again what they wrote. Hands back how many lines of the list were behind. */
export async function eraseAgain(database: Database, list: ErasedList, now: number): Promise<number> {
  const { upTo, ahead } = await database.read(appliedOf)
  const rest = list.after(upTo)
  const behind = rest.filter((_, i) => !ahead.has(upTo + 1 + i))
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
  await database.write((statements) => saveApplied(statements, { upTo: upTo + rest.length, ahead: new Set() }))
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
