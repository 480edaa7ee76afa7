// The file under way: the thread that reads it, and what was said last time of files with these columns.
import { type IncidentImporter, startIncidentImporter, type Watching } from '../../intake/incident-ask.ts'
import type { Dress, IncidentBatch, LogPlan } from '../../intake/incident-log.ts'
import { readDraft, saveDraft } from '../../store/drafts.ts'
import type { Store } from '../../store/store.ts'
import { keptKey, keptOf, readKept, withCommonOrder, withKeptTables } from './log-choices.ts'
import type { Looked, Read } from './log-steps.ts'

export interface LogFile {
  /** Starts the thread while there is a network to fetch it by. */
  getReady(): void
  /** What `told` says is not guessed. A text: why the file cannot be read (a sentence). */
  look(file: File, told: Partial<Dress>, watching?: Watching): Promise<Looked | string>
  read(at: Looked, watching: Watching): Promise<Read>
  plan(at: Read, isOverwriting: boolean, watching: Watching): Promise<LogPlan>
  next(): Promise<IncidentBatch | undefined>
  /** Ends the thread, and with it what it holds of the file. */
  letGo(): void
}

/** `startImporter` starts the thread that reads. */
export function createLogFile(store: Store, startImporter = startIncidentImporter): LogFile {
  let running: IncidentImporter | undefined
  const importer = () => {
    running ??= startImporter({ storeName: store.name })
    return running
  }
  const keptFor = async (fingerprint: string) => readKept(await readDraft(store, keptKey(fingerprint)))
  return {
    getReady: () => void importer(),
    async look(file, told, watching) {
      const guessed = await importer().look(file, told, watching)
      if ('reason' in guessed) return guessed.reason
      const kept = await keptFor(guessed.fingerprint)
      const look = kept ? await importer().look(file, { ...kept.dress, ...told }, watching) : guessed
      if ('reason' in look) return look.reason
      const { mapping, source } = kept ?? look
      return { file, look, dress: look.dress, mapping, source, isKept: kept !== undefined }
    },
    async read(at, watching) {
      const source = at.source.trim() || at.look.source
      const dress = withCommonOrder(at.look.columns, at.dress)
      const summary = await importer().read({ dress, mapping: at.mapping, source }, watching)
      const kept = await keptFor(at.look.fingerprint)
      const tables = kept ? withKeptTables(summary.tables, kept.tables) : summary.tables
      return { ...at, source, summary, tables }
    },
    async plan({ look, dress, mapping, source, tables }, isOverwriting, watching) {
      await saveDraft(store, keptKey(look.fingerprint), keptOf(dress, mapping, source, tables))
      return importer().plan({ tables, overwrite: isOverwriting ? 'all' : [] }, watching)
    },
    next: () => importer().next(),
    letGo() {
      running?.stop()
      running = undefined
    },
  }
}
