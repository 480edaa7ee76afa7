import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { OutageEvent } from '../../domain/outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import type { OutageStory } from '../../store/outage-story.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { eventWords, whoWords } from './event-words.ts'

interface StoryCardProps {
  /** Newest first. */
  readonly events: OutageStory['events']
  readonly names: Catalogue
}

const firstShown = 20

/** What happened and who said so, newest first. */
export function StoryCard(props: StoryCardProps): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const shown = () => (isAll() ? props.events : props.events.slice(0, firstShown))
  return (
    <Card title="What happened">
      <ol class="story">
        <For each={shown()}>{(event) => <StoryLine event={event} names={props.names} />}</For>
      </ol>
      <Show when={props.events.length > shown().length}>
        <Button onClick={() => setAll(true)}>Show all {props.events.length}</Button>
      </Show>
    </Card>
  )
}

function StoryLine(props: { readonly event: OutageEvent; readonly names: Catalogue }): JSX.Element {
  const { now } = useApp()
  const words = () => eventWords(props.event, props.names, now())
  return (
    <li class="story__line">
      <p class="story__what">{words().what}</p>
      <For each={words().changes}>{(change) => <p>{change}</p>}</For>
      <Show when={words().text}>
        <p class="story__text">{words().text}</p>
      </Show>
      <p class="muted small">
        {formatInstant(props.event.at, now())}, {whoWords(props.event.byId, props.names)}
      </p>
    </li>
  )
}
