// Sorting the rows of a table. Pure.

export interface SortState {
  readonly key: string
  readonly isDescending: boolean
}

/** The rows in order of one value each; rows without a value come last either way, equals keep their order. */
export function orderRows<R>(
  rows: readonly R[],
  sortValue: (row: R) => number | string | undefined,
  isDescending: boolean,
): readonly R[] {
  const sign = isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const left = sortValue(a)
    const right = sortValue(b)
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined)
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * String(left).localeCompare(String(right), 'en-GB', { numeric: true })
  })
}
