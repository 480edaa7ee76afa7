import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { Button } from '../parts/control/button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { DescribeForm } from './text-forms.tsx'
import './incident-page.css'

interface DescribedCardProps {
  readonly incident: Recorded<'incident'>
  readonly mayWork: boolean
}

/** What is wrong in full, and once it is over what was done about it. */
export function DescribedCard(props: DescribedCardProps): JSX.Element {
  const [isEditing, setEditing] = createSignal(false)
  const isOver = () => !props.incident.flags.isOpen && props.incident.resolution !== ''
  return (
    <>
      <Show when={isOver()}>
        <Card tone="accent" title={props.incident.state === 'cancelled' ? 'Why it is cancelled' : 'What was done'}>
          <p class="as-typed">{props.incident.resolution}</p>
        </Card>
      </Show>
      <Card
        title="What is wrong"
        actions={
          <Show when={props.mayWork}>
            <Button kind="quiet" icon="edit" onClick={() => setEditing(true)}>
              Edit
            </Button>
          </Show>
        }
      >
        <p class={props.incident.text === '' ? 'muted' : 'as-typed'}>
          {props.incident.text || 'No details were given.'}
        </p>
        <Sheet open={isEditing()} title="What is wrong" onClose={() => setEditing(false)}>
          <DescribeForm incident={props.incident} onDone={() => setEditing(false)} />
        </Sheet>
      </Card>
    </>
  )
}
