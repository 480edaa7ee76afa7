// What time is spent on, as it is chosen before it is recorded. Pure.
import type { Recorded } from '../../domain/kinds.ts'
import type { MatterChoices } from '../../store/time.ts'

export type Work = Pick<Recorded<'timer'>, 'matterId' | 'activity' | 'chargeability'>

const firstWork: Work = { matterId: null, activity: 'advice', chargeability: 'chargeable' }

/** What the person worked on last, so that a timer starts by one tap; without its matter when that is closed or gone. */
export function lastWork(
  used: readonly (Work & { readonly id: string })[],
  matters: Pick<MatterChoices, 'open'>,
): Work {
  // Ids carry the time of the work.
  const last = used.reduce<(Work & { id: string }) | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined)
  if (!last) return firstWork
  const { matterId, activity, chargeability } = last
  const isOpen = matters.open.some(({ id }) => id === matterId)
  return { matterId: isOpen ? matterId : null, activity, chargeability }
}

export const workOf = ({ matterId, activity, chargeability }: Work): Work => ({ matterId, activity, chargeability })
