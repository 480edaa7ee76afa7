// What a person may do with an incident of a council. Pure.
import type { Access, Role } from '../../domain/access.ts'
import { mayRead, mayWrite } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { deskScope, notesScope } from '../../domain/scope.ts'

const holdsFor = ({ grants }: Access, role: Role, councilId: string) =>
  grants.some((grant) => grant.role === role && (grant.on === null || grant.on === councilId))

export const mayRaiseFor = (access: Access, councilId: string): boolean =>
  mayWrite(access, deskScope(councilId), 'incident')

/** All others see what they raised by their follow records only. */
export const readsDesk = (access: Access, councilId: string): boolean => mayRead(access, deskScope(councilId))

/** Those who may read what the desk says among itself are those who work there. */
export const worksOnDesk = (access: Access, councilId: string): boolean => mayRead(access, notesScope(councilId))

export const mayEscalate = (access: Access, councilId: string): boolean =>
  holdsFor(access, 'client_officer', councilId) || worksOnDesk(access, councilId)

/** The desk, the council's client officer, and whoever asked. */
export const maySpeakOn = (
  access: Access,
  { councilId, requesterId, raisedById }: Pick<Recorded<'incident'>, 'councilId' | 'requesterId' | 'raisedById'>,
): boolean => mayEscalate(access, councilId) || requesterId === access.userId || raisedById === access.userId
