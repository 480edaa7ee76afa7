// Whether two hold the same rows of a scope, without comparing them: the xor of a hash of each row's identity and version.
// Deleted rows count, as deleted: both sides keep them. The order of rows does not matter, and a row that changes is taken
// out as it was and put in as it is. It finds mistakes, not forgeries.

/** 16 hexadecimal digits; of no rows at all: zeros. */
export type Digest = string
export const emptyDigest: Digest = '0'.repeat(16)

export interface DigestedRow {
  readonly k: string
  readonly id: string
  readonly ver: number
  readonly del: boolean
}

/** Two multiplying lanes over the UTF-16 units of `k id ver 0|1`, then mixed (cyrb53 by bryc, public domain, all 64 bits). */
export function rowDigest({ k, id, ver, del }: DigestedRow): Digest {
  const text = `${k} ${id} ${ver} ${del ? 1 : 0}`
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  const high = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  const low = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return hex(high) + hex(low)
}

/** Puts a row's digest into that of its scope or, the second time, takes it out. */
export const xorDigests = (a: Digest, b: Digest): Digest =>
  hex(Number.parseInt(a.slice(0, 8), 16) ^ Number.parseInt(b.slice(0, 8), 16)) +
  hex(Number.parseInt(a.slice(8), 16) ^ Number.parseInt(b.slice(8), 16))

/** The digest of a scope after a row of it was replaced; `undefined`: there was, or is, none. */
export function replacedIn(digest: Digest, before: DigestedRow | undefined, after: DigestedRow | undefined): Digest {
  const without = before ? xorDigests(digest, rowDigest(before)) : digest
  return after ? xorDigests(without, rowDigest(after)) : without
}

const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0')
