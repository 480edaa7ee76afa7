import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { askReport } from '../../reports/ask.ts'
import type { FoundExport } from '../../reports/found-export.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChooseFile } from '../parts/form/choose-file.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { bringIn, type ImportResult } from './import-records.ts'

type Readable = Extract<FoundExport, { ok: true }>

/** An administrator takes in an export of another Uptally. */
export function TakeInPage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Take in an export" deed="take in an export">
      <Page
        title="Take in an export"
        narrow
        lead="Adds the records of another Uptally: the JSON file of its export, or the zip of one council. A record that is here already stays as it is."
        back={{ href: '/settings', label: 'Settings' }}
      >
        <TakeIn />
      </Page>
    </AllowedOnly>
  )
}

function TakeIn(): JSX.Element {
  const { store, session } = useApp()
  const [trouble, setTrouble] = createSignal<string>()
  const [read, setRead] = createSignal<Readable>()
  const [isReading, setReading] = createSignal(false)
  const [done, setDone] = createSignal<number>()
  const [result, setResult] = createSignal<ImportResult>()
  const choose = async (file: File) => {
    setResult()
    setRead()
    setTrouble()
    setReading(true)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const access = { userId: session.userId, grants: [...session.grants] }
      const answer = await askReport(store.name, { type: 'open', bytes, access })
      setTrouble(answer.ok ? undefined : answer.message)
      setRead(answer.ok ? answer : undefined)
    } catch {
      setTrouble('This file could not be read.')
    } finally {
      setReading(false)
    }
  }
  const start = async (records: Readable['records']) => {
    setDone(0)
    try {
      setResult(await bringIn(store, records, setDone))
      setRead()
    } catch {
      setTrouble('This device could not store all of it. Free some space and start again: what is in stays in.')
    } finally {
      setDone()
    }
  }
  return (
    <Card>
      <div class="stack">
        <ChooseFile
          label="Export file"
          accept=".json,.zip,application/json,application/zip"
          busy={isReading()}
          onChoose={(file) => void choose(file)}
        >
          Choose a file
        </ChooseFile>
        <Show when={trouble()}>
          {(text) => (
            <Banner tone="error" isResult>
              {text()}
            </Banner>
          )}
        </Show>
        <Show when={read()}>
          {(file) => (
            <>
              <p>{counted(file().records.length, 'record')} can be taken in.</p>
              <LeftOut lines={file().leftOut} />
              <Show
                when={done() !== undefined}
                fallback={
                  <div>
                    <Button onClick={() => void start(file().records)}>Take in</Button>
                  </div>
                }
              >
                <Progress label="Taking in" done={done() ?? 0} total={file().records.length} />
              </Show>
            </>
          )}
        </Show>
        <Show when={result()}>{(ended) => <Ended result={ended()} />}</Show>
      </div>
    </Card>
  )
}

function LeftOut(props: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <Show when={props.lines.length > 0}>
      <Disclosure summary={`${counted(props.lines.length, 'record')} left out`}>
        <ul>
          <For each={props.lines.slice(0, 100)}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Disclosure>
    </Show>
  )
}

function Ended(props: { readonly result: ImportResult }): JSX.Element {
  const words = () => {
    const { added, known, tooLarge, stopped } = props.result
    const large = tooLarge > 0 ? ` ${counted(tooLarge, 'record')} too large to take in.` : ''
    return `${counted(added, 'record')} added, ${counted(known, 'record')} here already.${large} ${stopped ?? ''}`
  }
  return (
    <Banner tone={props.result.stopped ? 'warn' : 'good'} isResult>
      {words()}
    </Banner>
  )
}
