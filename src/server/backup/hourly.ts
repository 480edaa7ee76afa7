// A backup an hour, made by the server while it runs.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyMeanwhile } from './copy.ts'
import { backupName, isBackupDue, surplusBackups } from './rotation.ts'

export interface Backups {
  /** The database. */
  readonly file: string
  /** Where they are kept; made if need be. */
  readonly folder: string
  /** ms. */
  readonly now: () => number
  readonly log: (line: string) => void
}

/** Makes one if an hour has passed since the latest, and drops what is kept no longer. True when one was made. */
export async function backUpWhenDue(
  { file, folder, now, log }: Backups,
  stopped: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isBackupDue(readdirSync(folder), now())) return false
    await copyMeanwhile(file, join(folder, backupName(now())), stopped)
    for (const name of surplusBackups(readdirSync(folder))) rmSync(join(folder, name))
    return true
  } catch (error) {
    // The server goes on: a disk that is full for backups is not full for records yet.
    if (!stopped.aborted) log(`backup: ${error instanceof Error ? error.message : 'failed'}`)
    return false
  }
}

const lookEveryMs = 60_000

/** Looks every minute, the first time after one; hands back how to stop. */
export function startBackups(backups: Backups): () => Promise<void> {
  const stopping = new AbortController()
  let running: Promise<unknown> | undefined
  const look = () => {
    running ??= backUpWhenDue(backups, stopping.signal).finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(look, lookEveryMs)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await running
  }
}
