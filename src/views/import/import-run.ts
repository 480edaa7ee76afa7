// One import, from the chosen files to the last saved record: reading, planning, saving in parts, stopping on request.
import { createSignal, onCleanup } from 'solid-js'
import { importOutages } from '../../domain/mutations/bring-in.ts'
import { type Importer, startImporter } from '../../intake/ask.ts'
import type { ParsedImport } from '../../intake/parsed-import.ts'
import type { ComponentChoice, EntryChoice, ImportPlan } from '../../intake/plan-import.ts'
import { mutate } from '../../store/mutate.ts'
import { useApp } from '../app/app-context.ts'
import { existingRecords, roundTheClock } from './existing-records.ts'

export type ImportStep =
  | { readonly name: 'choose'; readonly problem?: string }
  | { readonly name: 'reading' }
  | {
      readonly name: 'preview'
      readonly parsed: ParsedImport
      readonly plan: ImportPlan
      readonly systems: SystemName[]
    }
  | { readonly name: 'saving'; readonly done: number; readonly total: number }
  | {
      readonly name: 'done'
      readonly plan: ImportPlan
      readonly saved: number
      readonly isStopped: boolean
      readonly problem?: string
    }

export interface SystemName {
  readonly id: string
  readonly name: string
}

/** Needs an owner; the import's thread ends with it. */
export function createImportRun() {
  const { store, now } = useApp()
  const [step, setStep] = createSignal<ImportStep>({ name: 'choose' })
  const components = new Map<string, ComponentChoice>()
  const entries = new Map<string, EntryChoice>()
  let importer: Importer | undefined
  let isStopping = false
  onCleanup(() => importer?.stop())

  const replan = async (parsed: ParsedImport) => {
    if (!importer) return
    const existing = await existingRecords(store.reads)
    const plan = await importer.plan(existing, { components, entries })
    setStep({ name: 'preview', parsed, plan, systems: [...existing.systems] })
  }

  const read = async (files: readonly File[], zone: string, source: string) => {
    setStep({ name: 'reading' })
    components.clear()
    entries.clear()
    importer?.stop()
    importer = startImporter()
    try {
      const contents = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      const options = { zone, now: now() }
      const parsed = await importer.parse(
        contents,
        source.trim() === '' ? options : { ...options, source: source.trim() },
      )
      await replan(parsed)
    } catch {
      setStep({
        name: 'choose',
        problem: 'The files could not be read on this device. Choose them again, or fewer at once.',
      })
    }
  }

  const current = () => {
    const at = step()
    return at.name === 'preview' ? at : undefined
  }
  const choose = async (change: () => void) => {
    const preview = current()
    if (!preview) return
    change()
    await replan(preview.parsed)
  }

  const save = async () => {
    const preview = current()
    if (!preview || !importer) return
    const total = preview.plan.counts.new
    const calendarId = await roundTheClock(store.reads)
    const finish = (saved: number, isStopped: boolean, problem?: string) =>
      setStep({ name: 'done', plan: preview.plan, saved, isStopped, ...(problem ? { problem } : {}) })
    if (!calendarId)
      return finish(0, false, 'There is no calendar yet: add one under Settings, Calendars, then import again.')
    isStopping = false
    let saved = 0
    setStep({ name: 'saving', done: 0, total })
    try {
      for (const batch of await importer.batches({ calendarId, now: now(), personId: store.personId })) {
        if (isStopping) return finish(saved, true)
        const result = await mutate(store, importOutages, batch)
        if (!result.ok) return finish(saved, false, result.refusal.message)
        saved += batch.outages.length + batch.maintenance.length
        setStep({ name: 'saving', done: saved, total })
      }
      finish(saved, false)
    } catch {
      finish(saved, false, 'This device could not store more. Free some space, then import again: what is here stays.')
    }
  }

  return {
    step,
    read,
    save,
    stop: () => {
      isStopping = true
    },
    startAgain: () => setStep({ name: 'choose' }),
    chooseSystem: (component: string, choice: ComponentChoice) => choose(() => components.set(component, choice)),
    chooseEntry: (key: string, choice: EntryChoice) =>
      choose(() => entries.set(key, { ...entries.get(key), ...choice })),
    choiceOf: (component: string) => components.get(component),
    entryChoice: (key: string) => entries.get(key),
  }
}

export type ImportRun = ReturnType<typeof createImportRun>
