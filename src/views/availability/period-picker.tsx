import { createSignal, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Select } from '../parts/form/select.tsx'
import { useCouncils } from './councils.ts'
import { OtherDates } from './other-dates.tsx'
import type { Address } from './page-address.ts'
import { neighbour, ofKind, type PeriodKind, periodKindLabels, periodKinds, periodName } from './period-choice.ts'
import './period-picker.css'

const kindOptions = periodKinds.map((value) => ({ value, label: periodKindLabels[value] }))

interface PeriodPickerProps {
  readonly address: Address
  /** Of which figures may be asked; all there are when not given. */
  readonly councils?: readonly Recorded<'council'>[] | undefined
}

/** Which time and whose: the same above a list and above one thing. */
export function PeriodPicker(props: PeriodPickerProps): JSX.Element {
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
      <CouncilPicker address={props.address} councils={props.councils} />
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

function CouncilPicker(props: PeriodPickerProps): JSX.Element {
  const all = useCouncils()
  const councils = () => props.councils ?? all()
  const options = () => [
    { value: everyone, label: councils()?.length === all()?.length ? 'The whole partnership' : 'All of yours' },
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
