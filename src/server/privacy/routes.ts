// What is held about a person, for an administrator or for the person themselves.
import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { idSchema } from '../../domain/id-schema.ts'
import { administrator } from '../admin/people.ts'
import { noteAct } from '../audit/acts.ts'
import { type SignedIn, signedIn } from '../auth/session.ts'
import type { ServerContext } from '../context.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { eraseRecord } from './erase.ts'
import { subjectAccess } from './subject-access.ts'

export function addPrivacyRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  app.post('/admin/privacy/access', async (c) => {
    const who = await administrator(c, context)
    const { id } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
    return heldAbout(c, context, who, id)
  })
  app.post('/auth/privacy/access', async (c) => {
    const who = await signedIn(c, context)
    await bodyOf(c.req.raw, z.object({}))
    return heldAbout(c, context, who, who.user.id)
  })
  app.post('/admin/privacy/erase', (c) => erase(c, context))
}

const heldSentence =
  'This is of a matter under a legal hold, so it is kept. A lawyer who may change the matter can lift the hold on its page.'

async function erase(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { user } = await administrator(c, context)
  const { id } = await bodyOf(c.req.raw, z.object({ id: idSchema }))
  const erasing = { id, by: user.id, now: context.now(), list: context.erased }
  const done = await context.database.write((statements) => eraseRecord(statements, erasing))
  if (!done) return stop(404, 'no_such_record', 'There is no such record that can be erased.', 'id')
  if (done === 'held') return stop(409, 'legal_hold', heldSentence, 'id')
  context.pokes.poke(done.touched)
  context.figures.changed(done.touched)
  return answer(c, { erased: done.count })
}

async function heldAbout(
  c: Context<ServerEnv>,
  context: ServerContext,
  { access }: SignedIn,
  personId: string,
): Promise<Response> {
  const bytes = await subjectAccess(context.database, { personId, access }, context.now())
  if (!bytes) return stop(404, 'no_such_person', 'There is no such person.')
  await context.database.write((statements) =>
    noteAct(statements, context, { name: 'privacy.access', person: access.userId, account: personId }),
  )
  return c.body(bytes, 200, {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="uptally-held.zip"',
  })
}
