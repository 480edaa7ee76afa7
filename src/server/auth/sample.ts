// "Explore the sample": accounts and records of a made-up partnership, in a database that holds nothing yet.
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { makeId } from '../../domain/identity.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, User } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { fillSample } from '../sample/main.ts'
import type { SampleSeat } from '../seeding.ts'
import { pushOwn } from '../seeding.ts'
import { deviceSchema } from './fields.ts'
import { writeName } from './people-names.ts'
import { openSession } from './session.ts'
import { dropSetUpCode, needsSetUp } from './set-up-code.ts'
import { useSetUpCode } from './use-set-up-code.ts'

const sampleSchema = z.object({ code: z.string().check(z.maxLength(40)), device: deviceSchema })

/** Rows of the sample are known by the clients that wrote them, one for each of its people. */
export const sampleClientPrefix = 'sample:'
const clientOf = (personId: string) => `${sampleClientPrefix}${personId}`

type SampleContext = Pick<ServerContext, 'database' | 'now' | 'random' | 'passwords'>

export interface SampleAccounts {
  readonly accounts: readonly { readonly email: string; readonly roles: readonly string[] }[]
  readonly password: string
}

export async function exploreSample(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { code, device } = await bodyOf(c.req.raw, sampleSchema)
  await useSetUpCode(context, code)
  const filled = await fillWithSample(context, context.samplePassword)
  if (!filled) return stop(409, 'already_set_up', 'Uptally has been set up already. Sign in.')
  const session = await context.database.write(async (statements) => {
    const admin = await statements.userByEmail('admin@sample.test')
    return admin && openSession(c, context, statements, admin, device)
  })
  context.figures.refresh()
  return answer(c, { session, ...filled })
}

/** Fills an empty database, all or nothing; undefined when it is not empty. Without a password, makes one. */
export async function fillWithSample(
  context: SampleContext,
  password = Buffer.from(context.random(12)).toString('base64url'),
): Promise<SampleAccounts | undefined> {
  const passwordHash = await context.passwords.hash(password)
  return context.database.write(async (statements) => {
    if (!(await needsSetUp(statements))) return undefined
    await dropSetUpCode(statements)
    await fillSample(seatOf(context, statements, passwordHash))
    const users = await statements.users()
    const accounts = users.map(({ email, grants }) => ({ email, roles: grants.map((grant) => grant.role) }))
    return { accounts, password }
  })
}

function seatOf(context: SampleContext, statements: Statements, passwordHash: string): SampleSeat {
  const now = context.now()
  const users = new Map<string, User>()
  const penOf = (user: User) => ({
    client: clientOf(user.id),
    access: { userId: user.id, grants: user.grants },
    now,
    random: context.random,
  })
  return {
    now,
    createAccount: async ({ email, name, team, grants }) => {
      const id = makeId(now, context.random(16))
      const user: User = { id, email, name, passwordHash, grants, isDisabled: false, isSample: true }
      users.set(id, user)
      await statements.saveUser(user)
      const { access, client } = penOf(user)
      await writeName(context, statements, access, { id, name, team }, client)
      return id
    },
    push: async (personId, ops) => {
      const user = users.get(personId)
      if (!user) throw new Error(`the sample has an op of nobody: ${ops[0]?.name}`)
      await pushOwn(statements, penOf(user), ops)
    },
  }
}
