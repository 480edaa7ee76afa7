import { createEffect, For, type JSX, Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import { addressOf, isSameQuery, type ListPlace } from './list-address.ts'
import type { Queue } from './queues.ts'
import './queue-rail.css'

export interface QueueGroup {
  readonly title: string
  readonly queues: readonly Queue[]
}

interface QueueRailProps {
  readonly groups: readonly QueueGroup[]
  /** By query. */
  readonly counts: ReadonlyMap<string, number>
  readonly place: ListPlace
}

/** Searches that have a name: a strip on a phone, a rail where there is room. Each is a link. */
export function QueueRail(props: QueueRailProps): JSX.Element {
  let strip: HTMLElement | undefined
  // On a phone the strip is wider than the screen: what is shown now is brought into sight.
  createEffect(() => {
    void [props.place.query, props.groups]
    const here = strip?.querySelector<HTMLElement>('[aria-current]')
    if (here) strip?.scrollTo?.({ left: here.offsetLeft - strip.clientWidth / 2 + here.offsetWidth / 2 })
  })
  return (
    <nav
      class="queues no-print"
      aria-label="Queues and saved searches"
      ref={(element) => {
        strip = element
      }}
    >
      <For each={props.groups.filter(({ queues }) => queues.length > 0)}>
        {({ title, queues }) => (
          <div class="queues__group">
            <h2 class="queues__title">{title}</h2>
            <ul class="queues__list">
              <For each={queues}>
                {(queue) => (
                  <li class="queues__item">
                    <a
                      class="queues__link"
                      href={addressOf({ ...props.place, query: queue.query })}
                      aria-current={isSameQuery(queue.query, props.place.query) ? 'page' : undefined}
                    >
                      <span class="queues__label">{queue.label}</span>
                      <Show when={props.counts.get(queue.query) !== undefined}>
                        <span class="queues__count">{formatCount(props.counts.get(queue.query) ?? 0)}</span>
                      </Show>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </For>
    </nav>
  )
}
