import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { type KnownEntry, systemName } from './known-entry.ts'
import { needEffect, needWords, whatFailsWith } from './need-words.ts'

/** What it needs, and what fails if it fails. */
export function NeedsCard(props: { readonly entry: KnownEntry }): JSX.Element {
  const id = () => props.entry.system.id
  const nameOf = (systemId: string) => systemName(props.entry, systemId)
  const needs = () => props.entry.dependencies.filter((edge) => edge.systemId === id())
  const direct = () => props.entry.dependencies.filter((edge) => edge.needs.includes(id()))
  const failing = () => whatFailsWith(id(), props.entry.dependencies).filter((other) => props.entry.systems.has(other))
  const how = (other: string) => {
    const edge = direct().find((each) => each.systemId === other)
    return edge ? needEffect(edge) : 'Through others that need it'
  }
  return (
    <>
      <Card title="What it needs" flush>
        <Show
          when={needs().length > 0}
          fallback={<p class="system-cards__none muted">Nothing is recorded that it needs.</p>}
        >
          <RowList label="What it needs">
            <For each={needs()}>
              {(edge) => (
                <Row
                  href={edge.type === 'any' ? undefined : `/systems/${edge.needs[0]}`}
                  title={needWords(edge, nameOf)}
                  detail={needEffect(edge)}
                />
              )}
            </For>
          </RowList>
        </Show>
      </Card>
      <Card title="What fails if this fails" flush>
        <Show
          when={failing().length > 0}
          fallback={<p class="system-cards__none muted">Nothing is recorded that needs it.</p>}
        >
          <RowList label="What fails if this fails">
            <For each={failing()}>
              {(other) => <Row href={`/systems/${other}`} title={nameOf(other)} detail={how(other)} />}
            </For>
          </RowList>
        </Show>
      </Card>
    </>
  )
}
