import { type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import type { ImpactReport } from '../../metrics/impact-figures.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { useMay } from '../app/app-context.ts'
import { listed } from '../outages/outage-words.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'

interface DoubtsProps {
  readonly report: Pick<ImpactReport, 'notAsked' | 'withoutRate'>
  readonly names: Catalogue
  readonly maySeePounds: boolean
}

/** What is missing from the figures, and where it is said. */
export function Doubts(props: DoubtsProps): JSX.Element {
  const may = useMay()
  const places = (of: ImpactReport['notAsked']) => placeWords(of, props.names)
  const open = (word: string, divisionId: string | undefined) => (
    <LinkButton href={`/impact/facts?division=${divisionId}`}>{may('manager') ? word : 'See what is said'}</LinkButton>
  )
  return (
    <>
      <Show when={props.report.notAsked.length > 0}>
        <Banner
          title="At least this much: not everybody was asked"
          action={open('Ask', props.report.notAsked[0]?.divisionId)}
        >
          Nobody has said how far the work of these depends on any system, so they count nothing:{' '}
          {places(props.report.notAsked)}.
        </Banner>
      </Show>
      <Show when={props.maySeePounds && props.report.withoutRate.length > 0}>
        <Banner
          title={`${counted(props.report.withoutRate.length, 'hourly rate is', 'hourly rates are')} missing`}
          action={open('Set the rates', props.report.withoutRate[0]?.divisionId)}
        >
          Their hours count, their pounds do not: {places(props.report.withoutRate)}.
        </Banner>
      </Show>
    </>
  )
}

/** "Planning (Ashby and Brack) and Housing (Ashby)". */
function placeWords(places: ImpactReport['notAsked'], { divisions, councils }: Catalogue): string {
  const byDivision = new Map<string, string[]>()
  for (const { divisionId, councilId } of places) {
    const known = byDivision.get(divisionId) ?? []
    byDivision.set(divisionId, [...known, councils.get(councilId)?.shortName ?? 'a council that is gone'])
  }
  return listed(
    [...byDivision].map(
      ([id, inCouncils]) => `${divisions.get(id)?.name ?? 'a division that is gone'} (${listed(inCouncils)})`,
    ),
  )
}
