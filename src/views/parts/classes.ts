/** One class attribute of parts that may be absent. Solid's classList loses its classes when `class` changes too. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
