// A list as an OpenDocument spreadsheet (ODF 1.3): a cover that says what it is, and one table, with typed cells. Text is
// never a formula here, so nothing of it needs to be changed.
import type { Instant } from '../domain/time.ts'
import { DEFAULT_ZONE, zoneOf } from '../domain/zone.ts'
import { contentHead, manifest, metaXml, mimeType, stylesXml } from './ods-parts.ts'
import type { Column, ColumnType, TableFile, TableHead } from './table.ts'
import { attribute, paragraphs } from './xml-text.ts'
import { startZip } from './zip.ts'

/** A sheet's name of 31 characters or more is cut or refused elsewhere. */
const longestName = 30

export function startOdsTable<Row>(head: TableHead, columns: readonly Column<Row>[]): TableFile<Row> {
  const zip = startZip(head.asAt)
  // First and as it is: by this a file is known without being unpacked.
  zip.file('mimetype', { isStored: true }).write(mimeType)
  zip.file('META-INF/manifest.xml').write(manifest)
  zip.file('meta.xml').write(metaXml(head))
  zip.file('styles.xml').write(stylesXml)
  const content = zip.file('content.xml')
  content.write(contentHead)
  content.write(sheet('Cover', ['text', 'wide'], coverRows(head).join('')))
  content.write(sheetStart(head.title, columns.map(styleOfColumn)))
  content.write('<table:table-header-rows>')
  content.write(rowOf(columns.map(({ label }) => textCell(label, 'heading'))))
  content.write('</table:table-header-rows>')
  return {
    add: (rows) => {
      for (const row of rows) content.write(rowOf(columns.map((column) => cellOf(column.type, column.cell(row)))))
    },
    end: () => {
      content.write('</table:table></office:spreadsheet></office:body></office:document-content>')
      return zip.end()
    },
  }
}

function coverRows({ title, partnership, asAt, count, about }: TableHead): string[] {
  const line = (name: string, cell: string) => rowOf([textCell(name, 'heading'), cell])
  return [
    rowOf([textCell(title, 'title')]),
    line('Partnership', textCell(partnership)),
    line('As at', cellOf('instant', asAt)),
    line('Rows', cellOf('number', count)),
    ...about.map(([name, text]) => line(name, textCell(text))),
    line('Times', textCell('Europe/London, summer and winter time as on the day')),
  ]
}

const styleOfColumn = ({ type, isWide }: Column<never>) => (isWide ? 'wide' : type)

function sheetStart(name: string, columnStyles: readonly string[]): string {
  const columns = columnStyles.map((style) => `<table:table-column table:style-name="col-${style}"/>`)
  return `<table:table table:name="${attribute(sheetName(name))}">${columns.join('')}`
}

const sheet = (name: string, columnStyles: readonly string[], rows: string) =>
  `${sheetStart(name, columnStyles)}${rows}</table:table>`

const sheetName = (name: string) => name.replace(/[[\]*?:/\\']/g, ' ').slice(0, longestName)

const rowOf = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

function cellOf(type: ColumnType, value: string | number | null): string {
  if (value === null || value === '') return '<table:table-cell/>'
  if (type === 'number' && typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  if (type === 'instant' && typeof value === 'number') return dateCell(wallClock(value), 'instant')
  if (type === 'date') return dateCell(String(value), 'date')
  return textCell(String(value))
}

function textCell(text: string, style?: 'heading' | 'title'): string {
  const named = style ? ` table:style-name="${style}"` : ''
  return `<table:table-cell${named} office:value-type="string">${paragraphs(text)}</table:table-cell>`
}

const dateCell = (iso: string, style: 'instant' | 'date') =>
  `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${iso}">` +
  `<text:p>${iso.slice(0, 16).replace('T', ' ')}</text:p></table:table-cell>`

const london = zoneOf(DEFAULT_ZONE)

/** A spreadsheet's times have no zone: "2026-11-10T10:05:00" on London's clocks. */
const wallClock = (at: Instant) => new Date(at + london.offsetMs(at)).toISOString().slice(0, 19)
