// What a cell of a log says, made safe to keep. Words repeat on thousands of rows: each is held once.

/** As many characters (or one less, where that would cut a letter in two). */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** One line with single blanks. */
export const lineOf = (cell: string, most: number): string =>
  cut(cell.replace(controls, '').replace(/\s+/g, ' ').trim(), most).trim()

/** Lines as they are. */
export const textOf = (cell: string, most: number): string =>
  cut(cell.replace(/\r\n?/g, '\n').replace(controls, '').trim(), most).trim()

const isNeutralised = /^'+[=+\-@\t\r]/

/** Exports put an apostrophe before text that a spreadsheet would run as a formula (ours: reports/csv.ts). It is none of the text. */
export const asMeant = (cell: string): string => (isNeutralised.test(cell) ? cell.slice(1) : cell)

/** A copy that does not hold on to the whole slice of the file that it was cut from. */
export const copied = (text: string): string => ` ${text}`.slice(1)

export const mostWordChars = 300

export interface Words {
  /** The number of a cell's words; 0 where it says nothing. */
  idOf(cell: string): number
  at(id: number): string
}

/** `missing`: what says nothing, beside the empty cell. */
export function makeWords(missing: readonly string[]): Words {
  const marks = new Set(missing.map((mark) => mark.trim().toLowerCase()))
  const ids = new Map<string, number>([['', 0]])
  const words = ['']
  const add = (cell: string) => {
    const word = copied(lineOf(cell, mostWordChars))
    const isMissing = word.length <= 12 && marks.has(word.toLowerCase())
    const known = isMissing ? 0 : ids.get(word)
    const id = known ?? words.push(word) - 1
    if (known === undefined) ids.set(word, id)
    if (cell !== word && cell.length <= mostWordChars) ids.set(copied(cell), id)
    return id
  }
  const idOf = (cell: string) => {
    const meant = asMeant(cell)
    return ids.get(meant) ?? add(meant)
  }
  return { idOf, at: (id) => words[id] ?? '' }
}
