/** What one system needs of others. */

export type Dependency =
  | { readonly kind: 'hard'; readonly on: string }
  /** `weight`, 0 to 1: the share of its loss that is passed on. */
  | { readonly kind: 'soft'; readonly on: string; readonly weight: number }
  /** Works while at least `need` of the members do. */
  | { readonly kind: 'any'; readonly of: readonly string[]; readonly need: number }

/** From a system to what it needs. */
export type Dependencies = ReadonlyMap<string, readonly Dependency[]>
