/** Readers: from a JSON value and its path to a checked value, or a Fault. */
import { at, Fault } from './fault.ts'

export type Read<T> = (value: unknown, path: string) => T

interface NumberRange {
  readonly min?: number
  readonly max?: number
  readonly isWhole?: boolean
}

export function number({ min = Number.NEGATIVE_INFINITY, max = Number.MAX_VALUE, isWhole = false }: NumberRange = {}) {
  return (value: unknown, path: string): number => {
    if (typeof value !== 'number') throw wrongType(value, path, 'A number')
    if (value < min || value > max || !Number.isFinite(value))
      throw new Fault('bad_value', path, `This number must lie between ${min} and ${max}.`)
    if (isWhole && !Number.isInteger(value)) throw new Fault('bad_value', path, 'This must be a whole number.')
    return value
  }
}

/** A number above 0. */
export const positive: Read<number> = (value, path) => {
  const given = number()(value, path)
  if (given <= 0) throw new Fault('bad_value', path, 'This number must be above 0.')
  return given
}

export const flag: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw wrongType(value, path, 'true or false')
  return value
}

export const text: Read<string> = (value, path) => {
  if (typeof value !== 'string') throw wrongType(value, path, 'Text')
  return value
}

/** Text that must hold words. */
export const words: Read<string> = (value, path) => {
  const given = text(value, path)
  if (given.trim() === '') throw new Fault('missing_field', path, 'This text must not be blank.')
  return given
}

export function oneOfTexts<T extends string>(allowed: readonly T[]): Read<T> {
  return (value, path) => {
    const given = text(value, path)
    const found = allowed.find((option) => option === given)
    if (found === undefined) throw new Fault('bad_value', path, `This must be one of: ${allowed.join(', ')}.`)
    return found
  }
}

export function list<T>(read: Read<T>): Read<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrongType(value, path, 'A list')
    return value.map((entry, index) => read(entry, at(path, index)))
  }
}

/** A list of exactly two. */
export function pair<A, B>(readFirst: Read<A>, readSecond: Read<B>): Read<readonly [A, B]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrongType(value, path, 'A list of two')
    if (value.length !== 2) throw new Fault('bad_value', path, 'This list must hold exactly two entries.')
    return [readFirst(value[0], at(path, 0)), readSecond(value[1], at(path, 1))]
  }
}

export function map<T>(read: Read<T>): Read<Map<string, T>> {
  return (value, path) =>
    new Map(Object.entries(record(value, path)).map(([key, entry]) => [key, read(entry, at(path, key))]))
}

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value, path) => (value === null ? null : read(value, path))
}

export function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(value, path, 'An object')
  return value as Record<string, unknown>
}

function wrongType(value: unknown, path: string, wanted: string): Fault {
  if (value === null || value === undefined)
    return new Fault('missing_field', path, `${wanted} is needed here, and there is none.`)
  return new Fault('wrong_type', path, `${wanted} is needed here.`)
}
