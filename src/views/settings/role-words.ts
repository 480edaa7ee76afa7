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
  legal: { label: 'Legal', holder: 'Legal', detail: 'Sees outages, for legal teams' },
  practice_manager: {
    label: 'Practice manager',
    holder: 'a practice manager',
    detail: 'Sees outages, for those who run a legal team',
  },
  manager: { label: 'Manager', holder: 'a manager', detail: 'Sees figures, keeps divisions and head counts' },
  client_officer: { label: 'Client officer', holder: 'a client officer', detail: 'Sees the figures of one council' },
  admin: { label: 'Administrator', holder: 'an administrator', detail: 'People, councils, calendars and holidays' },
}

/** Every council is one place to administer. */
export const isForAllOnly = (role: Role): boolean => role === 'admin'

/** "Manager for Ashby", "ICT for all councils", "Administrator". */
export function grantWords(grant: Grant, nameOf: (councilId: string) => string | undefined): string {
  const { label } = roleWords[grant.role]
  if (isForAllOnly(grant.role)) return label
  if (grant.on === null) return `${label} for all councils`
  return `${label} for ${nameOf(grant.on) ?? 'a council that is gone'}`
}
