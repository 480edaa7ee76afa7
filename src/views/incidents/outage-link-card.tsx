import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { DeskQuestion, NearOutage } from '../../desk/question.ts'
import { formatRange, formatWhen } from '../../domain/format.ts'
import { sameValue } from '../../domain/merge.ts'
import type { IncidentStory } from '../../store/incident-story.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { outageTitle } from '../outages/outage-words.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { createDeskAnswer } from './desk-answer.ts'
import type { DeskNames } from './incident-names.ts'
import { OutagePicker } from './outage-picker.tsx'
import { outageName } from './outage-titles.ts'
import { createWork } from './work.ts'

interface OutageLinkCardProps {
  readonly story: IncidentStory
  readonly names: DeskNames
  readonly mayWork: boolean
}

type NearQuestion = Extract<DeskQuestion, { type: 'outages_for' }>

/** The outage that it is because of, or those that may be, by system and time: one tap links. */
export function OutageLinkCard(props: OutageLinkCardProps): JSX.Element {
  const { now } = useApp()
  const { work, problem } = createWork(() => props.story.incident)
  const [isPicking, setPicking] = createSignal(false)
  const incident = () => props.story.incident
  const question = createMemo<NearQuestion | undefined>(
    () => {
      const { systemId, councilId, raisedAt, outageId } = incident()
      if (!props.mayWork || outageId !== null || systemId === null) return undefined
      return { type: 'outages_for', systemId, councilId, at: raisedAt }
    },
    undefined,
    { equals: sameValue },
  )
  const near = createDeskAnswer(question)
  const linkedName = createLive(() => {
    const { outageId } = incident()
    return async (reads) => (outageId === null ? undefined : outageName(reads, outageId))
  })
  const titleOf = ({ title, systemIds }: NearOutage) =>
    outageTitle(
      { title },
      systemIds.flatMap((id) => props.names.systems.get(id) ?? []),
    )
  const link = async (outageId: string | null, said: string) => {
    if (await work({ link: { outageId } }, said)) setPicking(false)
  }
  return (
    <Card
      title="Because of an outage"
      flush
      actions={
        <Show when={props.mayWork}>
          <Button kind="quiet" onClick={() => setPicking(true)}>
            {incident().outageId === null ? 'Choose' : 'Change'}
          </Button>
        </Show>
      }
    >
      <ProblemNote problem={problem()} />
      <Show
        when={incident().outageId}
        fallback={
          <Show
            when={near()?.outages.length ? near()?.outages : undefined}
            fallback={<p class="card-note muted">{props.mayWork ? 'Not linked to one.' : 'None is named.'}</p>}
          >
            {(outages) => (
              <RowList label="Outages that may be why">
                <For each={outages()}>
                  {(outage) => (
                    <Row
                      title={titleOf(outage)}
                      detail={whenWords(outage, now())}
                      aside={
                        <Button
                          aria-label={`Link to ${titleOf(outage)}`}
                          onClick={() => void link(outage.id, `Linked to ${titleOf(outage)}.`)}
                        >
                          Link
                        </Button>
                      }
                    />
                  )}
                </For>
              </RowList>
            )}
          </Show>
        }
      >
        {(outageId) => (
          <RowList label="The outage">
            <Row
              href={`/outages/${outageId()}`}
              title={linkedName() ?? 'An outage that is not here'}
              detail={props.story.outage && whenWords(props.story.outage, now())}
              aside={
                <Show when={props.mayWork}>
                  <Button kind="quiet" onClick={() => void link(null, 'Not linked any more.')}>
                    Unlink
                  </Button>
                </Show>
              }
            />
          </RowList>
        )}
      </Show>
      <OutagePicker
        isOpen={isPicking()}
        onClose={() => setPicking(false)}
        onChoose={(outage) => void link(outage.id, `Linked to ${outage.label}.`)}
      />
    </Card>
  )
}

/** "Since 10:05", "Tue 10 Nov, 10:05 to 11:40". */
const whenWords = ({ startAt, endAt }: Pick<NearOutage, 'startAt' | 'endAt'>, now: number) =>
  endAt === null ? `Since ${formatWhen(startAt, now)}` : formatRange(startAt, endAt, now)
