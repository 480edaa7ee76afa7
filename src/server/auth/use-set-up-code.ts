import type { ServerContext } from '../context.ts'
import { stop } from '../http/answer.ts'
import { needsSetUp, trySetUpCode } from './set-up-code.ts'

/** Ends the request unless the database is empty and the code is right. The try counts even when the rest fails. */
export async function useSetUpCode(context: ServerContext, code: string): Promise<void> {
  const verdict = await context.database.write(async (statements) =>
    (await needsSetUp(statements)) ? trySetUpCode(statements, context.now(), code) : 'set_up',
  )
  if (verdict === 'set_up') stop(409, 'already_set_up', 'Uptally has been set up already. Sign in.')
  if (verdict === 'worn_out')
    stop(403, 'code_worn_out', 'This set-up code no longer works. Restart the server: it shows a new one.', 'code')
  if (verdict === 'wrong')
    stop(403, 'wrong_code', 'This is not the set-up code that the server showed when it started.', 'code')
}
