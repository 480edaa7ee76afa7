// The scopes that exist. What is in each, who reads it and who writes it: access.ts.
import type { Scope } from './record.ts'

export const catalogueScope: Scope = 'catalogue'
export const sharedDeskScope: Scope = 'desk:shared'
/** Notes of colleagues on outages, which are everybody's: kept from everybody but ICT. */
export const sharedNotesScope: Scope = 'notes:shared'
export const boardScope: Scope = 'board'
export const deskScope = (councilId: string): Scope => `desk:${councilId}`
export const notesScope = (councilId: string): Scope => `notes:${councilId}`
export const userScope = (userId: string): Scope => `user:${userId}`
export const legalScope = (team: string): Scope => `legal:${team}`
export const matterScope = (matterId: string): Scope => `matter:${matterId}`
export const timeScope = (userId: string): Scope => `time:${userId}`
export const factsScope = (councilId: string): Scope => `facts:${councilId}`
export const figuresScope = (councilId: string): Scope => `figures:${councilId}`
export const boardPartScope = (councilId: string): Scope => `board:${councilId}`

/** A scope taken apart; undefined when it is of no known form. */
export function partsOfScope(scope: Scope): { name: string; of: string | undefined } | undefined {
  const colon = scope.indexOf(':')
  const name = colon < 0 ? scope : scope.slice(0, colon)
  const of = colon < 0 ? undefined : scope.slice(colon + 1)
  if (of === '' || !/^[a-z]+$/.test(name)) return undefined
  return { name, of }
}
