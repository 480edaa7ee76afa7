// Text as XML can hold it, whatever is in it.
import { cellText } from './cell-text.ts'

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign)

export const attribute = (text: string): string => safe(cellText(text).replace(/\s+/g, ' '))

/** A cell's text in paragraphs, one for each of its lines; blanks in a row, which XML would join, are counted. */
export function paragraphs(text: string): string {
  const lines = safe(cellText(text)).split(/\r\n|\r|\n/)
  return lines.map((line) => `<text:p>${line.replace(/^ | {2,}| $|\t/g, spaced)}</text:p>`).join('')
}

const spaced = (found: string) => (found === '\t' ? '<text:tab/>' : `<text:s text:c="${found.length}"/>`)
