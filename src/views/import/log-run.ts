// One import of incidents, from the chosen file to the last saved record, and the taking back of one. Saving goes on while
// the person looks at other pages; everything else ends when they leave.
import { type Accessor, createSignal } from 'solid-js'
import type { Watching } from '../../intake/incident-ask.ts'
import type { Dress, LogMapping, LogProgress, LogTables, TableField } from '../../intake/incident-log.ts'
import type { Store } from '../../store/store.ts'
import { columnErrors, valueErrors, withColumn } from './log-choices.ts'
import { createLogFile } from './log-file.ts'
import type { LogStep, StepName, StepOf } from './log-steps.ts'
import { type Saving, saveLog, takeImportBack } from './save-log.ts'

export interface LogRun {
  readonly step: Accessor<LogStep>
  /** The page is there. */
  readonly enter: () => void
  readonly choose: (file: File) => Promise<void>
  readonly changeDress: (told: Partial<Dress>) => Promise<void>
  readonly confirmDress: () => void
  readonly changeColumn: (field: keyof LogMapping, index: number | undefined) => void
  readonly changeSource: (source: string) => void
  readonly read: () => Promise<void>
  readonly changeMeaning: (field: TableField, value: string, meaning: string | number | null) => void
  readonly changeCouncilForOthers: (councilId: string) => void
  readonly plan: (isOverwriting?: boolean) => Promise<void>
  readonly save: () => Promise<void>
  readonly takeBack: (runId: string, fileName: string) => Promise<void>
  /** To an earlier step; what was told there is kept. */
  readonly back: () => void
  /** Ends what is under way. What was saved stays. */
  readonly stop: () => void
  readonly startAgain: () => void
  /** The page is left: saving goes on, a file that was only looked at is let go. */
  readonly leave: () => void
}

const runs = new WeakMap<Store, LogRun>()

/** The one of this person's records. */
export function logRunOf(store: Store): LogRun {
  const known = runs.get(store) ?? createLogRun(store)
  runs.set(store, known)
  return known
}

const unreadable = 'The file could not be read on this device. Choose it again.'

export function createLogRun(store: Store, log = createLogFile(store)): LogRun {
  const [step, setStep] = createSignal<LogStep>({ name: 'choose' })
  let ending = new AbortController()
  let told: Partial<Dress> = {}
  let looks = 0

  const at = <Name extends StepName>(...names: Name[]) => {
    const now = step()
    return names.some((name) => name === now.name) ? (now as StepOf<Name>) : undefined
  }
  const startAgain = (problem?: string) => {
    ending.abort()
    log.letGo()
    setStep({ name: 'choose', problem })
  }
  /** Shows how far the reading is; a stop leads back to `before`, a fault to the beginning. */
  const working = async (label: string, before: LogStep, work: (watching: Watching) => Promise<LogStep>) => {
    ending.abort()
    ending = new AbortController()
    const { signal } = ending
    const show = (progress?: LogProgress) => signal.aborted || setStep({ name: 'working', label, progress })
    show()
    try {
      const next = await work({ signal, onProgress: show })
      if (!signal.aborted) setStep(next)
    } catch {
      if (!signal.aborted) startAgain(unreadable)
      else if (at('working')) setStep(before)
    }
  }
  /** Long work on the records, which goes on when the page is left. */
  const onRecords = async (label: string, work: (saving: Saving) => Promise<LogStep>) => {
    ending = new AbortController()
    const { signal } = ending
    const show = (done: number, total: number) => setStep({ name: 'saving', label, done, total })
    show(0, 0)
    const next = await work({ isStopped: () => signal.aborted, onProgress: show })
    log.letGo()
    setStep(next)
  }

  const choose = async (file: File) => {
    startAgain()
    told = {}
    await working('Looking at the file', { name: 'choose' }, async (watching) => {
      const found = await log.look(file, told, watching)
      return typeof found === 'string'
        ? { name: 'choose', problem: found }
        : { name: 'dress', at: found, isLooking: false }
    })
  }

  const changeDress = async (change: Partial<Dress>) => {
    const now = at('dress')
    if (!now) return
    told = { ...told, ...change }
    looks += 1
    const thisLook = looks
    setStep({ ...now, at: { ...now.at, dress: { ...now.at.dress, ...change } }, isLooking: true })
    const found = await log.look(now.at.file, told).catch(() => unreadable)
    if (thisLook !== looks || !at('dress')) return
    if (typeof found === 'string') return startAgain(found)
    // With the same columns, what was said of them holds.
    const { mapping, source } = found.look.fingerprint === now.at.look.fingerprint ? now.at : found
    setStep({ name: 'dress', at: { ...found, mapping, source }, isLooking: false })
  }

  const changeColumns = (change: Partial<StepOf<'columns'>['at']>) => {
    const now = at('columns')
    if (now) setStep({ name: 'columns', at: { ...now.at, ...change } })
  }
  const changeTables = (change: Partial<LogTables>) => {
    const now = at('values')
    if (now) setStep({ name: 'values', at: { ...now.at, tables: { ...now.at.tables, ...change } } })
  }

  const read = async () => {
    const now = at('columns')
    if (!now) return
    const errors = columnErrors(now.at.mapping)
    if (errors.length > 0) return void setStep({ ...now, errors })
    await working('Reading the file', now, async (watching) => ({
      name: 'values',
      at: await log.read(now.at, watching),
    }))
  }
  const plan = async (isOverwriting = false) => {
    const now = at('values', 'plan')
    if (!now) return
    const errors = valueErrors(now.at.tables)
    if (now.name === 'values' && errors.length > 0) return void setStep({ ...now, errors })
    await working('Comparing with what is here', now, async (watching) => {
      const made = await log.plan(now.at, isOverwriting, watching)
      return { name: 'plan', at: { ...now.at, plan: made, isOverwriting } }
    })
  }
  const save = async () => {
    const now = at('plan')
    if (!now) return
    await onRecords('Saving on this device', async (saving) => {
      const outcome = await saveLog(store, () => log.next(), saving)
      return { name: 'saved', at: now.at, outcome }
    })
  }

  return {
    step,
    enter: log.getReady,
    choose,
    changeDress,
    confirmDress: () => {
      const now = at('dress')
      if (now && !now.isLooking) setStep({ name: 'columns', at: now.at })
    },
    changeColumn: (field, index) => {
      const now = at('columns')
      if (now) changeColumns({ mapping: withColumn(now.at.mapping, field, index) })
    },
    changeSource: (source) => changeColumns({ source }),
    read,
    changeMeaning: (field, value, meaning) => {
      const table = at('values')?.at.tables[field]
      if (table) changeTables({ [field]: { ...table, [value]: meaning } })
    },
    changeCouncilForOthers: (councilForOthers) => changeTables({ councilForOthers }),
    plan,
    save,
    takeBack: (runId, fileName) =>
      onRecords('Taking the import back', async (saving) => {
        const { outcome, left } = await takeImportBack(store, runId, saving)
        return { name: 'taken_back', fileName, outcome, left }
      }),
    back: () => setStep(stepBefore),
    stop: () => ending.abort(),
    startAgain: () => startAgain(),
    leave: () => {
      if (!at('saving', 'saved', 'taken_back')) startAgain()
    },
  }
}

function stepBefore(now: LogStep): LogStep {
  if (now.name === 'columns') return { name: 'dress', at: now.at, isLooking: false }
  if (now.name === 'values') return { name: 'columns', at: now.at }
  if (now.name === 'plan') return { name: 'values', at: now.at }
  return now
}
