// What lies where, brought into one shape for comparing devices with the server.
import { type Access, mayRead } from '../../src/domain/access.ts'
import { kindNames } from '../../src/domain/kind-names.ts'
import type { GroupMark, Row } from '../../src/domain/record.ts'
import type { Op, OpResult } from '../../src/domain/wire.ts'
import { opSchema } from '../../src/domain/wire.ts'
import type { Database } from '../../src/server/database/port.ts'
import { versionOf } from '../../src/store/database.ts'
import type { Store } from '../../src/store/store.ts'

/** With the version of each group's mark. */
export type Rows = Readonly<Record<string, Compared>>
type Compared = Omit<Row, 'k' | 'id' | 'groups'> & { readonly groups: Readonly<Record<string, number>> }

const versions = (groups: Readonly<Record<string, number | GroupMark>>) =>
  Object.fromEntries(Object.entries(groups).map(([group, mark]) => [group, versionOf(mark)]))

/** Every row that this person may read, by `kind id`. */
export async function serverRows(database: Database, access: Access): Promise<Rows> {
  return database.read(async (statements) => {
    const rows: Record<string, Compared> = {}
    for (const scope of (await statements.heads()).keys())
      if (mayRead(access, scope))
        for (const { k, id, doc, groups, ...rest } of await statements.rowsAfter(scope, 0, 1_000_000))
          rows[`${k} ${id}`] = { ...rest, doc: JSON.parse(doc), groups: versions(JSON.parse(groups)) }
    return rows
  })
}

/** Every row on the device as it is shown, by `kind id`. */
export async function deviceRows({ database }: Store): Promise<Rows> {
  const rows: Record<string, Compared> = {}
  for (const kind of kindNames)
    for (const { id, del, groups, ...rest } of await database.table(`k_${kind}`).toArray())
      rows[`${kind} ${id}`] = { ...rest, groups: versions(groups), del: del === 1 }
  return rows
}

export interface TakenOp {
  readonly client: string
  readonly op: Op
  readonly outcome: OpResult
}

/** Every op of these installations that has a verdict, in order. */
export async function opsTaken(database: Database, clients: Iterable<string>): Promise<TakenOp[]> {
  return database.read(async (statements) => {
    const taken: TakenOp[] = []
    for (const client of clients)
      for (let mid = 1; ; mid++) {
        const found = await statements.op(client, mid)
        if (!found) break
        taken.push({ client, op: opSchema.parse(JSON.parse(found.body)), outcome: found.outcome })
      }
    return taken
  })
}

/** The installation under whose id the device sends now. */
export async function clientOf({ database }: Store): Promise<string> {
  return String((await database.meta.get('client'))?.value)
}
