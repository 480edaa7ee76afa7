import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, User } from '../database/port.ts'

/** All devices that a person was signed in on, and has not signed out of: also where the session has ended. */
export async function wipeAll(
  statements: Statements,
  context: Pick<ServerContext, 'now'>,
  { userId, by }: { readonly userId: string; readonly by: User },
): Promise<number> {
  const waiting = new Set((await statements.wipesOf(userId)).map(({ hash }) => hash))
  const sessions = [...(await statements.sessionsOf(userId)), ...(await statements.endedSessions(userId))]
  const told = sessions.filter(({ hash }) => !waiting.has(hash))
  for (const { hash, id, label } of told) {
    await statements.saveWipe({ hash, id, userId, label, askedBy: by.name, askedAt: context.now() })
    await statements.endSession(userId, id)
  }
  if (told.length > 0) await noteAct(statements, context, { name: 'session.wipe', person: by.id, account: userId })
  return told.length
}
