// What the notice of planned work does to availability, in words. Pure.
import { MINUTE_MS } from '../../domain/duration.ts'
import { formatMinutes } from '../../domain/format.ts'
import type { System } from '../../domain/system.ts'
import { agreementOn } from '../../domain/system.ts'
import { dateOf } from './moment.ts'
import { listed } from './outage-words.ts'

export interface NoticeWords {
  readonly isEnough: boolean
  readonly sentence: string
}

/**
 * Whether work announced at `announcedAt` is left out of each system's figures: the notice is that of the system's
 * agreement, else `partnershipNotice`, in minutes.
 */
export function noticeWords(
  systems: readonly Pick<System, 'name' | 'agreements' | 'about' | 'owner' | 'retiredOn'>[],
  partnershipNotice: number,
  announcedAt: number,
  startAt: number,
): NoticeWords | undefined {
  if (systems.length === 0) return undefined
  if (announcedAt > startAt)
    return {
      isEnough: false,
      sentence: 'It is announced after its start, so it excuses nothing: the time counts as lost.',
    }
  const given = formatMinutes((startAt - announcedAt) / MINUTE_MS)
  const late = systems.flatMap((system) => {
    const needed = agreementOn(system, dateOf(startAt)).noticeMinutes ?? partnershipNotice
    return announcedAt + needed * MINUTE_MS <= startAt ? [] : [`${system.name} needs ${formatMinutes(needed)}`]
  })
  if (late.length === 0)
    return { isEnough: true, sentence: `${given} of notice is enough: the work is left out of availability.` }
  return {
    isEnough: false,
    sentence: `${given} of notice is too little: ${listed(late)}. There the time counts as lost.`,
  }
}
