// The words of a person whose account is switched off, for an administrator.
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { idSchema } from '../../domain/id-schema.ts'
import { administrator } from '../admin/people.ts'
import type { ServerContext } from '../context.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { countWords, departedName, eraseWords } from './departed.ts'
import { noteApplied } from './erase-again.ts'

const eraseSchema = z.object({
  id: idSchema,
  kinds: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(50)),
})

export function addDepartedRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/admin/privacy/departed', async (c) => {
    await administrator(c, context)
    const { id: personId } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
    await mustBeOff(context, personId)
    return answer(c, { counts: await countWords({ database: context.database, personId }) })
  })
  app.post('/admin/privacy/departed/erase', (c) => erase(c, context))
}

async function erase(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { database, pokes, figures } = context
  const { user: by } = await administrator(c, context)
  const { id: personId, kinds } = await bodyOf(c.req.raw, eraseSchema)
  await mustBeOff(context, personId)
  const now = context.now()
  const listed = context.erased.add([{ person: personId, kinds }])
  const departed = { database, personId, kinds: new Set(kinds) }
  const counts = await eraseWords(departed, { now, by: by.id }, (touched) => {
    pokes.poke(touched)
    figures.changed(touched)
  })
  await database.write(async (statements) => {
    await noteApplied(statements, listed)
    const user = await statements.user(personId)
    if (user && kinds.includes('person')) await statements.saveUser({ ...user, name: departedName })
    const code = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`)
    const records = [{ k: 'account', id: personId, s: null }]
    const act = { at: now, person: by.id, name: 'privacy.departed', outcome: 'ok', records }
    await statements.addAct({ ...act, code: code.sort().join(', ') || 'nothing' })
  })
  return answer(c, { counts })
}

/** What somebody is still writing is not erased under their hands. */
async function mustBeOff({ database }: ServerContext, id: string): Promise<void> {
  const user = await database.read((statements) => statements.user(id))
  if (!user) stop(404, 'no_such_person', 'There is no such person.')
  else if (!user.isDisabled) stop(409, 'still_on', 'Switch the account off first.')
}
