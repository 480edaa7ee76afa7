// What an import brought, and what people have done with it since.
import type { KindName } from '../domain/kind-names.ts'
import { kindTable, type StoreDatabase } from './database.ts'
import { type Store, withDatabase } from './store.ts'

const deeds: readonly KindName[] = ['incident_event', 'comment', 'work_note']

export interface ImportedIds {
  /** Nobody has done anything with these since they came. */
  readonly untouched: readonly string[]
  readonly workedOn: readonly string[]
}

/** Ids of the incidents that came with an import, and are not taken away. */
export const importedIds = (store: Store, runId: string): Promise<ImportedIds> =>
  withDatabase(store, async () => {
    const { database } = store
    const ids = await kindTable(database, 'incident').where('doc.importId').equals(runId).primaryKeys()
    const isWorkedOn = await idsWithDeeds(database)
    return { untouched: ids.filter((id) => !isWorkedOn.has(id)), workedOn: ids.filter((id) => isWorkedOn.has(id)) }
  })

/** Ids of the incidents that people have done something with since they came, whatever brought them. */
export const workedOnIds = (store: Store): Promise<ReadonlySet<string>> =>
  withDatabase(store, () => idsWithDeeds(store.database))

/** Whatever a person does with an incident has a line of history, or is a file or something said. */
async function idsWithDeeds(database: StoreDatabase): Promise<ReadonlySet<string>> {
  const ids = await Promise.all(deeds.map((kind) => kindTable(database, kind).orderBy('doc.incidentId').uniqueKeys()))
  const withFiles = await kindTable(database, 'attachment')
    .filter((row) => row.del === 0)
    .toArray()
  return new Set([...ids.flat().map(String), ...withFiles.map(({ doc }) => String(doc.ofId))])
}
