// How scopes are written. Which exist, who reads each and who writes it: access.ts.
import type { Scope } from './record.ts'

export const catalogueScope: Scope = 'catalogue'
export const sharedDeskScope: Scope = 'desk:shared'
/** Notes of colleagues on outages, which are everybody's: kept from everybody but ICT. */
export const sharedNotesScope: Scope = 'notes:shared'
export const deskScope = (councilId: string): Scope => `desk:${councilId}`
/** Work notes: the desk's own, and nobody else's. */
export const notesScope = (councilId: string): Scope => `notes:${councilId}`
export const userScope = (personId: string): Scope => `user:${personId}`
export const factsScope = (councilId: string): Scope => `facts:${councilId}`
export const legalScope = (teamId: string): Scope => `legal:${teamId}`
/** Behind a wall: only those named on the matter. */
export const matterScope = (matterId: string): Scope => `matter:${matterId}`
export const timeScope = (personId: string): Scope => `time:${personId}`
/** Of a council, or of a legal team as a whole. */
export const figuresScope = (id: string): Scope => `figures:${id}`

/** A scope taken apart; undefined when it is of no known form. */
export function partsOfScope(scope: Scope): { name: string; of: string | undefined } | undefined {
  const colon = scope.indexOf(':')
  const name = colon < 0 ? scope : scope.slice(0, colon)
  const of = colon < 0 ? undefined : scope.slice(colon + 1)
  if (of === '' || !/^[a-z]+$/.test(name)) return undefined
  return { name, of }
}
