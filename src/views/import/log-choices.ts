// What a person has chosen about a log, as pure functions: what is kept for the next file with these columns, and what is
// still missing before the file can be read.
import type {
  DateOrder,
  Dress,
  LogColumn,
  LogField,
  LogLook,
  LogMapping,
  LogTables,
} from '../../intake/incident-log.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

/** Kept on this device under the fingerprint of the column names. What each file shows by itself is not among it. */
export interface KeptChoices {
  readonly dress: Pick<Dress, 'dateOrders' | 'isDecimalComma' | 'missing' | 'zone'>
  readonly mapping: LogMapping
  readonly source: string
  readonly tables: LogTables
}

export const keptKey = (fingerprint: string): string => `import-incidents:${fingerprint}`

export const keptOf = (
  { dateOrders, isDecimalComma, missing, zone }: Dress,
  mapping: LogMapping,
  source: string,
  tables: LogTables,
): KeptChoices => ({ dress: { dateOrders, isDecimalComma, missing, zone }, mapping, source, tables })

/** Undefined for what was kept by other code and does not read as choices of today. */
export function readKept(value: unknown): KeptChoices | undefined {
  const kept = value as Partial<KeptChoices> | undefined
  const isThere = kept?.dress && kept.mapping && kept.tables && typeof kept.source === 'string'
  return isThere ? (kept as KeptChoices) : undefined
}

/** What was said last time of the values that this file has, too, over what is proposed for them. */
export function withKeptTables(proposed: LogTables, kept: LogTables): LogTables {
  const merged = Object.entries(proposed).map(([field, table]) => {
    if (field === 'councilForOthers') return [field, kept.councilForOthers ?? table]
    const known = (kept[field as keyof LogTables] ?? {}) as Record<string, unknown>
    const values = Object.entries(table as Record<string, unknown>)
    return [
      field,
      Object.fromEntries(
        values.map(([value, meaning]) => [value, Object.hasOwn(known, value) ? known[value] : meaning]),
      ),
    ]
  })
  return Object.fromEntries(merged) as unknown as LogTables
}

/** Columns whose dates were found to have an order, or can be read in two. */
export const orderedColumns = (columns: readonly LogColumn[]): readonly LogColumn[] =>
  columns.filter(({ dates }) => dates !== null && dates !== 'year_first')

/** The one order of all of them, day first where there are none; undefined where they differ. */
export function commonOrder(columns: readonly LogColumn[], dress: Dress): DateOrder | undefined {
  const told = orderedColumns(columns).map(({ index }) => dress.dateOrders[index] ?? 'dmy')
  const orders = new Set(told.length > 0 ? told : Object.values(dress.dateOrders))
  return orders.size > 1 ? undefined : ([...orders][0] ?? 'dmy')
}

/** Of every column: one with few dates in it is read as the others are. */
export const ordersOf = (columns: readonly LogColumn[], order: DateOrder): Dress['dateOrders'] =>
  Object.fromEntries(columns.map(({ index }) => [index, order]))

/** Columns that nothing is known of have the order that the others have in common. */
export function withCommonOrder(columns: readonly LogColumn[], dress: Dress): Dress {
  const order = commonOrder(columns, dress)
  return order ? { ...dress, dateOrders: { ...ordersOf(columns, order), ...dress.dateOrders } } : dress
}

/** "?, n/a" -> ["?", "n/a"]. */
export const marksOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((mark) => mark.trim())
      .filter((mark) => mark !== ''),
  ),
]

export const columnFieldId = (field: LogField): string => `log-column-${field}`

/** Why the file cannot be read with these columns yet. */
export function columnErrors(mapping: LogMapping): FormError[] {
  const errors: FormError[] = []
  if (mapping.number === undefined && mapping.title === undefined)
    errors.push({ fieldId: columnFieldId('number'), message: 'Choose the column of the number, or of the title.' })
  if (mapping.opened === undefined && mapping.updated === undefined)
    errors.push({ fieldId: columnFieldId('opened'), message: 'Choose the column that says when it was raised.' })
  return errors
}

export const councilFieldId = 'log-council'

/** Why nothing could be imported with these meanings. */
export function valueErrors({ council, councilForOthers }: LogTables): FormError[] {
  if (councilForOthers !== null || Object.values(council).some((id) => id !== null)) return []
  return [{ fieldId: councilFieldId, message: 'Choose the council whose incidents these are.' }]
}

/** A column is one field at most: given to another one, it is taken from the first. */
export function withColumn(mapping: LogMapping, field: keyof LogMapping, index: number | undefined): LogMapping {
  const others = Object.entries(mapping).filter(([other, column]) => other !== field && column !== index)
  return Object.fromEntries(index === undefined ? others : [...others, [field, index]])
}

/** Names of the columns that nothing is read from. */
export const unusedColumns = ({ columns }: Pick<LogLook, 'columns'>, mapping: LogMapping): string[] => {
  const used = new Set(Object.values(mapping))
  return columns.filter(({ index }) => !used.has(index)).map(({ name }) => name)
}
