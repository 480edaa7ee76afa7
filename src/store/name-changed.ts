// Dexie tells other tabs and threads which keys a transaction has changed, but of larger writes only the table. With this
// it names them always, under a part of its own: see follow.ts.
import { type DBCore, type DBCoreMutateRequest, type Middleware, RangeSet } from 'dexie'

/** What Dexie calls a part of a table in its word of changes: `''` are its keys as Dexie itself tells of them. */
export const changedPart = (database: string, table: string, part = ':named'): string =>
  `idb://${database}/${table}/${part}`

/** Of the tables that are wanted, which must hold their keys in their rows. */
export const nameChanged = (isWanted: (table: string) => boolean): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'nameChanged',
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name)
      if (!isWanted(name)) return table
      const { extractKey } = table.schema.primaryKey
      const changedBy = (request: DBCoreMutateRequest) => {
        if (request.type === 'delete') return new RangeSet().addKeys(request.keys)
        if (request.type === 'deleteRange') return new RangeSet(core.MIN_KEY, core.MAX_KEY)
        return new RangeSet().addKeys(request.values.map((value) => extractKey?.(value)))
      }
      return {
        ...table,
        mutate: (request) => {
          const part = changedPart(core.schema.name, name)
          return table.mutate({ ...request, mutatedParts: { ...request.mutatedParts, [part]: changedBy(request) } })
        },
      }
    },
  }),
})
