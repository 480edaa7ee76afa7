// What this device has of legal text lies sealed in its database: this layer, between Dexie and IndexedDB, seals what is
// written and opens what is read. It never waits, so that no transaction ends in the middle. What only this device has
// (ops that wait, drafts, what was refused) lies open: nobody else's key is needed to send or to save it.
import type { DBCore, DBCoreCursor, DBCoreMutateRequest, Middleware } from 'dexie'

export interface Cipher {
  /** `about` names the record that the bytes are of: they open only under the same name. */
  seal(bytes: Uint8Array, about: string): Uint8Array
  /** Undefined: not of this key, of another record, or changed since. */
  open(sealed: Uint8Array, about: string): Uint8Array | undefined
}

/** What the layer asks, at each reading and writing. */
export interface Sealing {
  /** While the lease runs. */
  cipher(): Cipher | undefined
  /** There was a lease, and it has ended: legal text of the server's must not be written down. */
  isLocked(): boolean
}

/** Legal text came for this device while it has no key. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/** In place of the fields that lie sealed, in a document or beside it; still there after reading when they do not open. */
const sealedMark = '$sealed'

type Fields = Readonly<Record<string, unknown>>

const noSide = { value: {}, by: '', at: 0 }
/** What lies sealed, by table; and what stands in its place as long as it does not open. */
const blanks: Readonly<Record<string, Fields>> = {
  k_narrative: { text: '' },
  k_matter: { note: '', parties: [] },
  k_conflict: { shown: noSide, other: noSide },
}

export const isLegal = (scope: unknown): boolean => typeof scope === 'string' && /^(legal|matter):/.test(scope)

export const isSealed = (value: unknown): boolean => typeof value === 'object' && value !== null && sealedMark in value

/** A document that may not have opened, in the shape of its kind. */
export function inShape(table: string, doc: Fields): Fields {
  if (!isSealed(doc)) return doc
  const { [sealedMark]: _, ...rest } = doc
  return { ...blanks[table], ...rest }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The `fields` of an object together as one sealed text. What did not open when it was read stays as it was. */
function sealFields(all: Fields, fields: readonly string[], about: string, sealing: Sealing): Fields {
  if (!fields.some((field) => field in all)) return all
  const cipher = sealing.cipher()
  if (!cipher) {
    // Beside what does not open lie changes that only this device has.
    if (!isSealed(all) && sealing.isLocked()) throw new LockedError('there is no key to keep legal text with')
    return all
  }
  const whole = openFields(all, about, sealing)
  if (isSealed(whole)) return whole
  const named = Object.entries(whole)
  const text = JSON.stringify(Object.fromEntries(named.filter(([field]) => fields.includes(field))))
  const rest = Object.fromEntries(named.filter(([field]) => !fields.includes(field)))
  return { ...rest, [sealedMark]: cipher.seal(encoder.encode(text), about) }
}

/** Fields that lie open beside the sealed ones are newer. */
function openFields(all: Fields, about: string, sealing: Sealing): Fields {
  const { [sealedMark]: closed, ...rest } = all
  const bytes = closed instanceof Uint8Array ? sealing.cipher()?.open(closed, about) : undefined
  return bytes ? { ...(JSON.parse(decoder.decode(bytes)) as Fields), ...rest } : all
}

/** How the rows of one table are sealed and opened. */
interface Sealer {
  seal(row: Fields, sealing: Sealing): Fields
  open(row: Fields, sealing: Sealing): Fields
}

type Change = (all: Fields, fields: readonly string[], about: string, sealing: Sealing) => Fields
const unseal: Change = (all, _, about, sealing) => (isSealed(all) ? openFields(all, about, sealing) : all)

/** Both documents of a record: the one that is shown, and the server's under it. */
function sealerOfRecords(table: string, fields: readonly string[]): Sealer {
  const both = (change: Change) => (row: Fields, sealing: Sealing) => {
    const about = `${table} ${String(row.id)}`
    const confirmed = row.confirmed as Fields | undefined
    if (!isLegal(row.s) || confirmed?.ver === 0) return row
    const inside = (doc: unknown) =>
      typeof doc === 'object' && doc !== null ? change(doc as Fields, fields, about, sealing) : doc
    return {
      ...row,
      doc: inside(row.doc),
      ...(confirmed && { confirmed: { ...confirmed, doc: inside(confirmed.doc) } }),
    }
  }
  return { seal: both(sealFields), open: both(unseal) }
}

const sealerOfSent: Sealer = {
  seal: (op, sealing) => {
    // As long as it lies over a record it must be readable. Without a key it waits for the next lease: the server has it.
    if (isSealed(op) || op.isOpen === 1 || !sealing.cipher() || !isLegalOp(op)) return op
    return { text: '', ...sealFields(op, ['text'], aboutOp(op), sealing) }
  },
  open: (op, sealing) => {
    if (!isSealed(op)) return op
    const { text: _, ...rest } = op
    return { text: '', ...openFields(rest, aboutOp(op), sealing) }
  },
}
const aboutOp = (op: Fields) => `sent ${String(op.client)} ${String(op.mid)}`
const isLegalOp = ({ vers, text }: Fields) =>
  Object.keys((vers as Fields | undefined) ?? {}).some(isLegal) || /"s":"(legal|matter):/.test(String(text))

/** Of a row that is not known here, what counts it stays to be read. */
const sealerOfUnknown: Sealer = {
  seal: (held, sealing) => {
    if (isSealed(held) || !isLegal(held.s)) return held
    const sealed = sealFields(held, ['row'], `unknown ${String(held.key)}`, sealing)
    if (!isSealed(sealed)) return held
    const { k, id, s, ver, del } = held.row as Fields
    return { ...sealed, row: { k, id, s, ver, del, doc: {}, groups: {} } }
  },
  open: (held, sealing) => {
    if (!isSealed(held)) return held
    const { row, ...rest } = held
    return { row, ...openFields(rest, `unknown ${String(held.key)}`, sealing) }
  },
}

function sealerOf(table: string): Sealer | undefined {
  if (table === 'sent') return sealerOfSent
  if (table === 'unknown') return sealerOfUnknown
  const blank = blanks[table]
  return blank && sealerOfRecords(table, Object.keys(blank))
}

/** Tables in which something may lie sealed. */
export const sealedTables: readonly string[] = [...Object.keys(blanks), 'sent', 'unknown']

/** Above Dexie's own layers that remember rows (which they do sealed), and under those that people's code sees. */
const level = 3

export const sealed = (sealing: Sealing): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'sealed',
  level,
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name)
      const sealer = sealerOf(name)
      if (!sealer) return table
      const open = (row: unknown) =>
        typeof row === 'object' && row !== null ? sealer.open(row as Fields, sealing) : row
      const seal = (request: DBCoreMutateRequest): DBCoreMutateRequest =>
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row: Fields) => sealer.seal(row, sealing)) }
          : request
      return {
        ...table,
        mutate: (request) => table.mutate(seal(request)),
        get: (request) => table.get(request).then(open),
        getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
        query: (request) =>
          table
            .query(request)
            .then((answer) => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
        openCursor: (request) =>
          table.openCursor(request).then((cursor) => (cursor && request.values ? opening(cursor, open) : cursor)),
      }
    },
  }),
})

/** A cursor whose rows are open. What a browser's own cursor says of itself it says only to itself. */
const opening = (cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => open(cursor.value) },
  })
