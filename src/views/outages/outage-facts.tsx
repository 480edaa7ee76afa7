import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { counted, formatElapsed, formatInstant, formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { levelLabels } from '../../domain/outage.ts'
import { needsCorrection } from '../../domain/outage-spans.ts'
import type { Catalogue, OutageStory } from '../../store/outages.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { Banner } from '../parts/notice/banner.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import type { SummaryRow } from '../parts/show/summary-list.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { whoWords } from './event-words.ts'
import { dateOf } from './moment.ts'
import { councilNames, listed } from './outage-words.ts'
import { peopleCount, reachedPeople } from './people.ts'

interface OutageFactsProps {
  readonly story: OutageStory
  readonly names: Catalogue
  readonly systems: readonly Recorded<'system'>[]
}

/** What is known of an outage, at a glance. */
export function OutageFacts(props: OutageFactsProps): JSX.Element {
  const { now } = useApp()
  const may = useMay()
  const outage = () => props.story.outage
  const rows = (): SummaryRow[] => {
    const { startAt, endAt, councilIds, workaround, cause } = outage()
    const optional = (key: string, value: string) => (value === '' ? [] : [{ key, value }])
    return [
      { key: endAt === null ? 'Since' : 'Started', value: formatInstant(startAt, now()) },
      ...(endAt === null ? [] : [{ key: 'Ended', value: formatInstant(endAt, now()) }]),
      { key: endAt === null ? 'For' : 'Lasted', value: lastedWords(outage(), now()) },
      { key: 'Level', value: levelWords(props.story, now()) },
      { key: 'Systems', value: listed(props.systems.map((system) => system.name)) || 'None' },
      { key: 'Councils', value: capital(councilNames(councilIds, props.names.councils)) },
      // Reach is kept from staff, who would otherwise read the head count of everyone as the answer.
      ...(may('ict') ? [{ key: 'People', value: peopleWords(props.story, props.names) }] : []),
      ...optional('Workaround', workaround),
      ...optional('Cause', cause),
      { key: 'Reported', value: reportedWords(outage(), props.names, now()) },
    ]
  }
  return (
    <Card>
      <div class="stack">
        <Show when={needsCorrection(outage())}>
          <Banner tone="warn" title="Needs correction, counts 0">
            <p>It ends before it starts. Set the times right under “Correct this record”.</p>
          </Banner>
        </Show>
        <SummaryList rows={rows()} />
        <Show when={props.story.isPending}>
          <div>
            <Badge>Not yet shared</Badge>
          </div>
        </Show>
      </div>
    </Card>
  )
}

type Outage = Recorded<'outage'>

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function lastedWords(outage: Outage, now: number): string {
  if (needsCorrection(outage)) return '0 min'
  return formatElapsed(outage.startAt, outage.endAt ?? now)
}

function levelWords({ outage, segments }: OutageStory, now: number): string {
  if (segments.length < 2) return levelLabels[outage.level]
  const steps = segments.map((segment, i) => {
    const from = i === 0 ? outage.startAt : segment.fromAt
    return `${levelLabels[segment.level]} from ${formatWhen(from, now)}`
  })
  return steps.join('; ')
}

function peopleWords(story: OutageStory, names: Catalogue): string {
  const count = peopleCount(reachedPeople(story.outage, story.reaches, names, dateOf(story.outage.startAt)))
  return count === 0
    ? 'Nobody is counted yet: divisions have no head counts'
    : `About ${counted(count, 'person', 'people')}`
}

function reportedWords(outage: Outage, names: Catalogue, now: number): string {
  if (outage.source !== '') return `Imported from ${outage.source}`
  return `${formatInstant(outage.reportedAt, now)} by ${whoWords(outage.reportedById, names)}`
}
