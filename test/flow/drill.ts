// A server that can be backed up and put back, as an operator does it, and devices that have gone on meanwhile.
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Grant } from '../../src/domain/access.ts'
import { copyDatabase } from '../../src/server/backup/copy.ts'
import { restoreInto } from '../../src/server/backup/restore.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createHandler } from '../../src/server/handler.ts'
import { eraseAgain } from '../../src/server/privacy/erase-again.ts'
import { erasedInMemory } from '../../src/server/privacy/erased-list.ts'
import { cookieOf, goodPassword, origin, quickPasswords, startTrial, type Trial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { ict } from './devices.ts'

/** `restore` with `isDamaged`: of what it replaces nothing can be read. */
export function makeDrill(first: Trial, erased = erasedInMemory()) {
  let { handler, database } = first
  const trial: Trial = {
    ...first,
    handler: (request) => handler(request),
    get database() {
      return database
    },
  }
  const backup = `${first.file}.backup`
  const signIn = async (userId: string) => {
    const body = JSON.stringify({ email: `${userId}@trial.test`, password: goodPassword })
    const headers = { origin, 'content-type': 'application/json' }
    return cookieOf(await handler(new Request(`${origin}/auth/sign-in`, { method: 'POST', body, headers })))
  }
  return {
    trial,
    backUp: () => copyDatabase(first.file, backup),
    restore: async ({ isDamaged = false } = {}) => {
      await database.close()
      if (isDamaged) writeFileSync(first.file, 'damaged '.repeat(2000))
      restoreInto(dirname(first.file), backup, trial.clock.now)
      database = openSqlite(first.file)
      await eraseAgain(database, erased, trial.clock.now)
      const world = { now: () => first.clock.now, log: (line: string) => void first.log.push(line) }
      handler = createHandler({ ...world, database, erased, passwords: quickPasswords })
    },
    /** A restore ends all sessions. */
    signInAnew: async (devices: readonly TrialDevice[]) => {
      for (const device of devices) device.cookie = await signIn(device.userId)
    },
  }
}

/** Such a server, and devices of as many people, who sign in anew after a restore. */
export async function startDrill(count: number, grants: readonly Grant[] = ict) {
  const erased = erasedInMemory()
  const { trial, backUp, restore, signInAnew } = makeDrill(startTrial({ erased }), erased)
  const devices: TrialDevice[] = []
  for (let i = 0; i < count; i++) devices.push(await startDevice(trial, await trial.person(...grants), grants))
  return {
    trial,
    devices: devices as [TrialDevice, TrialDevice, TrialDevice],
    backUp,
    restore: async () => {
      await restore()
      await signInAnew(devices)
    },
  }
}

export const sync = async (devices: readonly TrialDevice[], rounds = 1) => {
  for (let round = 0; round < rounds; round++) for (const device of devices) await device.syncNow()
}
