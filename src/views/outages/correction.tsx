import type { JSX } from 'solid-js'
import { createSignal } from 'solid-js'
import type { OutageStory } from '../../store/outage-story.ts'
import { Button } from '../parts/control/button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { CorrectionForm } from './correction-form.tsx'

/** Setting right what was recorded, of any age. */
export function Correction(props: { readonly story: OutageStory }): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <div>
      <Button kind="quiet" icon="edit" onClick={() => setOpen(true)}>
        Correct this record
      </Button>
      <Sheet open={isOpen()} title="Correct this record" onClose={() => setOpen(false)}>
        <CorrectionForm story={props.story} onSaved={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}
