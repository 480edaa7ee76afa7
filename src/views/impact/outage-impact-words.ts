import { counted, formatHours, formatPounds } from '../../domain/format.ts'
import type { OutageImpact } from '../../metrics/impact-figures.ts'

/** "So far about 12.5 lost working hours, £410." */
export function impactSentence({ share, notAskedCount }: OutageImpact, isOpen: boolean): string {
  const so = isOpen ? 'So far about' : 'About'
  const cost = share.grossPence === null ? '' : `, ${formatPounds(share.grossPence)}`
  const missing =
    notAskedCount > 0
      ? ` ${counted(notAskedCount, 'team was', 'teams were')} not asked yet, so it is at least that.`
      : ''
  if (share.lostMs === 0) return `${isOpen ? 'No working hours lost so far.' : 'No working hours were lost.'}${missing}`
  return `${so} ${formatHours(share.lostMs)} lost working hours${cost}.${missing}`
}
