// Whether anybody of these names is a party of any matter, walled ones too. The answer is yes or no and nothing more, not
// often for one person, and leaves no name in the log: else it would be a way to ask who is behind which wall.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { mayRead } from '../../domain/access.ts'
import { idSchema } from '../../domain/id-schema.ts'
import type { DocOf } from '../../domain/kinds.ts'
import { partySearch } from '../../domain/party-names.ts'
import type { ServerContext } from '../context.ts'
import type { Database, StoredRow } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { lawyer } from './lawyer.ts'

const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const checkSchema = z.object({
  names: z.array(nameSchema).check(z.minLength(1), z.maxLength(20)),
  /** The matter that the names are parties of, if it stands already; left out only for those who may read it. */
  ownMatterId: z.optional(idSchema),
})
/** In a quarter of an hour. */
const checksPerPerson = 30
const pageRows = 500

export async function checkConflicts(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user, access } = await lawyer(c, context)
  const { names, ownMatterId } = await bodyOf(c.req.raw, checkSchema)
  if (!context.attempts.take({ [`conflicts ${user.id}`]: checksPerPerson }))
    stop(429, 'too_many_checks', 'That was asked too often. Wait a quarter of an hour and try again.')
  const isOwn = ({ id, s }: StoredRow) => id === ownMatterId && mayRead(access, s)
  context.log(`conflict check: ${names.length} names, asked by ${user.id}`)
  return answer(c, { isPossible: await isAnyParty(context.database, names, isOwn) })
}

/** Looks at all matters whatever it finds, so that the time that it takes says nothing. */
async function isAnyParty(
  database: Database,
  names: readonly string[],
  isOwn: (row: StoredRow) => boolean,
): Promise<boolean> {
  const isOneOfThem = partySearch(names)
  let isFound = false
  for (let after = '', isMore = true; isMore; ) {
    const from = after
    const rows = await database.read((statements) => statements.rowsOfKind('matter', from, pageRows))
    for (const row of rows)
      for (const { name } of partiesOf(row.doc)) if (isOneOfThem(name) && !isOwn(row)) isFound = true
    after = rows.at(-1)?.id ?? after
    isMore = rows.length === pageRows
    await nextTurn()
  }
  return isFound
}

const partiesOf = (doc: string): DocOf<'matter'>['parties'] => (JSON.parse(doc) as DocOf<'matter'>).parties
