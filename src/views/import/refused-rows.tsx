import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatCount } from '../../domain/format.ts'
import type { Refusals } from '../../intake/incident-log.ts'
import { byteOrderMark, csvDocument } from '../../reports/csv.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { downloadText } from '../sync/download.ts'

interface RefusedRowsProps {
  readonly refused: Refusals
  readonly fileName: string
}

const pageSize = 50

/** Rows that nothing could be made of: the line and why, and as a file to put them right by. */
export function RefusedRows(props: RefusedRowsProps): JSX.Element {
  const [shown, setShown] = createSignal(pageSize)
  const first = () => props.refused.first
  const download = () => downloadText(refusedName(props.fileName), 'text/csv', refusedCsv(props.refused))
  return (
    <Show when={props.refused.count > 0}>
      <Card>
        <div class="stack">
          <Disclosure summary={`Refused: ${counted(props.refused.count, 'row')}, and why`}>
            <RowList label="Refused rows">
              <For each={first().slice(0, shown())}>
                {({ line, reason }) => <Row title={`Line ${formatCount(line)}`} detail={reason} />}
              </For>
            </RowList>
            <Show when={first().length > shown()}>
              <Button onClick={() => setShown(shown() + pageSize)}>
                Show more ({formatCount(first().length - shown())} left)
              </Button>
            </Show>
          </Disclosure>
          <div>
            <Button icon="export" onClick={download}>
              Download the refused (CSV)
            </Button>
          </div>
          <Show when={props.refused.count > first().length}>
            <p class="muted">The first {formatCount(first().length)} are listed.</p>
          </Show>
        </div>
      </Card>
    </Show>
  )
}

export const refusedCsv = ({ first }: Refusals): string =>
  byteOrderMark +
  csvDocument(
    ['line', 'reason'],
    first.map(({ line, reason }) => [line, reason]),
  )

const refusedName = (fileName: string) => `refused-${fileName.replace(/\.[^.]*$/, '')}.csv`
