// Files that are no CSV, whatever their name says.

const saveAsCsv = 'Open it in the program that made it, save the sheet as CSV, and choose that file.'
const unpack = 'Unpack it, and choose the CSV file that is inside.'

/** Beginnings as Latin-1 text. */
const beginnings: readonly (readonly [begins: string, what: string, then: string])[] = [
  ['%PDF', 'a PDF', 'Ask for the data as CSV.'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Excel file', saveAsCsv],
  ['SQLite format 3', 'a database', 'Ask for the data as CSV.'],
  ['{\\rtf', 'a text document', saveAsCsv],
  ['\x1f\x8b', 'packed with gzip', unpack],
  ['BZh', 'packed with bzip2', unpack],
  ['\xfd7zXZ\x00', 'packed with xz', unpack],
  ['\x28\xb5\x2f\xfd', 'packed with zstd', unpack],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive', unpack],
  ['Rar!', 'a RAR archive', unpack],
  ['\x89PNG', 'a picture', 'Choose a CSV file.'],
  ['\xff\xd8\xff', 'a picture', 'Choose a CSV file.'],
  ['GIF8', 'a picture', 'Choose a CSV file.'],
]

/** Why the file that begins with these bytes (some hundred do) is no text in rows: a sentence or two. */
export function disguiseOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, 1000))
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return `This is ${zipSort(text)}`
  const known = beginnings.find(([begins]) => text.startsWith(begins))
  if (known) return `This is ${known[1]}. ${known[2]}`
  const first = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(?:\?xml|!doctype|html|table|head|meta)\b/i.test(first)) return `This is a web page or XML. ${saveAsCsv}`
  if (/^(?:\{\s*["}]|\[\s*[[{])/.test(first)) return 'This is JSON, not CSV. Ask for the data as CSV.'
  return undefined
}

function zipSort(text: string): string {
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument')) return `an OpenDocument file. ${saveAsCsv}`
  if (/\[Content_Types\]\.xml|_rels\/|xl\//.test(text)) return `an Excel file. ${saveAsCsv}`
  return `a zip archive. ${unpack}`
}
