import { createSignal, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import type { SealedFile } from '../../store/sealed-file.ts'
import { type PutBack, putBack, type UnsentFile } from '../../store/unsent-file.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChooseFile } from '../parts/form/choose-file.tsx'
import { Field } from '../parts/form/field.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { openSealed, readBrought } from './unsent-file.ts'

/** Takes in a file of what was not sent, from this device or another one. */
export function PutBackCard(): JSX.Element {
  const { store, session, syncNow } = useApp()
  const may = useMay()
  const [sealed, setSealed] = createSignal<SealedFile>()
  const [passphrase, setPassphrase] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string>()
  const [result, setResult] = createSignal<PutBack>()
  /** One thing at a time: what it throws is said. */
  const attempt = async (work: () => Promise<unknown>) => {
    setTrouble()
    setResult()
    setBusy(true)
    try {
      await work()
    } catch {
      setTrouble('This device could not take it in, and nothing was changed. Free some space and try again.')
    } finally {
      setBusy(false)
    }
  }
  const choose = (chosen: File) =>
    attempt(async () => {
      setSealed()
      const brought = readBrought(await chosen.text())
      if (brought.is === 'other') setTrouble('This is no file of changes that were not sent.')
      else if (brought.is === 'sealed') setSealed(brought.file)
      else await take(brought.file)
    })
  const open = (file: SealedFile) =>
    attempt(async () => {
      const found = await openSealed(file, passphrase())
      if (!found) return setTrouble('The passphrase does not open this file. Check it and try again.')
      setSealed()
      setPassphrase('')
      await take(found)
    })
  const take = async (file: UnsentFile) => {
    if (file.db !== session.db) return setTrouble('This file is of another installation of Uptally.')
    if (file.personId !== session.userId && !may('admin'))
      return setTrouble('This file is of somebody else. They can put it back themselves, or an administrator can.')
    setResult(await putBack(store, file))
    void syncNow()
  }
  return (
    <Card title="Put back what was not sent">
      <div class="stack">
        <p>
          From a file that Uptally saved when you signed out, or when a device could not go on. Nothing is done twice.
        </p>
        <ChooseFile
          label="File of what was not sent"
          accept=".json,application/json"
          busy={isBusy() && !sealed()}
          onChoose={(file) => void choose(file)}
        >
          Choose the file
        </ChooseFile>
        <Show when={sealed()}>
          {(file) => (
            <form
              class="stack"
              onSubmit={(event) => {
                event.preventDefault()
                void open(file())
              }}
            >
              <Field
                label="Passphrase of the file"
                type="password"
                autocomplete="off"
                value={passphrase()}
                onInput={setPassphrase}
              />
              <div>
                <Button type="submit" kind="primary" busy={isBusy()}>
                  Open and put back
                </Button>
              </div>
            </form>
          )}
        </Show>
        <Show when={trouble()}>
          {(text) => (
            <Banner tone="error" isResult>
              {text()}
            </Banner>
          )}
        </Show>
        <Show when={result()}>
          {(counts) => (
            <Banner tone={counts().damaged > 0 ? 'warn' : 'good'} isResult>
              {putBackWords(counts())}
            </Banner>
          )}
        </Show>
      </div>
    </Card>
  )
}

export function putBackWords({ changes, drafts, known, damaged }: PutBack): string {
  const lines = [
    `${counted(changes, 'change')} put back.`,
    drafts > 0 ? `${counted(drafts, 'draft')} put back.` : '',
    known > 0 ? `${counted(known, 'change')} here already.` : '',
    damaged > 0 ? `${counted(damaged, 'change')} could not be read: keep the file.` : '',
  ]
  return lines.filter(Boolean).join(' ')
}
