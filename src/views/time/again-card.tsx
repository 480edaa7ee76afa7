import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { currentEntries } from '../../domain/current-entries.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addEntry, removeEntry } from '../../domain/mutations/record-time.ts'
import type { OwnTime } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { dateAt, onWords, timeWords, workDetail, workTitle } from './time-words.ts'

type Entry = Recorded<'entry'>

const mostOffered = 5

/** Recent work, each to be recorded once more today, or timed, by one tap. */
export function AgainCard(props: {
  readonly own: OwnTime
  /** Starts a timer on this work. */
  readonly onStart: (entry: Entry) => void
}): JSX.Element {
  const { again, problem } = createAgain()
  const recent = createMemo(() => new Map(recentWork(props.own).map((entry) => [workKey(entry), entry])))
  // What was just done again would come first, and move away from under the finger that did it.
  const keys = createMemo<readonly string[]>((before) => {
    const now = [...recent().keys()]
    return [...before.filter((key) => now.includes(key)), ...now.filter((key) => !before.includes(key))]
  }, [])
  return (
    <Show when={keys().length > 0}>
      <Card title="Recent" flush>
        <ProblemNote problem={problem()} />
        <RowList label="Recent entries">
          <For each={keys()}>
            {(key) => (
              <Show when={recent().get(key)}>
                {(entry) => (
                  <Row
                    title={workTitle(entry(), props.own.matters)}
                    detail={`${timeWords(entry().seconds)} · ${workDetail(entry())}`}
                    aside={
                      <>
                        <IconButton
                          icon="play"
                          label={`Start on ${onWords(entry(), props.own.matters)}`}
                          onClick={() => props.onStart(entry())}
                        />
                        <Button onClick={() => again(entry())}>
                          Again
                          <span class="visually-hidden">
                            , {timeWords(entry().seconds)} on {onWords(entry(), props.own.matters)}
                          </span>
                        </Button>
                      </>
                    }
                  />
                )}
              </Show>
            )}
          </For>
        </RowList>
      </Card>
    </Show>
  )
}

/** The latest entry of each kind of work that can still be done. */
export function recentWork({ entries, matters }: Pick<OwnTime, 'entries' | 'matters'>): Entry[] {
  const isOpen = new Set(matters.open.map(({ id }) => id))
  const latestFirst = currentEntries(entries)
    .entries.filter(({ matterId, seconds }) => (matterId === null || isOpen.has(matterId)) && seconds <= 86_400)
    .sort((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1))
  const found = new Map<string, Entry>()
  for (const entry of latestFirst) if (!found.has(workKey(entry))) found.set(workKey(entry), entry)
  return [...found.values()].slice(0, mostOffered)
}

const workKey = ({ matterId, activity, chargeability }: Entry) => `${matterId} ${activity} ${chargeability}`

/** Records an entry's work once more, today and without times, with what was written of it. */
export function createAgain() {
  const { store, tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const again = async ({ teamId, matterId, activity, chargeability, seconds, rootId }: Entry) => {
    const [narrative] = await store.reads.where('narrative', 'entryId', rootId)
    const written = await act(addEntry, {
      ...{ teamId, matterId, activity, chargeability, seconds },
      ...{ workedOn: dateAt(store.now()), startAt: null, endAt: null, isEstimated: false, source: 'again' as const },
      narrative: narrative?.text ?? '',
    })
    const entryId = written?.find(({ k }) => k === 'entry')?.id
    const isWordless = narrative && (await store.reads.isLocked('narrative', narrative.id))
    const said = isWordless ? 'recorded today, without its words: they are locked' : 'recorded today'
    if (entryId) tell(`${timeWords(seconds)} ${said}. ${savedHere()}`, undo(removeEntry, { entryId }))
  }
  return { again, problem, isBusy }
}
