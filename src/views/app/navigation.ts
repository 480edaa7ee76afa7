// What the bars offer, by role. The phone's bar holds five at most.
import { hasRole, type Role } from '../../domain/access.ts'
import type { Session } from '../../domain/wire.ts'
import type { NavItem } from '../parts/frame/app-frame.tsx'

export function navItems(session: Session, openCount: number): NavItem[] {
  const holds = (...roles: Role[]) => roles.some((role) => hasRole(session, role))
  const readsImpact = holds('ict', 'manager', 'client_officer')
  // Who answers for a council's money has it under the thumb; others have it, or the systems, under More.
  const hasImpactBelow = holds('manager', 'client_officer')
  return [
    { href: '/', label: 'Start', icon: 'home' },
    { href: '/outages', label: 'Outages', icon: 'bolt', count: openCount },
    { href: '/systems', label: 'Systems', icon: 'server', place: hasImpactBelow ? 'rail' : 'both' },
    { href: '/availability', label: 'Availability', icon: 'chart' },
    ...(readsImpact
      ? [{ href: '/impact', label: 'Impact', icon: 'money', place: hasImpactBelow ? 'both' : 'rail' } as const]
      : []),
    ...(holds('legal') ? [{ href: '/matters', label: 'Matters', icon: 'book', place: 'rail' } as const] : []),
    ...(holds('manager', 'practice_manager', 'legal', 'client_officer')
      ? [{ href: '/legal', label: 'Legal', icon: 'person', place: 'rail' } as const]
      : []),
    ...(holds('ict') ? [{ href: '/import', label: 'Import', icon: 'import', place: 'rail' } as const] : []),
    { href: '/settings', label: 'Settings', icon: 'settings', place: 'rail' },
    { href: '/help', label: 'Help', icon: 'help', place: 'rail' },
    {
      href: '/settings',
      label: 'More',
      also: [hasImpactBelow ? '/systems' : '/impact', '/matters', '/legal', '/import', '/changes', '/help'],
      icon: 'more',
      place: 'bar',
    },
  ]
}
