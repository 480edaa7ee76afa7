// The one-time code that the console shows while there is nobody yet: whoever can read it may set up.
import type { ServerContext } from '../context.ts'
import type { Statements } from '../database/port.ts'
import { hashOfSecret } from './session.ts'

const lifeMs = 24 * 3_600_000
const maxTries = 10
/** No letters that look like digits. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const keys = { hash: 'set_up_hash', until: 'set_up_until', tries: 'set_up_tries' } as const

export const needsSetUp = async (statements: Statements): Promise<boolean> => (await statements.users()).length === 0

/** A new code in place of the last one; undefined when there are people already. */
export async function newSetUpCode(
  context: Pick<ServerContext, 'database' | 'now' | 'random'>,
): Promise<string | undefined> {
  const code = codeOf(context.random)
  return context.database.write(async (statements) => {
    if (!(await needsSetUp(statements))) return undefined
    await statements.saveSetting(keys.hash, hashOfSecret(plain(code)))
    await statements.saveSetting(keys.until, String(context.now() + lifeMs))
    await statements.saveSetting(keys.tries, '0')
    return code
  })
}

export type CodeVerdict = 'right' | 'wrong' | 'worn_out'

/** Counts the try. Must commit whatever the verdict is, or the tries would not count. */
export async function trySetUpCode(statements: Statements, now: number, code: string): Promise<CodeVerdict> {
  const tries = Number((await statements.setting(keys.tries)) ?? maxTries)
  const until = Number((await statements.setting(keys.until)) ?? 0)
  if (tries >= maxTries || now >= until) return 'worn_out'
  if (hashOfSecret(plain(code)) === (await statements.setting(keys.hash))) return 'right'
  await statements.saveSetting(keys.tries, String(tries + 1))
  return 'wrong'
}

export async function dropSetUpCode(statements: Statements): Promise<void> {
  for (const key of Object.values(keys)) await statements.saveSetting(key, null)
}

/** 12 letters of 30: 58 bits. */
function codeOf(random: ServerContext['random']): string {
  const picked: string[] = []
  while (picked.length < 12)
    // A byte past the last whole round would make the first letters likelier.
    for (const byte of random(16)) if (byte < 240 && picked.length < 12) picked.push(letters[byte % 30] ?? '')
  return picked.join('').replace(/(.{4})(?=.)/g, '$1-')
}

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')
