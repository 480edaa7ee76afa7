// Roles and grants in words.
import type { Grant, Role } from '../../domain/access.ts'

export interface RoleWords {
  readonly label: string
  /** In a sentence: "Only an administrator can ...". */
  readonly holder: string
  readonly detail: string
}

export const roleWords: Readonly<Record<Role, RoleWords>> = {
  staff: { label: 'Staff', holder: 'staff', detail: 'Sees outages' },
  ict: { label: 'ICT', holder: 'ICT', detail: 'Reports, ends and corrects outages, keeps the systems' },
  legal: { label: 'Legal', holder: 'Legal', detail: 'Records time and opens matters' },
  practice_manager: {
    label: 'Practice manager',
    holder: 'a practice manager',
    detail: 'Keeps posts, absences and charge rates, sees the team’s time',
  },
  manager: { label: 'Manager', holder: 'a manager', detail: 'Sees figures, keeps divisions and head counts' },
  client_officer: { label: 'Client officer', holder: 'a client officer', detail: 'Sees the figures of one council' },
  admin: { label: 'Administrator', holder: 'an administrator', detail: 'People, councils, calendars and holidays' },
}

/** Every council is one place to administer. */
export const isForAllOnly = (role: Role): boolean => role === 'admin'

/** Held for a legal team, and not for a council. */
export const isForTeams = (role: Role): boolean => role === 'legal' || role === 'practice_manager'

/** Being named behind a wall is no role: nobody but those named knows of it. */
export const withoutWalls = (grants: readonly Grant[]): readonly Grant[] =>
  grants.filter(({ on }) => !on?.startsWith('matter:'))

/** "Manager for Ashby", "ICT for all councils", "Legal for all teams", "Administrator". `nameOf`: of a council or a team. */
export function grantWords(grant: Grant, nameOf: (id: string) => string | undefined): string {
  const { label } = roleWords[grant.role]
  if (isForAllOnly(grant.role)) return label
  const place = isForTeams(grant.role) ? 'team' : 'council'
  return `${label} for ${grant.on === null ? `all ${place}s` : (nameOf(grant.on) ?? `a ${place} that is gone`)}`
}
