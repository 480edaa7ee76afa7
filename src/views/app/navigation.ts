// What the bars offer, by role. The phone's bar holds five at most.
import { hasRole } from '../../domain/access.ts'
import type { Session } from '../../domain/wire.ts'
import type { NavItem } from '../parts/frame/app-frame.tsx'

export function navItems(session: Session, openCount: number): NavItem[] {
  const mayImport = hasRole({ userId: session.userId, grants: session.grants }, 'ict')
  return [
    { href: '/', label: 'Start', icon: 'home' },
    { href: '/outages', label: 'Outages', icon: 'bolt', count: openCount },
    { href: '/systems', label: 'Systems', icon: 'server' },
    { href: '/availability', label: 'Availability', icon: 'chart' },
    ...(mayImport ? [{ href: '/import', label: 'Import', icon: 'import', place: 'rail' } as const] : []),
    { href: '/settings', label: 'Settings', icon: 'settings', place: 'rail' },
    { href: '/help', label: 'Help', icon: 'help', place: 'rail' },
    { href: '/settings', label: 'More', also: ['/import', '/changes', '/help'], icon: 'more', place: 'bar' },
  ]
}
