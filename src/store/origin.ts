// Changes that get another number say which they had: another copy of this profile may send the same ones, and the server
// does them once.
import type { Op } from '../domain/wire.ts'
import { isTooLarge } from './outbox.ts'

/** `op` as it is sent anew, with its first number and installation, unless it is too large to say so. */
export function again<T extends Omit<Op, 'mid'>>(op: T, client: string, { mid, at }: Pick<Op, 'mid' | 'at'>): T {
  // Copies may have given one number to several changes: the time tells them apart.
  const named = { ...op, origin: op.origin ?? `${client} ${mid} ${at}` }
  return isTooLarge({ mid, ...named }, JSON.stringify({ mid, ...named })) ? op : named
}
