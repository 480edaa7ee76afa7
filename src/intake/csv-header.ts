// Which column of somebody's spreadsheet is which field, by the words of its header.

const synonyms = {
  key: ['id', 'incident id', 'incident', 'incident number', 'number', 'reference', 'ref', 'key', 'ticket'],
  title: ['title', 'summary', 'short description', 'name', 'description', 'subject'],
  components: [
    'system',
    'systems',
    'component',
    'components',
    'service',
    'services',
    'affected',
    'application',
    'configuration item',
  ],
  start: [
    'start',
    'started',
    'start at',
    'started at',
    'start time',
    'start date',
    'started on',
    'begin',
    'from',
    'outage start',
    'downtime start',
    'opened',
    'opened at',
    'date',
  ],
  end: [
    'end',
    'ended',
    'end at',
    'ended at',
    'end time',
    'end date',
    'ended on',
    'to',
    'until',
    'outage end',
    'downtime end',
    'resolved',
    'resolved at',
    'restored',
    'restored at',
    'closed',
    'closed at',
  ],
  level: ['level', 'severity', 'impact'],
  cause: ['cause', 'root cause', 'reason'],
  announced: ['announced', 'announced at', 'notified', 'notice given'],
  planned: ['planned', 'maintenance', 'is maintenance', 'type'],
  text: ['text', 'notes', 'comment', 'comments', 'details', 'work notes'],
} as const
export type CsvField = keyof typeof synonyms

export interface CsvColumn {
  readonly index: number
  /** The header says that its times are UTC. */
  readonly isUtc: boolean
  /** The header is a plural, so that a comma separates names. */
  readonly isPlural: boolean
}

export interface CsvColumns {
  readonly at: ReadonlyMap<CsvField, CsvColumn>
  /** A start or end whose date and time stand in two columns: the index of the time. */
  readonly timeOfDay: ReadonlyMap<CsvField, number>
}

const fields = Object.keys(synonyms) as CsvField[]

/** Undefined when no column can be a start. Earlier synonyms win over later ones, then the column further left. */
export function mapHeader(header: readonly string[]): CsvColumns | undefined {
  const names = header.map((name) => plain(name))
  const at = new Map<CsvField, CsvColumn>()
  const timeOfDay = new Map<CsvField, number>()
  for (const field of fields) {
    const known: readonly string[] = synonyms[field]
    const found = known.map((word) => names.findIndex((name) => name.words === word)).find((index) => index >= 0)
    if (found === undefined) continue
    at.set(field, {
      index: found,
      isUtc: names[found]?.isUtc ?? false,
      isPlural: names[found]?.words.endsWith('s') ?? false,
    })
  }
  for (const field of ['start', 'end'] as const) {
    const date = names.findIndex((name) => name.words === `${field} date`)
    const time = names.findIndex((name) => name.words === `${field} time`)
    if (date < 0 || time < 0) continue
    at.set(field, { index: date, isUtc: names[time]?.isUtc ?? false, isPlural: false })
    timeOfDay.set(field, time)
  }
  return at.has('start') ? { at, timeOfDay } : undefined
}

/** `Started_At (UTC)` -> `started at`, UTC. */
function plain(header: string): { words: string; isUtc: boolean } {
  const all = header
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const words = all.replace(/ ?\b(?:utc|gmt|z)\b/g, '').trim()
  return { words, isUtc: words !== all }
}
