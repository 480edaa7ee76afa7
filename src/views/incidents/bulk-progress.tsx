import { type JSX, Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { Card } from '../parts/show/card.tsx'
import { bulkRunOf } from './bulk-run.ts'

/** How far a change of many is. It goes on whatever page is looked at. */
export function BulkProgress(): JSX.Element {
  const run = bulkRunOf(useApp().store)
  return (
    <Show when={run.progress()}>
      {(progress) => (
        <Card>
          <div class="stack stack--tight">
            <Progress
              label={progress().label}
              done={progress().done}
              total={progress().total}
              detail={`${formatCount(progress().done)} of ${formatCount(progress().total)}`}
            />
            <div>
              <Button icon="stop" onClick={() => run.stop()}>
                Stop
              </Button>
            </div>
          </div>
        </Card>
      )}
    </Show>
  )
}
