import { counted, formatHours, formatPounds } from '../../domain/format.ts'
import type { OutageImpact, RootShare } from '../../metrics/impact-figures.ts'

/** "So far about 12.5 lost working hours, £410." */
export function impactSentence({ share, notAskedCount }: OutageImpact, isOpen: boolean): string {
  const hours = formatHours(share.lostMs)
  // "Under 0.1" is no "about".
  const about = isOpen ? 'So far about' : 'About'
  const so = hours.startsWith('under') ? (isOpen ? 'So far' : 'In all') : about
  const cost = share.grossPence === null ? '' : `, ${formatPounds(share.grossPence)}`
  const missing =
    notAskedCount > 0
      ? ` ${counted(notAskedCount, 'team was', 'teams were')} not asked yet, so it is at least that.`
      : ''
  if (share.lostMs === 0) return `${isOpen ? 'No working hours lost so far.' : 'No working hours were lost.'}${missing}`
  return `${so} ${hours} lost working hours${cost}.${missing}`
}

/** Parts of one whole, added up. Pounds are null where none of them has any. */
export function sumOfShares(shares: readonly RootShare[]): RootShare {
  const pence = shares.flatMap(({ grossPence }) => grossPence ?? [])
  return {
    lostMs: shares.reduce((sum, { lostMs }) => sum + lostMs, 0),
    grossPence: pence.length > 0 ? pence.reduce((sum, part) => sum + part, 0) : null,
  }
}

/** All councils of a division together, largest first. */
export function byDivision(shares: OutageImpact['divisions']): (RootShare & { readonly divisionId: string })[] {
  const divisionIds = [...new Set(shares.map(({ divisionId }) => divisionId))]
  return divisionIds
    .map((id) => ({ divisionId: id, ...sumOfShares(shares.filter(({ divisionId }) => divisionId === id)) }))
    .sort((a, b) => b.lostMs - a.lostMs)
}
