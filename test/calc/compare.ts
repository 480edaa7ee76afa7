/** How an answer is compared with a worked case: only what the case names, with its tolerance; instants as moments. */
import { parseInstant } from '../../src/domain/time.ts'

export interface Tolerance {
  readonly abs?: number
  readonly rel?: number
  readonly fields?: Readonly<Record<string, { readonly abs?: number; readonly rel?: number }>>
}

/** A sentence for each difference; none when the answer is right. */
export function differences(actual: unknown, expected: unknown, tolerance?: Tolerance): string[] {
  return compare(actual, expected, tolerance ?? { abs: 5e-7, rel: 1e-4 }, tolerance?.fields ?? {}, '')
}

function compare(
  actual: unknown,
  expected: unknown,
  near: { abs?: number; rel?: number },
  fields: NonNullable<Tolerance['fields']>,
  path: string,
): string[] {
  const differs = [`${path || 'the answer'} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs
    return expected.flatMap((entry, i) => compare(actual[i], entry, near, fields, `${path}/${i}`))
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return differs
    const given = actual as Record<string, unknown>
    return Object.entries(expected).flatMap(([key, value]) =>
      Object.hasOwn(given, key)
        ? compare(given[key], value, fields[key] ?? near, fields, `${path}/${key}`)
        : [`${path}/${key} is absent`],
    )
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    const allowed = Math.max(near.abs ?? 0, (near.rel ?? 0) * Math.abs(expected))
    return Math.abs(actual - expected) <= allowed ? [] : differs
  }
  if (typeof expected === 'string' && typeof actual === 'string') {
    const moment = parseInstant(expected)
    if (moment !== undefined && moment === parseInstant(actual)) return []
  }
  return actual === expected ? [] : differs
}
