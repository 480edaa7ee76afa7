import { createMemo, type JSX, Show } from 'solid-js'
import { HOUR_MS } from '../../domain/duration.ts'
import { formatCount, formatHours } from '../../domain/format.ts'
import { addDays } from '../../domain/local-date.ts'
import type { Period } from '../../domain/period.ts'
import {
  type PracticeRecords,
  type TimeOfPeople,
  type TimeOfPerson,
  timeByPerson,
  timeOfAll,
} from '../../metrics/practice-figures.ts'
import { entriesOfDays } from '../../store/counted-entries.ts'
import type { StoreReads } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import type { Address } from '../availability/page-address.ts'
import { periodName } from '../availability/period-choice.ts'
import { PeriodPicker } from '../availability/period-picker.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Figure } from '../parts/show/figure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { percentInColumn } from './legal-words.ts'
import { byPerson, personName, type TeamPractice } from './practice-reads.ts'
import './legal.css'

interface TimePartProps {
  readonly all: TeamPractice
  readonly address: Address
}

/** Completeness and utilisation by person. In order of the alphabet: nobody is ranked. */
export function TimePart(props: TimePartProps): JSX.Element {
  const { now, syncStatus } = useApp()
  const period = () => props.address.choice().period
  const read = createLive(() => {
    const [asked, all] = [period(), props.all]
    return async (reads) => ({ period: asked, records: await recordsOf(reads, all, asked) })
  })
  // While time is still coming to this device for the first time, days that are missing are nobody's.
  const isArriving = () => syncStatus().lastSyncedAt === null && syncStatus().progress !== undefined
  const people = createMemo(() => {
    const known = read()
    if (!known || isArriving()) return undefined
    const found = timeByPerson(known.records, known.period, now())
    return found.sort(byPerson(props.all))
  })
  const team = createMemo(() => timeOfAll(people() ?? []))
  return (
    <>
      <PeriodPicker address={props.address} councils={[]} />
      <Show when={people()} fallback={<Skeleton shape="rows" count={6} />}>
        {(found) => (
          <Show when={found().length > 0} fallback={<Nobody period={period()} />}>
            <Card>
              <div class="statements">
                <Figure
                  size="small"
                  label="Recorded of contract hours"
                  value={percent(team().completenessPercent)}
                  basis={`${hours(team().recordedHours)} of ${hours(team().availableHours)} hours, absence left out`}
                />
                <Figure
                  size="small"
                  label="Utilisation"
                  value={percent(team().utilisationPercent)}
                  basis="Chargeable of contract hours"
                />
                <Figure
                  size="small"
                  label="Of target"
                  value={percent(team().performancePercent)}
                  basis={`${hours(team().chargeableHours)} of ${hours(team().targetHours)} chargeable hours due`}
                />
                <Figure
                  size="small"
                  label="Unpriced"
                  value={formatCount(team().unpricedCount)}
                  basis="Chargeable entries without a rate: in no value until one is found"
                />
              </div>
            </Card>
            <Card title={`By person, ${periodName(period())}`} flush>
              <Table
                caption={`Time by person, ${periodName(period())}, in order of name`}
                hideCaption
                columns={columns(props.all)}
                rows={found()}
                totals={{ person: 'Team', ...cells(team(), unrecordedDays(found())) }}
              />
            </Card>
            <p class="muted small">
              In hours: recorded of contract, chargeable of target. Days that are over count. A missing day, a working
              day with nothing recorded, looks like a bad one: so completeness stands beside utilisation. Time and posts
              are personal data: they are for planning work, not for ranking people.
            </p>
          </Show>
        )}
      </Show>
    </>
  )
}

function Nobody(props: { readonly period: Period }): JSX.Element {
  return (
    <EmptyState
      title={`Nobody has a post in ${periodName(props.period)}`}
      icon="person"
      action={<LinkButton href="/legal/practice?part=posts">Go to the posts</LinkButton>}
    >
      A post says hours and target: time is measured against both.
    </EmptyState>
  )
}

/** A day more before: what began on its evening reaches into the period. */
async function recordsOf(reads: StoreReads, all: TeamPractice, period: Period): Promise<PracticeRecords> {
  const calendarId = all.divisions.get(all.team.divisionId)?.calendarId
  const [entries, holidays, calendar] = await Promise.all([
    entriesOfDays(reads, addDays(period.from, -1), period.to),
    reads.all('holiday'),
    calendarId === undefined ? undefined : reads.get('calendar', calendarId),
  ])
  const own = entries.filter(({ teamId }) => teamId === all.team.id)
  return { entries: own, posts: all.posts, absences: all.absences, calendar, holidays }
}

const hours = (figure: number | null) => (figure === null ? '–' : formatHours(figure * HOUR_MS))
const percent = (figure: number | null) => (figure === null ? '–' : percentInColumn(figure))

const columns = (all: TeamPractice): readonly Column<TimeOfPerson>[] => [
  { key: 'person', label: 'Person', isRowHeader: true, cell: ({ personId }) => personName(all, personId) },
  ...figureColumns.map(({ key, label }) => ({
    ...{ key, label, isNumber: true },
    cell: (row: TimeOfPerson) => cells(row, row.unrecordedDayCount)[key],
  })),
]

const figureColumns = [
  { key: 'recorded', label: 'Recorded' },
  { key: 'complete', label: 'Complete' },
  { key: 'unrecorded', label: 'Days missing' },
  { key: 'utilisation', label: 'Utilisation' },
  { key: 'chargeable', label: 'Chargeable' },
  { key: 'share', label: 'Of target' },
  { key: 'unpriced', label: 'Unpriced' },
] as const

const cells = (row: TimeOfPeople, unrecordedDayCount: number) => ({
  recorded: `${hours(row.recordedHours)} of ${hours(row.availableHours)}`,
  complete: percent(row.completenessPercent),
  unrecorded: formatCount(unrecordedDayCount),
  utilisation: percent(row.utilisationPercent),
  chargeable: `${hours(row.chargeableHours)} of ${hours(row.targetHours)}`,
  share: percent(row.performancePercent),
  unpriced: formatCount(row.unpricedCount),
})

const unrecordedDays = (people: readonly TimeOfPerson[]) =>
  people.reduce((sum, { unrecordedDayCount }) => sum + unrecordedDayCount, 0)
