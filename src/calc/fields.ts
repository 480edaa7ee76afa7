/**
 * Objects by a table of their fields, checked in the order that calc promises: what is missing, in the order of the
 * table; then what is not known; then the values.
 */
import { at, Fault } from './fault.ts'
import { type Read, record } from './read.ts'

export interface Field<T> {
  readonly read: Read<T>
  readonly isRequired: boolean
  readonly mayBeNull: boolean
}

export type FieldTable = Readonly<Record<string, Field<unknown>>>

export type Values<F extends FieldTable> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

/** Alternatives of which exactly one is given, each a list of fields that belong together; the table has them optional. */
export type Alternatives<F extends FieldTable> = readonly (readonly (keyof F & string)[])[]

export function required<T>(read: Read<T>): Field<T> {
  return { read, isRequired: true, mayBeNull: false }
}

/** Must be there, and may be null. */
export function requiredOrNull<T>(read: Read<T>): Field<T | null> {
  return { read: (value, path) => (value === null ? null : read(value, path)), isRequired: true, mayBeNull: true }
}

export function optional<T>(read: Read<T>): Field<T | undefined> {
  return withDefault<T | undefined>(read, undefined)
}

export function withDefault<T>(read: Read<T>, fallback: T): Field<T> {
  return {
    read: (value, path) => (value === undefined ? fallback : read(value, path)),
    isRequired: false,
    mayBeNull: false,
  }
}

export function object<F extends FieldTable>(table: F, alternatives: Alternatives<F> = []): Read<Values<F>> {
  return (value, path) => {
    const given = record(value, path)
    checkMissing(table, alternatives, given, path)
    for (const key of Object.keys(given))
      if (!Object.hasOwn(table, key)) throw new Fault('unknown_field', at(path, key), 'There is no such field here.')
    checkConflict(alternatives, given, path)
    const values = Object.entries(table).map(([key, field]) => [key, field.read(given[key], at(path, key))])
    return Object.fromEntries(values) as Values<F>
  }
}

function checkMissing(
  table: FieldTable,
  alternatives: readonly (readonly string[])[],
  given: Record<string, unknown>,
  path: string,
): void {
  const firstOfAll = alternatives[0]?.[0]
  for (const [key, field] of Object.entries(table)) {
    if (key === firstOfAll) {
      const chosen = alternatives.find((fields) => fields.some((name) => isGiven(given, name))) ?? alternatives[0] ?? []
      for (const name of chosen) if (!isGiven(given, name)) throw missing(at(path, name))
    }
    const isMissing = given[key] === undefined || (given[key] === null && !field.mayBeNull)
    if (field.isRequired && isMissing) throw missing(at(path, key))
  }
}

function checkConflict(
  alternatives: readonly (readonly string[])[],
  given: Record<string, unknown>,
  path: string,
): void {
  const [, second] = alternatives.filter((fields) => fields.some((name) => isGiven(given, name)))
  const later = second?.find((name) => isGiven(given, name))
  if (later !== undefined) throw new Fault('conflict', at(path, later), 'Only one of these may be given.')
}

function isGiven(given: Record<string, unknown>, name: string): boolean {
  return Object.hasOwn(given, name) && given[name] !== undefined
}

function missing(path: string): Fault {
  return new Fault('missing_field', path, 'This field is required.')
}
