// Who is named behind the wall of a matter: online, never synced. Only those named see or change it.
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { mayRead } from '../../domain/access.ts'
import { idSchema } from '../../domain/id-schema.ts'
import type { Scope } from '../../domain/record.ts'
import { matterScope } from '../../domain/scope.ts'
import { noteAct } from '../audit/acts.ts'
import type { SignedIn } from '../auth/session.ts'
import { isLegal } from '../auth/walls.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, User } from '../database/port.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import { lawyer } from './lawyer.ts'

const wallSchema = z.object({ matterId: idSchema, personIds: z.array(idSchema).check(z.maxLength(100)) })

const isNamed = (scope: Scope) => (user: User) =>
  user.grants.some((grant) => grant.role === 'legal' && grant.on === scope)
/** People of role legal who may sign in. */
export const mayBeNamed = (user: User): boolean => !user.isDisabled && isLegal(user.grants)

/** Whoever sets a wall is always among those named. Somebody named before may stay, whatever has become of them. */
export async function setWall(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const who = await lawyer(c, context)
  const { matterId, personIds } = await bodyOf(c.req.raw, wallSchema)
  const scope = matterScope(matterId)
  const wanted = new Set([who.user.id, ...personIds])
  const changed = await context.database.write(async (statements) => {
    const users = await statements.users()
    const named = users.filter(isNamed(scope))
    if (!named.some(({ id }) => id === who.user.id)) await mustBeNew(statements, who, matterId, named.length > 0)
    const fit = new Set(users.filter((user) => named.includes(user) || mayBeNamed(user)).map(({ id }) => id))
    if ([...wanted].some((id) => !fit.has(id)))
      stop(409, 'cannot_be_named', 'Only people of role Legal who may sign in can be named.', 'personIds')
    const differing = users.filter((user) => wanted.has(user.id) !== named.includes(user))
    for (const user of differing) await statements.saveUser({ ...user, grants: toggled(user, scope) })
    const record = { k: 'matter', id: matterId, s: scope }
    await noteAct(statements, context, { name: 'wall.set', person: who.user.id, record })
    return differing
  })
  for (const { id } of changed) context.pokes.endPerson(id)
  context.log(`wall ${matterId}: set by ${who.user.id}, ${wanted.size} named`)
  return answer(c, { personIds: [...wanted].sort() })
}

/** A wall without people, or a matter that stands already, is not anybody's to take. */
async function mustBeNew(
  statements: Statements,
  { access }: SignedIn,
  matterId: string,
  hasWall: boolean,
): Promise<void> {
  const row = await statements.row('matter', matterId)
  if (row && mayRead(access, row.s))
    stop(409, 'open_matter', 'This matter is open to its team. Open a new one for named people.', 'matterId')
  if (row || hasWall || (await statements.head(matterScope(matterId))) > 0)
    stop(403, 'not_allowed', 'Only those who are named on this matter decide who is.')
}

const toggled = (user: User, scope: Scope): User['grants'] =>
  isNamed(scope)(user)
    ? user.grants.filter((grant) => grant.on !== scope)
    : [...user.grants, { role: 'legal', on: scope }]

/** The same answer whether there is no such wall or somebody else's. */
export async function showWall(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const { access } = await lawyer(c, context)
  const scope = matterScope(c.req.param('matterId') ?? '')
  if (!mayRead(access, scope)) stop(404, 'not_found', 'There is no such matter, or you are not named on it.')
  const users = await context.database.read((statements) => statements.users())
  return answer(c, { people: users.filter(isNamed(scope)).map(({ id, name }) => ({ id, name })) })
}

export async function listLegalPeople(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  await lawyer(c, context)
  const users = await context.database.read((statements) => statements.users())
  return answer(c, { people: users.filter(mayBeNamed).map(({ id, name }) => ({ id, name })) })
}
