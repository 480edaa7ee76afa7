// What the bars offer, by role. The phone's bar holds five at most.
import { hasRole, type Role } from '../../domain/access.ts'
import type { Session } from '../../domain/wire.ts'
import type { NavItem } from '../parts/frame/app-frame.tsx'

export function navItems(session: Session, openCount: number): NavItem[] {
  const holds = (...roles: Role[]) => roles.some((role) => hasRole(session, role))
  const readsImpact = holds('ict', 'manager', 'client_officer')
  // Five fit under the thumb. Whoever records their time has that there, whoever answers for a council's money its impact,
  // a council's client officer its incidents and impact; all others incidents. The rest is under More.
  const keepsTime = holds('legal', 'practice_manager')
  const hasImpactBelow = !keepsTime && holds('manager', 'client_officer')
  const hasIncidentsBelow = !keepsTime && !holds('manager')
  const hasAvailabilityBelow = !(hasImpactBelow && hasIncidentsBelow)
  const place = (isBelow: boolean) => (isBelow ? 'both' : 'rail')
  return [
    { href: '/', label: 'Start', icon: 'home' },
    { href: '/outages', label: 'Outages', icon: 'bolt', count: openCount },
    { href: '/incidents', label: 'Incidents', icon: 'ticket', place: place(hasIncidentsBelow) },
    ...(keepsTime ? [{ href: '/time', label: 'Time', icon: 'clock' } as const] : []),
    { href: '/systems', label: 'Systems', icon: 'server', place: 'rail' },
    { href: '/availability', label: 'Availability', icon: 'chart', place: place(hasAvailabilityBelow) },
    ...(readsImpact
      ? [
          { href: '/demand', label: 'Demand', icon: 'people', place: 'rail' } as const,
          { href: '/impact', label: 'Impact', icon: 'money', place: place(hasImpactBelow) } as const,
        ]
      : []),
    ...(holds('legal') ? [{ href: '/matters', label: 'Matters', icon: 'book', place: 'rail' } as const] : []),
    ...(holds('manager', 'practice_manager', 'legal', 'client_officer')
      ? [{ href: '/legal', label: 'Legal', icon: 'scales', place: 'rail' } as const]
      : []),
    ...(holds('ict') ? [{ href: '/import', label: 'Import', icon: 'import', place: 'rail' } as const] : []),
    { href: '/settings', label: 'Settings', icon: 'settings', place: 'rail' },
    { href: '/help', label: 'Help', icon: 'help', place: 'rail' },
    {
      href: '/settings',
      label: 'More',
      also: [
        ...(hasIncidentsBelow ? [] : ['/incidents']),
        ...(hasAvailabilityBelow ? [] : ['/availability']),
        ...(hasImpactBelow ? [] : ['/impact']),
        ...['/systems', '/demand', '/matters', '/legal', '/import', '/changes', '/help'],
      ],
      icon: 'more',
      place: 'bar',
    },
  ]
}
