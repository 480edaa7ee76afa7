import type { JSX } from 'solid-js'
import { activities, chargeabilities } from '../../domain/legal-words.ts'
import type { MatterChoices } from '../../store/time.ts'
import { Chips } from '../parts/form/chips.tsx'
import { Select } from '../parts/form/select.tsx'
import { MatterPicker } from './matter-picker.tsx'
import { activityLabels, chargeLabels } from './time-words.ts'
import type { Work } from './work.ts'

interface WorkFieldsProps {
  readonly work: Work
  readonly matters: MatterChoices
  readonly onChange: (work: Work) => void
  readonly matterError?: string | undefined
  readonly matterId?: string | undefined
}

/** What the time is spent on. */
export function WorkFields(props: WorkFieldsProps): JSX.Element {
  return (
    <>
      <MatterPicker
        id={props.matterId}
        value={props.work.matterId}
        choices={props.matters}
        error={props.matterError}
        onChange={(matterId) => props.onChange({ ...props.work, matterId })}
      />
      <Select
        label="Activity"
        width="medium"
        value={props.work.activity}
        options={activities.map((value) => ({ value, label: activityLabels[value] }))}
        onChange={(activity) => props.onChange({ ...props.work, activity })}
      />
      <Chips
        label="Charged?"
        single
        values={[props.work.chargeability]}
        options={chargeabilities.map((value) => ({ value, label: chargeLabels[value] }))}
        onChange={([chargeability]) => chargeability && props.onChange({ ...props.work, chargeability })}
      />
    </>
  )
}
