// A second, independent reading of an OpenDocument spreadsheet: unpacked by a library, parsed as XML.
import { unzipSync } from 'fflate'
// @ts-expect-error: the package has no types of its own, and only this door of it is used
import { JSDOM } from 'jsdom'

export interface ReadCell {
  readonly type: string | null
  readonly value: string | null
  readonly text: string
}
export interface ReadSheet {
  readonly name: string
  readonly columnCount: number
  readonly rows: readonly (readonly ReadCell[])[]
}

/** Throws on what is no well-formed XML. */
export const parseXml = (bytes: Uint8Array | undefined): Document =>
  new JSDOM(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { contentType: 'text/xml' }).window.document

/** As a spreadsheet shows it: paragraphs are lines, counted blanks and tabs are themselves. */
function textOf(cell: Element): string {
  const shown = (node: Node): string => {
    if (node.nodeName === 'text:s') return ' '.repeat(Number((node as Element).getAttribute('text:c') ?? 1))
    if (node.nodeName === 'text:tab') return '\t'
    if (node.childNodes.length > 0) return [...node.childNodes].map(shown).join('')
    return node.textContent ?? ''
  }
  return [...cell.getElementsByTagName('text:p')].map(shown).join('\n')
}

const readCell = (cell: Element): ReadCell => ({
  type: cell.getAttribute('office:value-type'),
  value: cell.getAttribute('office:value') ?? cell.getAttribute('office:date-value'),
  text: textOf(cell),
})

export function readOds(bytes: Uint8Array): ReadSheet[] {
  const content = parseXml(unzipSync(bytes)['content.xml'])
  return [...content.getElementsByTagName('table:table')].map((table) => ({
    name: table.getAttribute('table:name') ?? '',
    columnCount: table.getElementsByTagName('table:table-column').length,
    rows: [...table.getElementsByTagName('table:table-row')].map((row) => [...row.children].map(readCell)),
  }))
}
