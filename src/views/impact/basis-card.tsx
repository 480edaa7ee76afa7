import { createSignal, type JSX } from 'solid-js'
import type { Catalogue } from '../../store/catalogue.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { BasisSheet } from './basis-sheet.tsx'
import type { BasisLine } from './impact-rows.ts'

interface BasisCardProps {
  readonly lines: readonly BasisLine[]
  readonly assumptionIds: readonly string[]
  readonly rateIds: readonly string[]
  readonly names: Catalogue
  /** Only what is said of this division. */
  readonly divisionId?: string | undefined
}

/** What the figures rest on; each assumption opens on a tap. */
export function BasisCard(props: BasisCardProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Card
      title="What these figures rest on"
      actions={
        <Button kind="quiet" onClick={() => setOpen(true)}>
          Open the assumptions
        </Button>
      }
    >
      <SummaryList rows={props.lines} />
      <BasisSheet
        open={isOpen()}
        onClose={() => setOpen(false)}
        assumptionIds={props.assumptionIds}
        rateIds={props.rateIds}
        names={props.names}
        divisionId={props.divisionId}
      />
    </Card>
  )
}
