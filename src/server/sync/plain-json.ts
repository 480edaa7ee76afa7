const maxDepth = 24

/**
 * Whether a value out of JSON.parse is safe to merge and to keep: not nested without end, no key that reaches into
 * prototypes, no number that JSON cannot hold (1e999 is read as infinity).
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth >= maxDepth) return false
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth + 1))
  return Object.entries(value).every(([key, item]) => key !== '__proto__' && isPlainJson(item, depth + 1))
}
