import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatCount, formatInstant, formatRange } from '../../domain/format.ts'
import { levelLabels } from '../../domain/level.ts'
import { flagLabels, type ParsedOutage } from '../../intake/parsed-import.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { Select } from '../parts/form/select.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import type { ImportRun, ImportStep } from './import-run.ts'
import './import.css'

type Preview = Extract<ImportStep, { name: 'preview' }>
const pageSize = 50

/** What the files hold, what would be made of it, and the two things a person may change: the systems and the kind. */
export function ImportPreview(props: { readonly step: Preview; readonly run: ImportRun }): JSX.Element {
  const counts = () => props.step.plan.counts
  return (
    <div class="stack">
      <Show when={counts().new === 0 && counts().same > 0}>
        <Banner>Everything that these files hold is here already. Importing again adds nothing.</Banner>
      </Show>
      <Card title="What would be imported">
        <SummaryList
          rows={[
            {
              key: 'New',
              value: `${counted(props.step.plan.outages.length, 'outage')}, ${counted(props.step.plan.maintenance.length, 'planned work record')}`,
            },
            { key: 'Here already', value: formatCount(counts().same) },
            { key: 'Left out by you', value: formatCount(counts().leftOut) },
            { key: 'Refused', value: formatCount(counts().refused) },
            { key: 'New systems', value: formatCount(props.step.plan.systems.length) },
          ]}
        />
      </Card>
      <Remarks warnings={props.step.parsed.warnings} />
      <Components step={props.step} run={props.run} />
      <Entries step={props.step} run={props.run} />
      <Refused step={props.step} />
    </div>
  )
}

function Remarks(props: { readonly warnings: readonly string[] }): JSX.Element {
  return (
    <Show when={props.warnings.length > 0}>
      <Banner tone="warn" title="What was read with a remark">
        <ul>
          <For each={props.warnings}>{(warning) => <li>{warning}</li>}</For>
        </ul>
      </Banner>
    </Show>
  )
}

function Components(props: { readonly step: Preview; readonly run: ImportRun }): JSX.Element {
  const names = createMemo(() =>
    [...new Set(props.step.parsed.entries.flatMap((entry) => entry.components))].sort((a, b) => a.localeCompare(b)),
  )
  const known = (name: string) =>
    props.step.systems.find((system) => system.name.toLowerCase() === name.trim().toLowerCase())?.id
  const value = (name: string) => {
    const choice = props.run.choiceOf(name)
    return typeof choice === 'object' ? choice.systemId : (choice ?? known(name) ?? 'new')
  }
  const options = (name: string) => [
    { value: 'new', label: `New system "${name}"` },
    { value: 'skip', label: 'Leave out' },
    ...props.step.systems.map((system) => ({ value: system.id, label: system.name })),
  ]
  const choose = (name: string, chosen: string) =>
    props.run.chooseSystem(name, chosen === 'new' || chosen === 'skip' ? chosen : { systemId: chosen })
  return (
    <Show when={names().length > 0}>
      <Card>
        <Disclosure
          summary={`Which system each name means (${formatCount(names().length)})`}
          open={names().length <= 12}
        >
          <div class="grid">
            <For each={names()}>
              {(name) => (
                <Select
                  label={name}
                  value={value(name)}
                  options={options(name)}
                  onChange={(chosen) => choose(name, chosen)}
                />
              )}
            </For>
          </div>
        </Disclosure>
      </Card>
    </Show>
  )
}

function Entries(props: { readonly step: Preview; readonly run: ImportRun }): JSX.Element {
  const [shown, setShown] = createSignal(pageSize)
  const [onlyFlagged, setOnlyFlagged] = createSignal(false)
  const entries = createMemo(() =>
    onlyFlagged() ? props.step.parsed.entries.filter((entry) => entry.flags.length > 0) : props.step.parsed.entries,
  )
  return (
    <Card title={`${counted(props.step.parsed.entries.length, 'entry', 'entries')} read`}>
      <Checkbox label="Show only those with a remark" checked={onlyFlagged()} onChange={setOnlyFlagged} />
      <RowList label="Entries">
        <For each={entries().slice(0, shown())}>{(entry) => <Entry entry={entry} run={props.run} />}</For>
      </RowList>
      <Show when={entries().length > shown()}>
        <Button onClick={() => setShown(shown() + pageSize)}>
          Show more ({formatCount(entries().length - shown())} left)
        </Button>
      </Show>
    </Card>
  )
}

function Entry(props: { readonly entry: ParsedOutage; readonly run: ImportRun }): JSX.Element {
  const { now } = useApp()
  const isIncluded = () => props.run.entryChoice(props.entry.key)?.isIncluded ?? true
  const isMaintenance = () => props.run.entryChoice(props.entry.key)?.isMaintenance ?? props.entry.isMaintenance
  const when = () => {
    const { startAt, endAt } = props.entry
    if (endAt === undefined) return `${formatInstant(startAt, now())}, still going on`
    if (endAt < startAt) return `${formatInstant(startAt, now())}, end ${formatInstant(endAt, now())}`
    return formatRange(startAt, endAt, now())
  }
  return (
    <Row
      title={props.entry.title}
      detail={
        <>
          {when()} · {levelLabels[props.entry.level]} · {props.entry.components.join(', ') || 'no system named'}
          <ul class="import-flags">
            <For each={props.entry.flags}>{(flag) => <li>{flagLabels[flag]}</li>}</For>
          </ul>
          <span class="cluster">
            <Checkbox
              label="Import"
              checked={isIncluded()}
              onChange={(isIncluded) => props.run.chooseEntry(props.entry.key, { isIncluded })}
            />
            <Checkbox
              label="Planned work"
              checked={isMaintenance()}
              onChange={(isMaintenance) => props.run.chooseEntry(props.entry.key, { isMaintenance })}
            />
          </span>
        </>
      }
    />
  )
}

function Refused(props: { readonly step: Preview }): JSX.Element {
  return (
    <Show when={props.step.plan.refused.length > 0}>
      <Card>
        <Disclosure summary={`Refused: ${counted(props.step.plan.refused.length, 'entry', 'entries')}, and why`}>
          <RowList label="Refused entries">
            <For each={props.step.plan.refused}>
              {(entry) => (
                <Row
                  title={`${entry.file}${entry.line === undefined ? '' : `, line ${entry.line}`}`}
                  detail={entry.reason}
                />
              )}
            </For>
          </RowList>
        </Disclosure>
      </Card>
    </Show>
  )
}
