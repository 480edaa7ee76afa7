// Where a person was in the list when they left it, so that the way back leads there.
import type { ListPlace } from './list-address.ts'
import { addressOf } from './list-address.ts'

export interface KeptPlace {
  /** How far down the page was scrolled. */
  readonly top: number
  /** The row that was opened, from 0; -1: none. */
  readonly index: number
}

let kept: (KeptPlace & { readonly address: string }) | undefined

export function keepPlace(place: ListPlace, where: KeptPlace): void {
  kept = { ...where, address: addressOf(place) }
}

/** Where the person was, if this is the list that was left. */
export const keptPlace = (place: ListPlace): KeptPlace =>
  kept?.address === addressOf(place) ? kept : { top: 0, index: -1 }

/** Where "back to the list" leads: the list that was left, with its search. */
export const listAddress = (): string => kept?.address ?? '/incidents'
