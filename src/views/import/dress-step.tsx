import { createMemo, For, type JSX, Show } from 'solid-js'
import { formatFigure } from '../../domain/format.ts'
import type { DateOrder, Dress } from '../../intake/incident-log.ts'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Table } from '../parts/show/table.tsx'
import { commonOrder, marksOf, orderedColumns, ordersOf } from './log-choices.ts'
import type { StepOf } from './log-steps.ts'
import { delimiterChoices, encodingChoices, quoteChoices, quoteStyleOf, quotesOf, zoneChoices } from './log-words.ts'
import { StepHead } from './step-head.tsx'
import './import.css'

interface DressStepProps {
  readonly step: StepOf<'dress'>
  readonly onChange: (told: Partial<Dress>) => void
}

/** How the file is written: found, shown with its first rows, and changeable. */
export function DressStep(props: DressStepProps): JSX.Element {
  const at = () => props.step.at
  return (
    <div class="stack">
      <StepHead title="How the file is written" place={2}>
        <p>
          {at().file.name}, {sizeOf(at().look.bytes)}. Look at the rows below: accents, pound signs and dates must be
          right.
        </p>
      </StepHead>
      <Show when={at().look.doubts.length > 0}>
        <Banner tone="warn" title="Look at this">
          <ul>
            <For each={at().look.doubts}>{(doubt) => <li>{doubt}</li>}</For>
          </ul>
        </Banner>
      </Show>
      <Show when={at().isKept}>
        <Banner>As you chose it last time for a file with these columns.</Banner>
      </Show>
      <Card>
        <div class="stack">
          <div class="grid">
            <Select
              label="Letters"
              value={at().dress.encoding}
              options={encodingChoices}
              onChange={(encoding) => props.onChange({ encoding })}
            />
            <Select
              label="Between cells"
              value={at().dress.delimiter}
              options={delimiterChoices}
              onChange={(delimiter) => props.onChange({ delimiter })}
            />
            <DateOrders {...props} />
            <Select
              label="Decimal numbers"
              value={at().dress.isDecimalComma ? 'comma' : 'point'}
              options={[
                { value: 'point', label: '3.5' },
                { value: 'comma', label: '3,5' },
              ]}
              onChange={(sign) => props.onChange({ isDecimalComma: sign === 'comma' })}
            />
            <Marks {...props} />
          </div>
          <More {...props} />
        </div>
      </Card>
      <SampleRows step={props.step} />
    </div>
  )
}

const sizeOf = (bytes: number) =>
  bytes < 1e6 ? `${formatFigure(Math.ceil(bytes / 1000), 0)} kB` : `${formatFigure(bytes / 1e6, 1)} MB`

const orders: readonly { readonly value: DateOrder; readonly label: string }[] = [
  { value: 'dmy', label: 'Day first: 3/5 is 3 May' },
  { value: 'mdy', label: 'Month first: 3/5 is 5 March' },
]

function DateOrders(props: DressStepProps): JSX.Element {
  const columns = () => props.step.at.look.columns
  const names = () => orderedColumns(columns()).map(({ name }) => name)
  return (
    <Select
      label="Dates"
      value={commonOrder(columns(), props.step.at.dress)}
      options={orders}
      placeholder="By column, as found"
      hint={names().length > 0 ? `In ${names().join(', ')}.` : 'Where the year does not come first.'}
      onChange={(order) => props.onChange({ dateOrders: ordersOf(columns(), order) })}
    />
  )
}

function Marks(props: DressStepProps): JSX.Element {
  let typed: string | undefined
  return (
    <Field
      label="Marks for “nothing”"
      value={props.step.at.dress.missing.join(', ')}
      hint="Parted by commas. Empty cells say nothing anyway."
      onInput={(text) => {
        typed = text
      }}
      onBlur={() => {
        if (typed !== undefined) props.onChange({ missing: marksOf(typed) })
        typed = undefined
      }}
    />
  )
}

function More(props: DressStepProps): JSX.Element {
  const dress = () => props.step.at.dress
  let typed: string | undefined
  return (
    <Disclosure summary="Quotation marks, column names, time zone">
      <div class="grid">
        <Select
          label="Quotation marks"
          value={quoteStyleOf(dress())}
          options={quoteChoices}
          onChange={(style) => props.onChange(quotesOf(style))}
        />
        <Field
          label="Line of the column names"
          type="number"
          width="short"
          value={dress().headerLine === null ? '' : String(dress().headerLine)}
          hint="Empty: the file has none."
          onInput={(text) => {
            typed = text
          }}
          onBlur={() => {
            if (typed !== undefined) props.onChange({ headerLine: lineOf(typed) })
            typed = undefined
          }}
        />
        <Select
          label="Times without a zone are in"
          value={dress().zone}
          options={zoneChoices}
          onChange={(zone) => props.onChange({ zone })}
        />
      </div>
    </Disclosure>
  )
}

const lineOf = (text: string): number | null => {
  const line = Number.parseInt(text, 10)
  return line >= 1 ? line : null
}

function SampleRows(props: { readonly step: StepOf<'dress'> }): JSX.Element {
  const columns = createMemo(() => [
    { key: 'line', label: 'Line', isNumber: true, cell: (row: SampleRow) => row.line },
    ...props.step.at.look.columns.map(({ index, name }) => ({
      key: String(index),
      label: name,
      cell: (row: SampleRow) => <span class="import-cell">{row.cells[index] ?? ''}</span>,
    })),
  ])
  return (
    <div class="import-samples" aria-busy={props.step.isLooking}>
      <Table caption="The first five rows" narrow="scroll" columns={columns()} rows={props.step.at.look.rows} />
    </div>
  )
}
type SampleRow = StepOf<'dress'>['at']['look']['rows'][number]
