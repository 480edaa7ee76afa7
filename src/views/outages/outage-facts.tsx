import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { counted, formatInstant, formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { levelLabels } from '../../domain/level.ts'
import { needsCorrection } from '../../domain/outage-spans.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import type { OutageStory } from '../../store/outage-story.ts'
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
    const { endAt, workaround, cause } = outage()
    // ICT has the texts in a form further down.
    const optional = (key: string, value: string) => (value === '' || may('ict') ? [] : [{ key, value }])
    const hasSteps = props.story.segments.length > 1
    return [
      ...(endAt === null && !hasSteps ? [] : [{ key: 'Level', value: levelWords(props.story, now()) }]),
      // The title already says the only system.
      ...(outage().title === '' && props.systems.length === 1
        ? []
        : [{ key: 'Systems', value: listed(props.systems.map((system) => system.name)) || 'None' }]),
      // Whom it reaches is kept from staff, who would otherwise read the head count of everyone as the answer.
      { key: 'Reaches', value: reachWords(props.story, props.names, may('ict')) },
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

function levelWords({ outage, segments }: OutageStory, now: number): string {
  if (segments.length < 2) return levelLabels[outage.level]
  const steps = segments.map((segment, i) => {
    const from = i === 0 ? outage.startAt : segment.fromAt
    return `${levelLabels[segment.level]} from ${formatWhen(from, now)}`
  })
  return steps.join('; ')
}

function reachWords(story: OutageStory, names: Catalogue, hasPeople: boolean): string {
  const where = capital(councilNames(story.outage.councilIds, names.councils))
  const count = peopleCount(reachedPeople(story.outage, story.reaches, names, dateOf(story.outage.startAt)))
  return hasPeople && count > 0 ? `${where}, about ${counted(count, 'person', 'people')}` : where
}

function reportedWords(outage: Outage, names: Catalogue, now: number): string {
  if (outage.source !== '') return `Imported from ${outage.source}`
  return `${formatInstant(outage.reportedAt, now)} by ${whoWords(outage.reportedById, names)}`
}
