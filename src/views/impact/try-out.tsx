import { For, type JSX, Show } from 'solid-js'
import type { ImpactReport } from '../../metrics/impact-figures.ts'
import type { Address } from '../availability/page-address.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { createImpact } from './impact-answer.ts'
import { type Compared, comparedWords } from './tried-words.ts'
import { nothingTried } from './what-if.ts'

interface TryOutProps {
  readonly address: Address
  readonly readable: Parameters<typeof createImpact>[1]
  readonly tried: readonly string[]
  readonly shown: Compared
  readonly pick: (report: ImpactReport) => Compared | undefined
}

/** The mark of a try-out: what is tried, the figure beside the recorded one, and the way back. */
export function TryOut(props: TryOutProps): JSX.Element {
  const { answer } = createImpact(props.address, props.readable, () => nothingTried)
  const recorded = () => {
    const report = answer()
    return report && props.pick(report)
  }
  const goBack = () => {
    props.address.tryOut({})
    // The button goes away with the banner: the page's title takes the focus, as after any way back.
    document.querySelector('h1')?.focus()
  }
  return (
    <Banner
      tone="warn"
      isResult
      title="A try-out: nothing of it is saved"
      action={<Button onClick={goBack}>Back to what is recorded</Button>}
    >
      <ul class="impact-tried">
        <For each={props.tried}>{(words) => <li>{words}</li>}</For>
      </ul>
      <Show when={recorded()}>{(known) => <p>{comparedWords(props.shown, known())}</p>}</Show>
    </Banner>
  )
}
