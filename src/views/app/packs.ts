// Which pages beyond everybody's this device keeps for offline: those of the person's work.
import { hasRole } from '../../domain/access.ts'
import type { Session } from '../../domain/wire.ts'

export function packsFor(session: Session): string[] {
  const holds = (...roles: Parameters<typeof hasRole>[1][]) => roles.some((role) => hasRole(session, role))
  return [
    ...(holds('legal', 'practice_manager', 'manager', 'client_officer') ? ['legal'] : []),
    ...(holds('practice_manager') ? ['practice'] : []),
    ...(holds('ict', 'manager', 'client_officer') ? ['desk'] : []),
  ]
}

/** Asks the service worker to keep them, once there is one; it fetches what it does not have. */
export async function keepPacks(session: Session): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ type: 'KEEP_PACKS', packs: packsFor(session) })
}
