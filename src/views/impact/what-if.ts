// What is tried out, as the page's address holds it: so that it goes from page to page, and one step back ends it. Pure.
import type { WhatIf } from '../../metrics/impact-figures.ts'

type TriedShare = WhatIf['shares'][number]

export interface WhatIfParams {
  readonly without?: string | undefined
  readonly shares?: string | undefined
}

export const nothingTried: WhatIf = { withoutDependencyIds: [], shares: [] }

export const isTried = ({ withoutDependencyIds, shares }: WhatIf): boolean =>
  withoutDependencyIds.length + shares.length > 0

/** What cannot be read is left out. */
export function readWhatIf({ without, shares }: WhatIfParams): WhatIf {
  const parts = (text: string | undefined) => (text ? text.split(',') : [])
  return { withoutDependencyIds: parts(without), shares: parts(shares).flatMap(readShare) }
}

function readShare(text: string): TriedShare[] {
  const [divisionId, systemId, topic, typed] = text.split('~')
  const share = Number(typed)
  if (!divisionId || !systemId || !typed || !(share >= 0 && share <= 1)) return []
  return topic === 'reliance' || topic === 'workaround' ? [{ divisionId, systemId, topic, share }] : []
}

export function whatIfParams({ withoutDependencyIds, shares }: WhatIf): WhatIfParams {
  const texts = shares.map(({ divisionId, systemId, topic, share }) => [divisionId, systemId, topic, share].join('~'))
  return { without: withoutDependencyIds.join(',') || undefined, shares: texts.join(',') || undefined }
}

/** One more dependency left out. */
export const withoutAlso = (tried: WhatIf, id: string): WhatIf => ({
  ...tried,
  withoutDependencyIds: [...tried.withoutDependencyIds.filter((known) => known !== id), id],
})

/** One more share changed; another value for the same takes its place. */
export const shareAlso = (tried: WhatIf, added: TriedShare): WhatIf => ({
  ...tried,
  shares: [
    ...tried.shares.filter(
      ({ divisionId, systemId, topic }) =>
        divisionId !== added.divisionId || systemId !== added.systemId || topic !== added.topic,
    ),
    added,
  ],
})
