import type { JSX } from 'solid-js'
import { assumptionSources } from '../../domain/assumption.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { Chips } from '../parts/form/chips.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Select } from '../parts/form/select.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { sourceLabels } from './fact-words.ts'
import type { SaidDraft } from './said-draft.ts'

interface SaidFieldsProps {
  readonly draft: SaidDraft
  readonly onChange: (draft: SaidDraft) => void
  /** Those that the person may say it of. */
  readonly councils: readonly Recorded<'council'>[]
  readonly errorOf: (fieldId: string) => string | undefined
}

const sourceOptions = assumptionSources.map((value) => ({ value, label: sourceLabels[value] }))

/** Whose it is, from when, and where it comes from. */
export function SaidFields(props: SaidFieldsProps): JSX.Element {
  const change = (part: Partial<SaidDraft>) => props.onChange({ ...props.draft, ...part })
  const dateError = (id: string) => ['day', 'month', 'year'].map((part) => props.errorOf(`${id}-${part}`)).find(Boolean)
  return (
    <>
      <Chips
        id="said-councils"
        label="Councils"
        options={props.councils.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        values={props.draft.councilIds}
        error={props.errorOf('said-councils')}
        onChange={(councilIds) => change({ councilIds })}
      />
      <DateTimeField
        id="said-from"
        label="Holds from"
        hint="Days before it keep what was said of them"
        value={props.draft.from}
        error={dateError('said-from')}
        onInput={(from) => change({ from })}
      />
      <Select
        label="How is it known?"
        width="medium"
        value={props.draft.source}
        options={sourceOptions}
        onChange={(source) => change({ source })}
      />
      <TextArea
        label="Note"
        hint="Who said so, or how it was measured"
        rows={2}
        value={props.draft.note}
        onInput={(note) => change({ note })}
      />
      <Disclosure summary="It was said on another day than today" open={dateError('said-as-of') !== undefined}>
        <DateTimeField
          id="said-as-of"
          label="Said on"
          value={props.draft.asOf}
          error={dateError('said-as-of')}
          onInput={(asOf) => change({ asOf })}
        />
      </Disclosure>
    </>
  )
}
