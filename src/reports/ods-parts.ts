// The parts of an OpenDocument spreadsheet that are alike in all of ours.
import type { TableHead } from './table.ts'
import { attribute } from './xml-text.ts'

export const mimeType = 'application/vnd.oasis.opendocument.spreadsheet'

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const namespaces = [
  ...['office', 'style', 'text', 'table', 'meta'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:number="${oasis}:datastyle:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ')

const entry = (path: string, type: string) =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`

export const manifest = [
  `${xml}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3">`,
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimeType}"/>`,
  ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
  '</manifest:manifest>',
].join('\n')

export const metaXml = ({ title, partnership, asAt }: TableHead): string =>
  [
    `${xml}<office:document-meta ${namespaces}><office:meta>`,
    '<meta:generator>Uptally</meta:generator>',
    `<dc:title>${attribute(`${title}, ${partnership}`)}</dc:title>`,
    `<meta:creation-date>${new Date(asAt).toISOString()}</meta:creation-date>`,
    '<dc:language>en-GB</dc:language>',
    '</office:meta></office:document-meta>',
  ].join('\n')

const cellStyle = (name: string, text: string) =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default">${text}</style:style>`

export const stylesXml = [
  `${xml}<office:document-styles ${namespaces}><office:styles>`,
  '<style:default-style style:family="table-cell">',
  '<style:text-properties fo:font-size="10pt" fo:language="en" fo:country="GB"/>',
  '</style:default-style>',
  '<style:style style:name="Default" style:family="table-cell"/>',
  cellStyle('heading', '<style:text-properties fo:font-weight="bold"/>'),
  cellStyle('title', '<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/>'),
  '</office:styles></office:document-styles>',
].join('\n')

const day =
  '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/>' +
  '<number:text>-</number:text><number:day number:style="long"/>'
const clock =
  '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>' +
  '<number:minutes number:style="long"/>'

const dateStyle = (name: string, parts: string) =>
  `<number:date-style style:name="shown-${name}">${parts}</number:date-style>` +
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" ` +
  `style:data-style-name="shown-${name}"/>`

const columnStyle = (name: string, width: string) =>
  `<style:style style:name="col-${name}" style:family="table-column">` +
  `<style:table-column-properties style:column-width="${width}"/></style:style>`

/** Up to where the sheets begin. */
export const contentHead = [
  `${xml}<office:document-content ${namespaces}><office:automatic-styles>`,
  dateStyle('instant', day + clock),
  dateStyle('date', day),
  columnStyle('text', '4cm'),
  columnStyle('wide', '9cm'),
  columnStyle('number', '2.5cm'),
  columnStyle('instant', '3.5cm'),
  columnStyle('date', '2.5cm'),
  '</office:automatic-styles><office:body><office:spreadsheet>',
].join('\n')
