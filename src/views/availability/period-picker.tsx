import { createSignal, type JSX, Show } from 'solid-js'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Select } from '../parts/form/select.tsx'
import { useCouncils } from './councils.ts'
import { OtherDates } from './other-dates.tsx'
import type { Address } from './page-address.ts'
import { neighbour, ofKind, type PeriodKind, periodKindLabels, periodKinds, periodName } from './period-choice.ts'
import './period-picker.css'

const kindOptions = periodKinds.map((value) => ({ value, label: periodKindLabels[value] }))

/** Which time and whose: the same above the list and above one system. */
export function PeriodPicker(props: { readonly address: Address }): JSX.Element {
  const [isTyping, setTyping] = createSignal(false)
  const choice = () => props.address.choice()
  const chooseKind = (kind: PeriodKind) => {
    setTyping(kind === 'custom')
    if (kind !== 'custom') props.address.choosePeriod(ofKind(kind, choice(), props.address.today()))
  }
  return (
    <div class="period-picker">
      <Select
        label="Period"
        width="medium"
        value={isTyping() ? 'custom' : choice().kind}
        options={kindOptions}
        onChange={chooseKind}
      />
      <Show when={isTyping() || choice().kind === 'custom'} fallback={<Stepper address={props.address} />}>
        <OtherDates
          period={choice().period}
          onChoose={(period) => props.address.choosePeriod({ kind: 'custom', period })}
        />
      </Show>
      <CouncilPicker address={props.address} />
    </div>
  )
}

function Stepper(props: { readonly address: Address }): JSX.Element {
  const choice = () => props.address.choice()
  const go = (step: -1 | 1) => {
    const next = neighbour(choice(), step)
    if (next) props.address.choosePeriod(next)
  }
  return (
    <div class="period-picker__steps">
      <IconButton icon="chevron-left" label="Period before" onClick={() => go(-1)} />
      <span class="period-picker__name" aria-live="polite">
        {periodName(choice().period)}
      </span>
      <IconButton icon="chevron-right" label="Period after" onClick={() => go(1)} />
    </div>
  )
}

const everyone = 'all'

function CouncilPicker(props: { readonly address: Address }): JSX.Element {
  const councils = useCouncils()
  const options = () => [
    { value: everyone, label: 'The whole partnership' },
    ...(councils() ?? []).map((council) => ({ value: council.id, label: council.name })),
  ]
  return (
    <Show when={(councils()?.length ?? 0) > 1}>
      <Select
        label="Council"
        width="medium"
        value={props.address.councilId() ?? everyone}
        options={options()}
        onChange={(id) => props.address.chooseCouncil(id === everyone ? null : id)}
      />
    </Show>
  )
}
