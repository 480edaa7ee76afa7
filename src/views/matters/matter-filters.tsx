import type { JSX } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { Chips } from '../parts/form/chips.tsx'
import { SearchField } from '../parts/form/search-field.tsx'
import { Select } from '../parts/form/select.tsx'
import { matterTypeLabels, optionsOf } from './matter-words.ts'
import './matters.css'

interface MatterFiltersProps {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly councilId: string
  readonly type: string
  readonly isMine: boolean
  readonly councils: readonly Recorded<'council'>[]
  /** What goes into the address; undefined takes out. */
  readonly onChange: (changed: Partial<Record<'council' | 'type' | 'lead', string | undefined>>) => void
}

const any = 'any'
const typeOptions = [{ value: any, label: 'Every type' }, ...optionsOf(matterTypeLabels)]

export function MatterFilters(props: MatterFiltersProps): JSX.Element {
  const chosen = (value: string) => (value === any ? undefined : value)
  return (
    <div class="stack no-print">
      <SearchField
        label="Search the matters"
        placeholder="Reference, title, client, party"
        value={props.words}
        onInput={props.onWords}
      />
      <div class="filter-row">
        <Select
          label="Council"
          width="medium"
          value={props.councilId || any}
          options={[
            { value: any, label: 'Every council' },
            ...props.councils.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => props.onChange({ council: chosen(id) })}
        />
        <Select
          label="Type of work"
          width="medium"
          value={props.type || any}
          options={typeOptions}
          onChange={(type) => props.onChange({ type: chosen(type) })}
        />
        <Chips
          label="Whose"
          hideLabel
          options={[{ value: 'me', label: 'Mine' }]}
          values={props.isMine ? ['me'] : []}
          onChange={([lead]) => props.onChange({ lead })}
        />
      </div>
    </div>
  )
}
