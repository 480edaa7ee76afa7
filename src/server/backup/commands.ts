// What an operator does with the data without serving it: look it over, back it up, put a backup back.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName } from '../data-folder.ts'
import { Unusable } from '../unusable.ts'
import { copyDatabase } from './copy.ts'
import { restoreInto } from './restore.ts'
import { verifyFile } from './verify.ts'

export type Command =
  | { readonly name: 'verify'; readonly file?: string | undefined }
  | { readonly name: 'backup' | 'restore'; readonly file: string }

export interface CommandWorld {
  readonly dataFolder: string
  /** ms. */
  readonly now: number
  readonly say: (line: string) => void
}

/** Throws a sentence when it cannot be done, and for `verify` when something is wrong. */
export function runCommand(command: Command, world: CommandWorld): void {
  const { dataFolder, say } = world
  if (command.name === 'verify') verify(command.file ?? databaseIn(dataFolder), say)
  else if (command.name === 'backup') backUp(databaseIn(dataFolder), command.file, say)
  else restore(command.file, world)
}

function restore(file: string, { dataFolder, now, say }: CommandWorld): void {
  const replaced = restoreInto(dataFolder, file, now)
  say(
    `${file} is restored. Start Uptally. Everybody signs in anew; their devices then send again what was accepted since.`,
  )
  if (replaced) say(`What it replaced is kept as ${replaced}.`)
}

function databaseIn(folder: string): string {
  const file = join(folder, databaseName)
  if (existsSync(file)) return file
  throw new Unusable(`There is no database in ${folder}. Set UPTALLY_DATA to the folder that has it.`)
}

function verify(file: string, say: CommandWorld['say']): void {
  if (!existsSync(file)) throw new Unusable(`There is no file ${file}.`)
  const { faults, counts } = verifyFile(file)
  for (const [what, count] of Object.entries(counts)) say(`${count} ${what}`)
  for (const fault of faults) say(fault)
  if (faults.length > 0) throw new Unusable(`${file} does not hold together. Restore a backup that does.`)
  say(`${file} holds together.`)
}

function backUp(file: string, to: string, say: CommandWorld['say']): void {
  if (existsSync(to)) throw new Unusable(`There is a file ${to} already; name another.`)
  try {
    copyDatabase(file, to)
  } catch (error) {
    throw new Unusable(`The backup ${to} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
  const [fault] = verifyFile(to).faults
  if (fault) throw new Unusable(`The backup ${to} is written, and does not hold together. ${fault}`)
  say(`${to} is a backup that holds together.`)
}
