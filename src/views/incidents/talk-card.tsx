import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { formatInstant, formatMinutes } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Icon } from '../parts/control/icon.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { type DeskNames, personName } from './incident-names.ts'
import { SayForm, type Voice } from './say-form.tsx'
import { type TalkLine, totalMinutes } from './talk.ts'
import './incident-page.css'

interface TalkCardProps {
  readonly incident: Pick<Recorded<'incident'>, 'id' | 'councilId'>
  /** Oldest first. */
  readonly lines: readonly TalkLine[]
  readonly names: Pick<DeskNames, 'people'>
  readonly isPending: (id: string) => boolean
  /** undefined: reads only. */
  readonly voice: Voice | undefined
}

const titles: Readonly<Record<Voice, string>> = {
  desk: 'Comments and work notes',
  council: 'Comments',
  requester: 'Replies',
}

const shownAtFirst = 20

/** What was said: comments, which the requester reads, and the desk's own notes, which look otherwise. */
export function TalkCard(props: TalkCardProps): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const shown = () => (isAll() ? props.lines : props.lines.slice(-shownAtFirst))
  const minutes = () => totalMinutes(props.lines)
  return (
    <Card title={titles[props.voice ?? 'council']}>
      <div class="stack">
        <Show when={props.voice === 'desk' && minutes() > 0}>
          <p class="muted">Time spent: {formatMinutes(minutes())}</p>
        </Show>
        <Show when={props.lines.length > shown().length}>
          <div>
            <Button kind="quiet" onClick={() => setAll(true)}>
              Show all {props.lines.length}
            </Button>
          </div>
        </Show>
        <Show when={props.lines.length > 0} fallback={<p class="muted">Nothing has been said yet.</p>}>
          <ol class="talk">
            <For each={shown()}>
              {(line) => <Line line={line} names={props.names} isPending={props.isPending(line.id)} />}
            </For>
          </ol>
        </Show>
        <Show when={props.voice}>{(voice) => <SayForm incident={props.incident} voice={voice()} />}</Show>
      </div>
    </Card>
  )
}

interface LineProps {
  readonly line: TalkLine
  readonly names: Pick<DeskNames, 'people'>
  readonly isPending: boolean
}

function Line(props: LineProps): JSX.Element {
  const { now } = useApp()
  return (
    <li class={props.line.isNote ? 'talk__line talk__line--note' : 'talk__line'}>
      <p class="talk__head small">
        <strong>{personName(props.names, props.line.byId)}</strong>
        <span class="muted">{formatInstant(props.line.at, now())}</span>
        <Show when={props.line.isNote}>
          <span class="talk__mark">
            <Icon name="lock" size={16} /> Work note
          </span>
        </Show>
        <Show when={props.line.minutes > 0}>
          <Badge>{formatMinutes(props.line.minutes)}</Badge>
        </Show>
        <Show when={props.isPending}>
          <Badge>Not yet shared</Badge>
        </Show>
      </p>
      <Show when={props.line.text !== ''}>
        <p class="talk__text">{props.line.text}</p>
      </Show>
    </li>
  )
}
