// The words of somebody who has left: counted by kind, or erased, with their name. What they did stays, under their id.
import { personKind } from '../../domain/partnership.ts'
import type { Doc, GroupMark, Scope } from '../../domain/record.ts'
import type { Database, Statements, StoredRow } from '../database/port.ts'
import { type Clearing, clear, emptyOps } from './clearing.ts'
import type { OpChange } from './erased.ts'
import { isHeld, isRecordHeld } from './legal-hold.ts'
import { differing, figuresOf, incidentGroups, wordsOf } from './retention-rules.ts'

/** What the catalogue and the account call somebody whose words were erased. */
export const departedName = 'Former colleague'
const rowsAtOnce = 100

/** What of a row are the person's words, or name them; undefined: nothing. */
export function wordsBy(row: StoredRow, personId: string): Clearing['what'] | undefined {
  if (row.doc === '{}') return undefined
  const doc = JSON.parse(row.doc) as Doc
  const marks = JSON.parse(row.groups) as Record<string, GroupMark>
  const isBy = (group: string) => marks[group]?.by === personId
  const isOwn = doc.byId === personId
  switch (row.k) {
    case 'incident': {
      const groups = Object.entries(incidentGroups(doc)).filter(([group]) =>
        group === 'requester' ? doc.requesterId === personId : isBy(group),
      )
      return differing(Object.fromEntries(groups), doc)
    }
    case 'incident_event': {
      const names = JSON.stringify([doc.before, doc.after]).includes(personId)
      const lines = { before: figuresOf(doc.before), after: figuresOf(doc.after) }
      return isOwn || names ? differing({ line: { ...(isOwn ? { text: '' } : {}), ...lines } }, doc) : undefined
    }
    case 'comment':
    case 'work_note':
      return isOwn ? wordsOf(row) : undefined
    case 'follow':
      return doc.personId === personId ? 'erase' : withoutReplies(doc, personId)
    case 'narrative':
      return isBy('text') ? 'erase' : undefined
    case 'attachment':
      return doc.addedById === personId ? 'erase' : undefined
    case 'saved_view':
      return doc.ownerId === personId ? 'erase' : undefined
    case 'conflict':
      return isSettled(doc) && [doc.shown, doc.other].some((side) => (side as Doc).by === personId)
        ? 'erase'
        : undefined
    case personKind.name:
      return row.id === personId ? differing({ about: { name: departedName, team: '' } }, doc) : undefined
    default:
      return undefined
  }
}

/** An open one about figures is somebody's to decide. */
const isSettled = ({ kind, solvedAt }: Doc): boolean => kind === 'narrative' || solvedAt !== null

function withoutReplies(doc: Doc, personId: string): Clearing['what'] | undefined {
  const replies = (doc.replies as readonly Doc[] | undefined)?.map((reply) =>
    reply.byId === personId ? { ...reply, text: '' } : reply,
  )
  return replies && differing({ shown: { replies } }, doc)
}

/** Lines of others that say what stood there before: it may have been the person's. */
async function writtenOver(
  statements: Statements,
  { doc }: StoredRow,
  personId: string,
  known: readonly Clearing[],
): Promise<Clearing[]> {
  const lines = (await statements.partsOf(String((JSON.parse(doc) as Doc).incidentId))).filter(
    (line) => line.k === 'incident_event' && line.doc !== '{}' && !known.some(({ row }) => row.id === line.id),
  )
  return lines.flatMap((row) => {
    const line = JSON.parse(row.doc) as Doc
    const what = differing({ line: { before: figuresOf(line.before) } }, line)
    return what && wordsBy(row, personId) === undefined ? { row, what } : []
  })
}

type Place = Pick<StoredRow, 'k' | 'id'>

/** `kinds`: only of these; all when not given. */
async function page(statements: Statements, personId: string, after: Place, kinds?: ReadonlySet<string>) {
  const rows = await statements.rowsNaming(personId, after, rowsAtOnce)
  const clearings: Clearing[] = []
  for (const row of rows) {
    const what = kinds?.has(row.k) === false ? undefined : wordsBy(row, personId)
    if (what === undefined || (await isHeld(statements, row))) continue
    clearings.push({ row, what })
    if (row.k === 'incident_event') clearings.push(...(await writtenOver(statements, row, personId, clearings)))
  }
  return { clearings, last: rows.length < rowsAtOnce ? undefined : rows.at(-1) }
}

export interface Departed {
  readonly database: Database
  readonly personId: string
  readonly kinds?: ReadonlySet<string>
}

const start: Place = { k: '', id: '' }

/** By kind, what would be erased or emptied. */
export async function countWords({ database, personId }: Departed): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (let after: Place | undefined = start; after; ) {
    const from: Place = after
    const { clearings, last } = await database.read((statements) => page(statements, personId, from))
    for (const { row } of clearings) counts[row.k] = (counts[row.k] ?? 0) + 1
    after = last
  }
  return counts
}

/** In small transactions; begun again after an interruption it does what is left. Hands back what went, by kind. */
export async function eraseWords(
  { database, personId, kinds }: Departed,
  { now, by }: { readonly now: number; readonly by: string },
  onWritten: (scopes: ReadonlySet<Scope>) => void,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (let after: Place | undefined = start; after; ) {
    const from: Place = after
    const done = await database.write(async (statements) => {
      const { clearings, last } = await page(statements, personId, from, kinds)
      const touched = clearings.length > 0 ? await clear(statements, clearings, { now, by }) : new Set<Scope>()
      return { clearings, last, touched }
    })
    for (const { row } of done.clearings) counts[row.k] = (counts[row.k] ?? 0) + 1
    onWritten(done.touched)
    after = done.last
  }
  // Also what others have written over since.
  const isAlso = async (statements: Statements, { k, id }: OpChange, author: string) =>
    author === personId && kinds?.has(k) !== false && !(await isRecordHeld(statements, k, id))
  await emptyOps(database, { isAlso })
  return counts
}
