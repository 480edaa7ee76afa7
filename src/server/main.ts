// The server as a process: settings, data folder, port, and an orderly end.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createPasswords } from './auth/password.ts'
import type { SampleAccounts } from './auth/sample.ts'
import { fillWithSample } from './auth/sample.ts'
import { newSetUpCode } from './auth/set-up-code.ts'
import { runCommand } from './backup/commands.ts'
import { startBackups } from './backup/hourly.ts'
import { toConsole } from './context.ts'
import type { DataFolder } from './data-folder.ts'
import { databaseName, openDataFolder } from './data-folder.ts'
import { createFigures } from './figures/figures.ts'
import { createHandler } from './handler.ts'
import { listen } from './listen.ts'
import { eraseAgain } from './privacy/erase-again.ts'
import { erasedListIn, erasedListName } from './privacy/erased-list.ts'
import { startRetention } from './privacy/nightly.ts'
import type { Settings } from './settings.ts'
import { settingsOf } from './settings.ts'
import { createPokes } from './sync/pokes.ts'
import { Unusable } from './unusable.ts'

/** Runs until it is told to stop. What stands in the way is said in one sentence, and ends the process with 1. */
export async function main(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    await run(settingsOf(argv, env))
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function run(settings: Settings): Promise<void> {
  const { command, dataFolder } = settings
  if (command) return runCommand(command, { dataFolder, now: Date.now(), say: console.log })
  const folder = openDataFolder(settings.dataFolder)
  try {
    await serveFrom(folder, settings)
  } catch (error) {
    await folder.release()
    throw error
  }
}

async function serveFrom(folder: DataFolder, settings: Settings): Promise<void> {
  const { origin, isProxyTrusted, port, samplePassword, leaseHours, oidc } = settings
  const pokes = createPokes()
  const { database } = folder
  const now = Date.now
  const erased = erasedListIn(join(settings.dataFolder, 'backups'))
  const again = await eraseAgain(database, erased, now())
  if (again > 0) console.log(`Erased again what was erased since the backup: ${again} lines of ${erasedListName}.`)
  const figures = createFigures({ database, pokes, now, log: toConsole })
  const context = { database, now, random: randomBytes, passwords: createPasswords(), pokes, figures, erased }
  const clientFolder = join(import.meta.dirname, '..', 'client')
  const listening = await listen(
    port,
    createHandler({ ...context, origin, isProxyTrusted, clientFolder, samplePassword, leaseHours, oidc }),
  )
  try {
    const sample = settings.isSample ? await fillWithSample(context, samplePassword) : undefined
    if (settings.isSample && !sample)
      throw new Unusable(`--sample needs an empty database; ${settings.dataFolder} holds data already.`)
    console.log(`Uptally is ready at ${origin ?? `http://localhost:${port}`}`)
    if (sample) tellSample(sample)
    const code = await newSetUpCode(context)
    if (code) console.log(`Set-up code (24 hours, 10 tries): ${code}`)
    figures.refresh()
  } catch (error) {
    await listening.close()
    await figures.stop()
    throw error
  }
  const stopBackups = startBackups({
    file: join(settings.dataFolder, databaseName),
    folder: join(settings.dataFolder, 'backups'),
    now,
    log: toConsole,
  })
  const stopRetention = startRetention({ database, pokes, figures, now, log: toConsole })
  endInOrder(async () => {
    await stopBackups()
    await stopRetention()
    pokes.endAll()
    await listening.close()
    await figures.stop()
    await folder.release()
  })
}

function tellSample({ accounts, password }: SampleAccounts): void {
  console.log('The sample is in. Its accounts:')
  for (const { email, roles } of accounts) console.log(`  ${email}  (${roles.join(', ')})`)
  console.log(`Password of each: ${password}`)
}

function endInOrder(end: () => Promise<void>): void {
  let isEnding = false
  const stop = async () => {
    if (isEnding) return
    isEnding = true
    await end()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
