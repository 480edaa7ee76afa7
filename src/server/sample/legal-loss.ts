// How hard the sample's outages hit its legal practice, so that the time which people record there shows it.
import type { SampleCatalogue } from './catalogue.ts'
import { sampleOutages } from './sample-outages.ts'
import type { SampleOp } from './script.ts'
import { sampleSystems } from './systems.ts'

export interface LegalLoss {
  readonly outageId: string
  readonly startAt: number
  readonly endAt: number
  /** Share of the practice's work that stopped, 0 to 1. */
  readonly share: number
}

/** From what was written: outages with their systems, levels and councils. */
export function legalLosses(ops: readonly SampleOp[], catalogue: SampleCatalogue): LegalLoss[] {
  const shareOf = sharesOfLegal(catalogue)
  const councilCount = Object.keys(catalogue.councils).length
  return sampleOutages(ops).flatMap(({ id, startAt, endAt, loss, councilIds, systemIds }) => {
    const hit = Math.max(0, ...systemIds.map((systemId) => shareOf.get(systemId) ?? 0))
    const reached = councilIds.length > 0 ? councilIds.length / councilCount : 1
    const share = hit * loss * reached
    return endAt !== null && share > 0 ? [{ outageId: id, startAt, endAt, share }] : []
  })
}

/** By system: the largest share of the practice's work that stops when it is down, through what needs it too. */
function sharesOfLegal({ systems }: SampleCatalogue): ReadonlyMap<string, number> {
  const shares = new Map(sampleSystems.map(({ key, used }) => [key, used.legal ?? used.all ?? 0]))
  // The table names what a system needs after it: from the last row up, each passes its share on to what it needs.
  for (const { key, needs } of [...sampleSystems].reverse())
    for (const need of needs) {
      const [name = '', weight = '1'] = need.split('*')
      if (name.includes('|')) continue
      shares.set(name, Math.max(shares.get(name) ?? 0, Number(weight) * (shares.get(key) ?? 0)))
    }
  return new Map([...shares].map(([key, share]) => [systems.get(key) ?? '', share]))
}
