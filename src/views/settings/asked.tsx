import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import type { Answer } from '../../sync/account.ts'
import { Button } from '../parts/control/button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'

interface AskedProps<T> {
  readonly answer: Answer<T> | undefined
  /** What is asked of the server: "The list of people". */
  readonly what: string
  readonly onRetry: () => unknown
  readonly children: (known: Accessor<T>) => JSX.Element
}

/** What only the server knows: shown when it has answered; offline is said calmly. */
export function Asked<T extends object>(props: AskedProps<T>): JSX.Element {
  const known = () => (props.answer?.ok ? props.answer : undefined)
  const refused = () => (props.answer && !props.answer.ok ? props.answer.error : undefined)
  const title = (code: string) =>
    code === 'offline' ? `${props.what} needs a network` : `${props.what} cannot be shown`
  return (
    <Switch fallback={<Skeleton shape="rows" />}>
      <Match when={known()}>{(answer) => props.children(answer)}</Match>
      <Match when={refused()}>
        {(error) => (
          <EmptyState
            title={title(error().code)}
            icon={error().code === 'offline' ? 'cloud-off' : 'info'}
            action={<Button onClick={() => props.onRetry()}>Try again</Button>}
          >
            {error().code === 'offline' ? 'Everything else goes on without.' : error().message}
          </EmptyState>
        )}
      </Match>
    </Switch>
  )
}
