// Ids: UUIDv7, so that ids sort by the time of the thing they name (imports carry the record's own time).

/**
 * A UUIDv7 of the instant `at` (ms since the epoch, UTC; clamped to 0 and 48 bits) and ten random bytes.
 * RFC 9562, 5.7.
 */
export function makeId(at: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let ms = Math.min(Math.max(Math.floor(at), 0), 2 ** 48 - 1)
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The instant (ms) that an id carries. */
export function instantOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
