// An administrator says how long words are kept, and sees before and after what that takes away.
import type { Context, Hono } from 'hono'
import { matterTypes } from '../../domain/legal-words.ts'
import { type Retention, retentionSchema } from '../../domain/retention.ts'
import { administrator } from '../admin/people.ts'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import { answer } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { nightOf, ranKey } from './nightly.ts'
import { planRetention, readRetention, saveRetention } from './retention.ts'

export function addRetentionRoutes(app: Hono<ServerEnv>, context: ServerContext): void {
  const { database } = context
  app.get('/admin/privacy/retention', async (c) => {
    await administrator(c, context)
    const found = await database.read(async (statements) => ({
      retention: await readRetention(statements),
      ran: (await statements.setting(ranKey)) ?? null,
    }))
    return answer(c, found)
  })
  app.post('/admin/privacy/retention/plan', async (c) => {
    await administrator(c, context)
    return answer(c, { counts: await planRetention(database, await given(c), context.now()) })
  })
  app.post('/admin/privacy/retention', async (c) => {
    const { user } = await administrator(c, context)
    const retention = await given(c)
    const { day, isNightOver } = nightOf(context.now())
    await database.write(async (statements) => {
      await saveRetention(statements, retention)
      // What was set by day is done by night, and not in the minute in which a finger slipped.
      if (isNightOver) await statements.saveSetting(ranKey, day)
      await noteAct(statements, context, { name: 'privacy.retention', person: user.id })
    })
    return answer(c, { ok: true })
  })
}

async function given(c: Context<ServerEnv>): Promise<Retention> {
  const retention = await bodyOf(c.req.raw, retentionSchema)
  const known = Object.entries(retention.narrativeYears).filter(([type]) => matterTypes.some((known) => known === type))
  return { ...retention, narrativeYears: Object.fromEntries(known) }
}
