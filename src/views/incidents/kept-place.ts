// Where a person was in the list when they left it, so that the way back leads there.
import type { ListPlace } from './list-address.ts'
import { addressOf } from './list-address.ts'

let kept: { readonly address: string; readonly top: number } | undefined

export function keepPlace(place: ListPlace, top: number): void {
  kept = { address: addressOf(place), top }
}

/** How far down the page was scrolled, if this is the list that was left. */
export const keptTop = (place: ListPlace): number => (kept?.address === addressOf(place) ? kept.top : 0)

/** Where "back to the list" leads: the list that was left, with its search. */
export const listAddress = (): string => kept?.address ?? '/incidents'
