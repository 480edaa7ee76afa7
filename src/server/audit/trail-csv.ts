import { byteOrderMark, csvLine } from '../../reports/csv.ts'
import type { ActFilter, StoredAct } from '../database/acts-port.ts'
import type { Database } from '../database/port.ts'

const pageActs = 1000
const columns = ['When (UTC)', 'Person', 'Person id', 'Act', 'Outcome', 'Reason', 'Kind', 'Record id', 'Scope']

/** A line for each record of each act, or one for an act without; read page by page, only as fast as it is taken. */
export async function* trailCsv(database: Database, filter: ActFilter): AsyncGenerator<string> {
  const users = await database.read((statements) => statements.users())
  const names = new Map(users.map(({ id, name }) => [id, name]))
  yield byteOrderMark + csvLine(columns)
  let before = filter.before
  while (true) {
    const asked = { ...filter, before }
    const acts = await database.read((statements) => statements.acts(asked, pageActs))
    if (acts.length > 0) yield acts.flatMap((act) => linesOf(act, names)).join('')
    if (acts.length < pageActs) return
    before = acts.at(-1)
  }
}

function linesOf(
  { at, person, name, outcome, code, records }: StoredAct,
  names: ReadonlyMap<string, string>,
): string[] {
  const who = person === null ? '' : (names.get(person) ?? '')
  const start = [new Date(at).toISOString(), who, person, name, outcome, code]
  const parts = records.length > 0 ? records.map(({ k, id, s }) => [k, id, s]) : [[null, null, null]]
  return parts.map((part) => csvLine([...start, ...part]))
}
