// Words past their time go, figures stay: looked at without changing anything, or done, in small transactions. A run that
// was interrupted is begun again and finds less to do.
import type { Scope } from '../../domain/record.ts'
import { keepsAll, type Retention, retentionSchema } from '../../domain/retention.ts'
import type { Database, Statements, StoredRow } from '../database/port.ts'
import { type Clearing, clear, emptyOps } from './clearing.ts'
import { cutOff, isPartPast, monthsFor, pastSince, wordsOf } from './retention-rules.ts'

const settingKey = 'retention'
const tallyKey = 'retention.tally'
const recordsAtOnce = 10
const actsAtOnce = 500

/** By kind of record, or `audit_act`, `session`, `invitation`. */
export type Counts = Readonly<Record<string, { readonly count: number; readonly oldest: number | null }>>

export async function readRetention(statements: Statements): Promise<Retention> {
  const text = await statements.setting(settingKey)
  const parsed = text === undefined ? undefined : retentionSchema.safeParse(JSON.parse(text))
  return parsed?.success ? parsed.data : keepsAll
}

export const saveRetention = (statements: Statements, retention: Retention): Promise<void> =>
  statements.saveSetting(settingKey, JSON.stringify(retention))

interface Due extends Clearing {
  readonly since: number
}

const kinds = ['incident', 'matter'] as const

async function dueOf(statements: Statements, record: StoredRow, retention: Retention, now: number): Promise<Due[]> {
  const since = pastSince(record, retention, now)
  if (since === undefined) return []
  const months = monthsFor(record, retention)
  const parts = (await statements.partsOf(record.id)).filter((part) => isPartPast(part, months, now))
  const ofParts: StoredRow[] = []
  for (const { k, id } of parts) if (k === 'narrative') ofParts.push(...(await statements.partsOf(id)))
  return [record, ...parts, ...ofParts].flatMap((row) => {
    const what = wordsOf(row)
    return what === undefined ? [] : { row, what, since }
  })
}

/** What a run would do now. Changes nothing. */
export async function planRetention(database: Database, retention: Retention, now: number): Promise<Counts> {
  const counts: Record<string, { count: number; oldest: number | null }> = {}
  const add = (name: string, count: number, oldest: number | null) => {
    const known = counts[name]
    const times = [known?.oldest, oldest].filter((time) => typeof time === 'number')
    if (count > 0)
      counts[name] = { count: (known?.count ?? 0) + count, oldest: times.length ? Math.min(...times) : null }
  }
  for (const kind of kinds)
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after
      const { dues, last } = await database.read((statements) => page(statements, kind, from, retention, now))
      for (const { row, since } of dues) add(row.k, 1, since)
      after = last
    }
  const { acts, ended } = await database.read((statements) => agedOf(statements, retention, now))
  add('audit_act', acts.count, acts.oldest)
  add('session', ended.sessions.count, ended.sessions.oldest)
  add('invitation', ended.invitations.count, ended.invitations.oldest)
  return counts
}

async function page(statements: Statements, kind: string, after: string, retention: Retention, now: number) {
  const records = await statements.recordsFrom(kind, after, recordsAtOnce)
  const dues: Due[] = []
  for (const record of records) dues.push(...(await dueOf(statements, record, retention, now)))
  return { dues, last: records.length < recordsAtOnce ? undefined : records.at(-1)?.id }
}

async function agedOf(statements: Statements, { actMonths, sessionMonths }: Retention, now: number) {
  const before = (months: number | null) => (months === null ? 0 : cutOff(months, now))
  return {
    acts: await statements.actsBefore(before(actMonths)),
    ended: await statements.endedBefore(before(sessionMonths)),
  }
}

export interface RetentionRun {
  readonly database: Database
  /** ms. */
  readonly now: number
  /** After each transaction. */
  readonly onWritten: (scopes: ReadonlySet<Scope>) => void
  readonly isStopped: () => boolean
}

/** `ran`: what to keep as the day of the run, with its act. False when it was stopped before its end. */
export async function runRetention(
  run: RetentionRun,
  ran: { readonly key: string; readonly day: string },
): Promise<boolean> {
  const { database, now, isStopped } = run
  const retention = await database.read(readRetention)
  for (const kind of kinds)
    for (let after: string | undefined = ''; after !== undefined; ) {
      if (isStopped()) return false
      after = await clearPage(run, kind, after, retention)
    }
  if (!(await emptyOps(database, { isStopped }))) return false
  for (let isMore = retention.actMonths !== null; isMore; ) {
    if (isStopped()) return false
    isMore = await database.write(async (statements) => {
      const gone = await statements.dropActsBefore(cutOff(retention.actMonths ?? 0, now), actsAtOnce)
      await addTally(statements, { audit_act: gone })
      return gone === actsAtOnce
    })
  }
  await database.write((statements) => finish(statements, retention, now, ran))
  return true
}

async function clearPage(run: RetentionRun, kind: string, after: string, retention: Retention) {
  const { database, now, onWritten } = run
  const seen = await database.read((statements) => page(statements, kind, after, retention, now))
  if (seen.dues.length === 0) return seen.last
  const { last, touched } = await database.write(async (statements) => {
    const { dues, last } = await page(statements, kind, after, retention, now)
    await addTally(statements, tallyFor(dues))
    return { last, touched: await clear(statements, dues, { now, by: 'server' }) }
  })
  onWritten(touched)
  return last
}

function tallyFor(dues: readonly Due[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const { row } of dues) tally[row.k] = (tally[row.k] ?? 0) + 1
  return tally
}

async function addTally(statements: Statements, more: Readonly<Record<string, number>>): Promise<void> {
  const tally = await tallyOf(statements)
  for (const [name, count] of Object.entries(more)) if (count > 0) tally[name] = (tally[name] ?? 0) + count
  await statements.saveSetting(tallyKey, JSON.stringify(tally))
}

const tallyOf = async (statements: Statements): Promise<Record<string, number>> =>
  JSON.parse((await statements.setting(tallyKey)) ?? '{}') as Record<string, number>

async function finish(
  statements: Statements,
  retention: Retention,
  now: number,
  { key, day }: { readonly key: string; readonly day: string },
): Promise<void> {
  const { ended } = await agedOf(statements, retention, now)
  if (retention.sessionMonths !== null) await statements.dropEndedBefore(cutOff(retention.sessionMonths, now))
  await addTally(statements, { session: ended.sessions.count, invitation: ended.invitations.count })
  const counts = Object.entries(await tallyOf(statements)).map(([name, count]) => `${name} ${count}`)
  const act = { at: now, person: null, name: 'privacy.retained', outcome: 'ok', records: [] }
  if (!keepsEverything(retention)) await statements.addAct({ ...act, code: counts.sort().join(', ') || 'nothing' })
  await statements.saveSetting(tallyKey, null)
  await statements.saveSetting(key, day)
}

const keepsEverything = ({ incidentMonths, narrativeYears, actMonths, sessionMonths }: Retention): boolean =>
  incidentMonths === null && actMonths === null && sessionMonths === null && Object.keys(narrativeYears).length === 0
