// By which word the two sides of the wire know each other, and whether one has moved on without the other.
import { protocol } from './wire.ts'

export type Speaker = 'same' | 'earlier' | 'later'

function numberOf(x: unknown): number | undefined {
  const found = typeof x === 'string' ? /^sync(\d{1,6})$/.exec(x)?.[1] : undefined
  return found === undefined ? undefined : Number(found)
}

/** How whoever says `x` stands to this version; undefined: that is none of ours. */
export function speakerOf(x: unknown): Speaker | undefined {
  const [theirs, ours] = [numberOf(x), numberOf(protocol) ?? 0]
  if (theirs === undefined) return undefined
  if (theirs === ours) return 'same'
  return theirs < ours ? 'earlier' : 'later'
}
