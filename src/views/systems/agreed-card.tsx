import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { formatDate, formatMinutes } from '../../domain/format.ts'
import type { Agreement } from '../../domain/system.ts'
import { agreementOn } from '../../domain/system.ts'
import { targetWords } from '../availability/figure-words.ts'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import type { KnownEntry } from './known-entry.ts'

interface AgreedCardProps {
  readonly entry: KnownEntry
  readonly today: string
}

/** Who owns it and what is agreed for it today; earlier and later agreements to open. */
export function AgreedCard(props: AgreedCardProps): JSX.Element {
  const system = () => props.entry.system
  const current = () => agreementOn(system(), props.today)
  const others = () =>
    system()
      .agreements.filter((agreement) => agreement.from !== current().from)
      .sort((a, b) => (a.from < b.from ? 1 : -1))
  const hours = ({ calendarId }: Agreement) =>
    props.entry.calendars.find((calendar) => calendar.id === calendarId)?.name ?? 'Hours that are not on this device'
  const notice = ({ noticeMinutes }: Agreement) => {
    const minutes = noticeMinutes ?? props.entry.noticeMinutes
    return minutes === 0 ? 'Announced before it starts' : `${formatMinutes(minutes)} before it starts`
  }
  const target = ({ targetPercent }: Agreement) => (targetPercent === null ? 'No target' : targetWords(targetPercent))
  return (
    <Card title="What is agreed">
      <SummaryList
        rows={[
          { key: 'Owner', value: system().owner || 'Nobody is named' },
          { key: 'Agreed hours', value: hours(current()) },
          { key: 'Target', value: target(current()) },
          { key: 'Notice of planned work', value: notice(current()) },
          { key: 'In force from', value: formatDate(current().from) },
          ...(system().retiredOn === null ? [] : [{ key: 'Retired on', value: formatDate(system().retiredOn ?? '') }]),
        ]}
      />
      <Show when={others().length > 0}>
        <Disclosure summary={`Other agreements: ${others().length}`}>
          <ul>
            <For each={others()}>
              {(agreement) => (
                <li>
                  From {formatDate(agreement.from)}: {hours(agreement)}, {target(agreement).toLowerCase()}
                </li>
              )}
            </For>
          </ul>
        </Disclosure>
      </Show>
    </Card>
  )
}
