import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import type { KnownEntry } from './known-entry.ts'
import { relianceSourceWords, relianceWords } from './need-words.ts'

/** Divisions that use it, most dependent first, with where the share comes from. */
export function ReliancesCard(props: { readonly entry: KnownEntry }): JSX.Element {
  const reliances = createMemo(() => [...props.entry.reliances].sort((a, b) => b.share - a.share))
  const nameOf = (id: string) => props.entry.divisions.get(id)?.name ?? 'A division that is gone'
  return (
    <Card title="Who relies on it" flush>
      <Show
        when={reliances().length > 0}
        fallback={<p class="system-cards__none muted">Nobody has said yet how far divisions rely on it.</p>}
      >
        <RowList label="Who relies on it">
          <For each={reliances()}>
            {(reliance) => (
              <Row
                title={nameOf(reliance.divisionId)}
                detail={
                  <>
                    {relianceWords(reliance.share)} without it
                    <br />
                    {`${relianceSourceWords[reliance.source]} on ${formatDate(reliance.asOf)}`}
                    {reliance.note ? `. ${reliance.note}` : ''}
                  </>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
    </Card>
  )
}
