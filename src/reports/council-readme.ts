// What a council finds in its export, in plain words: every file and every column.
import { counted, formatDate } from '../domain/format.ts'
import type { Instant } from '../domain/time.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../domain/zone.ts'
import { cellText } from './cell-text.ts'
import type { ListFile } from './list-file.ts'

export interface CouncilReadme {
  readonly council: string
  readonly partnership: string
  readonly isSample: boolean
  readonly asAt: Instant
  readonly recordCount: number
  readonly unsentCount: number
  /** What the exporting person may not read. */
  readonly unreadable: readonly string[]
  readonly files: readonly ListFile[]
}

export function councilReadme(readme: CouncilReadme): string {
  const { council, partnership, asAt, files } = readme
  const day = formatDate(localDateAt(zoneOf(DEFAULT_ZONE), asAt))
  const title = `All that Uptally holds of ${council}, ${day}`
  const parts = [
    [title, '='.repeat(title.length)],
    [
      `Taken from the records of ${partnership} at ${new Date(asAt).toISOString()}.`,
      ...(readme.isSample ? ['This is a sample: the councils, people and figures in it are made up.'] : []),
      `${counted(readme.unsentCount, 'record')} in it had changes that the server had not confirmed at that moment.`,
    ],
    section('What is here', [
      `records.json   ${counted(readme.recordCount, 'record')}, complete. Another Uptally takes this zip in: on a new server`,
      '               choose "Take over another Uptally’s data"; on one that is in use, an administrator goes to',
      '               Settings, Take in an export. Availability, impact and demand of the council come out',
      '               the same there.',
      'csv/           The same for people, spreadsheets and other programs: a file for each kind, names beside ids.',
      'README.txt     This text.',
    ]),
    section('What is shared with the other councils', shared(readme)),
    section('What is not here', notHere(readme)),
    section('How the CSV files are written', howWritten),
    section('Each file and its columns', files.flatMap(fileLines)),
  ]
  return `${cellText(parts.map((lines) => lines.join('\n')).join('\n\n'))}\n`
}

const section = (title: string, lines: readonly string[]): string[] => [title, '-'.repeat(title.length), ...lines]

/** Whoever leaves has to settle what becomes of these. */
const shared = ({ files }: CouncilReadme): string[] => {
  const lines = ['systems', 'agreements', 'dependencies', 'planned-work', 'desk-teams', 'calendars'].flatMap((path) => {
    const file = files.find((each) => each.path === path)
    return file && file.count > 0 ? [`- csv/${path}.csv: ${counted(file.count, 'line')}`] : []
  })
  return ['These are the whole partnership’s, and are here in full as far as this council needs them:', ...lines]
}

const notHere = ({ unreadable }: CouncilReadme): string[] => [
  '- Rows of other councils. Where an outage reached several, records.json names the others by id and nothing else.',
  '- Work notes of the service desk and notes of ICT on outages: they are its own.',
  '- Legal matters, narratives and people’s time; of these there are only sums (csv/legal-time.csv), which the server',
  '  works out itself, so that another Uptally does not take them in.',
  '- Photos and files: records.json says which there are (kind "attachment"), and does not hold them. Save those that are',
  '  wanted from the incidents and outages themselves.',
  '- Deleted records, saved searches, accounts and passwords.',
  ...unreadable.map((words) => `- What the person who made this export may not read: ${words}.`),
]

const howWritten = [
  'RFC 4180: commas, CRLF, quotes round cells that need them, a heading line. UTF-8 with a byte order mark, for Excel.',
  'Times are ISO 8601 in UTC (2026-06-09T08:05:00.000Z); dates are days in London (2026-06-09).',
  'Text that a spreadsheet would run as a formula has an apostrophe before it; take one away to have the text itself.',
  'Several names in one cell are parted by "; ". An empty cell: nothing is known, or there is none.',
]

function fileLines({ path, about, count, columns }: ListFile): string[] {
  const width = Math.max(...columns.map(({ label }) => label.length))
  return [
    '',
    `csv/${path}.csv (${counted(count, 'line')})`,
    `  ${about}`,
    ...columns.map((column) => `    ${column.label.padEnd(width)}  ${column.about}`),
  ]
}
