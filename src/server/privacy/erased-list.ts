// What was erased, kept outside the database and so outside the reach of its backups: ids, never words. A database that was
// put back, by whatever means, is behind the list, and catches up before it serves anybody.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

export const erasedListName = 'erased.jsonl'

const recordSchema = z.object({ k: z.string(), id: z.string(), s: z.string() })
const personSchema = z.object({ person: z.string(), kinds: z.array(z.string()) })
const lineSchema = z.union([recordSchema, personSchema])
/** A record that is to be an id alone, or a person whose words of these kinds are to go. */
export type ErasedLine = z.infer<typeof lineSchema>

export interface ErasedList {
  /** On the disk when it returns; hands back how many lines there are. */
  add(lines: readonly ErasedLine[]): number
  /** Those after the first so many; undefined stands for one that cannot be read. */
  after(count: number): readonly (ErasedLine | undefined)[]
}

/** Of a server that keeps no files. */
export function erasedInMemory(): ErasedList {
  const all: ErasedLine[] = []
  return { add: (lines) => all.push(...lines), after: (count) => all.slice(count) }
}

export function erasedListIn(folder: string): ErasedList {
  const file = join(folder, erasedListName)
  const textOf = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
  return {
    add(lines) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const known = textOf()
      // A line that a crash has cut short stays one of its own.
      const start = known === '' || known.endsWith('\n') ? '' : '\n'
      const handle = openSync(file, 'a', 0o600)
      try {
        writeSync(handle, start + lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      return linesOf(known).length + lines.length
    },
    after: (count) => linesOf(textOf()).slice(count).map(readLine),
  }
}

function readLine(text: string): ErasedLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
