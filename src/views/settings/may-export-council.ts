import type { Role } from '../../domain/access.ts'
import type { Session } from '../../domain/wire.ts'

const speakers: readonly Role[] = ['client_officer', 'manager', 'admin']

/** Client officers for their own council; managers and administrators for all that theirs is. */
export const mayExportCouncil = ({ grants }: Pick<Session, 'grants'>, councilId: string): boolean =>
  grants.some(({ role, on }) => speakers.includes(role) && (on === null || on === councilId))
