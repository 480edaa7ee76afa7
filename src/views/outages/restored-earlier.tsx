import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { formatWhen } from '../../domain/format.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Form } from '../parts/form/form.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { typedMomentOf } from './moment.ts'
import { TimeChips } from './time-chips.tsx'
import type { TimeChoice } from './time-choice.ts'
import { readTimeChoice } from './time-choice.ts'

interface RestoredEarlierProps {
  readonly open: boolean
  readonly startAt: number
  readonly onClose: () => void
  readonly onChoose: (endAt: number) => void
}

/** When it was over, if that was a while ago. A chip saves at once; a typed time has a button. */
export function RestoredEarlier(props: RestoredEarlierProps): JSX.Element {
  return (
    <Sheet open={props.open} title="When was it restored?" onClose={props.onClose}>
      <EarlierForm startAt={props.startAt} onChoose={props.onChoose} />
    </Sheet>
  )
}

function EarlierForm(props: Pick<RestoredEarlierProps, 'startAt' | 'onChoose'>): JSX.Element {
  const { store, now } = useApp()
  const [choice, setChoice] = createSignal<TimeChoice>()
  const [isTried, setTried] = createSignal(false)
  const read = () => {
    const chosen = choice()
    return chosen && readTimeChoice(chosen, store.now(), 'The end')
  }
  const readAt = () => {
    const moment = read()
    return moment && 'at' in moment ? moment.at : undefined
  }
  const problem = () => {
    const moment = read()
    return isTried() && moment && 'problem' in moment ? moment : undefined
  }
  const isTooEarly = () => (readAt() ?? props.startAt) < props.startAt
  const choose = (next: TimeChoice) => {
    setChoice(next)
    if (next.pick !== 'at' && !isTooEarly()) save()
  }
  const save = () => {
    const at = readAt()
    if (at === undefined) setTried(true)
    else props.onChoose(at)
  }
  return (
    <Form
      label="When was it restored?"
      onSubmit={save}
      acts={
        <Show when={choice()}>
          <Button type="submit" kind="primary">
            Save
          </Button>
        </Show>
      }
    >
      <TimeChips
        label="Restored"
        value={choice()}
        onChange={choose}
        typedAtFirst={typedMomentOf(now())}
        hasNow={false}
        error={problem()?.problem}
        errorPart={problem()?.part}
      />
      <Show when={isTooEarly()}>
        <Banner tone="warn" action={<Button onClick={() => props.onChoose(store.now())}>Restored just now</Button>}>
          <p>That is before it started, at {formatWhen(props.startAt, now())}. Saved like this it counts 0 minutes.</p>
        </Banner>
      </Show>
    </Form>
  )
}
