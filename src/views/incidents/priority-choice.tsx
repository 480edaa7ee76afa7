import type { JSX } from 'solid-js'
import {
  type ImpactSize,
  impacts,
  impactWords,
  type Priority,
  type Urgency,
  urgencies,
  urgencyWords,
} from '../../domain/incident-words.ts'
import { Chips } from '../parts/form/chips.tsx'
import { PriorityMark } from './priority-mark.tsx'

interface PriorityChoiceProps {
  readonly impact: ImpactSize
  readonly urgency: Urgency
  /** What the two give by the table of the day. */
  readonly gives: Priority
  readonly onChange: (changes: { readonly impact?: ImpactSize; readonly urgency?: Urgency }) => void
}

const impactOptions = impacts.map((value) => ({ value, label: impactWords[value] }))
const urgencyOptions = urgencies.map((value) => ({ value, label: urgencyWords[value] }))

/** Impact and urgency, with the priority that they give at once. */
export function PriorityChoice(props: PriorityChoiceProps): JSX.Element {
  return (
    <>
      <Chips
        label="Impact: whom does it hit?"
        single
        options={impactOptions}
        values={[props.impact]}
        onChange={([impact]) => impact && props.onChange({ impact })}
      />
      <Chips
        label="Urgency: how soon does it matter?"
        single
        options={urgencyOptions}
        values={[props.urgency]}
        onChange={([urgency]) => urgency && props.onChange({ urgency })}
      />
      <p role="status">
        This gives <PriorityMark priority={props.gives} />
      </p>
    </>
  )
}
