// Incidents to write into files, and the reads that an export asks.
import type { Incident } from '../../src/domain/incident.ts'
import { stateFlags } from '../../src/domain/incident-words.ts'
import type { KindName } from '../../src/domain/kind-names.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import type { ExportReads } from '../../src/reports/names.ts'

export const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

const made: Incident = {
  councilId: idOf(1),
  type: 'incident',
  raisedAt: Date.UTC(2026, 5, 9, 8, 5, 6, 789),
  raisedById: 'u-1',
  followsId: null,
  source: '',
  sourceKey: '',
  number: '',
  importId: null,
  title: 'Cannot print',
  text: '',
  requesterId: null,
  requesterName: 'Ann Other',
  divisionId: null,
  systemId: null,
  systemName: '',
  category: '',
  impact: 'person',
  urgency: 'low',
  matrixPriority: 4,
  priority: 4,
  overrideReason: '',
  state: 'new',
  flags: stateFlags.new,
  stateAt: Date.UTC(2026, 5, 9, 8, 5, 6, 789),
  resolvedAt: null,
  closedAt: null,
  reopenCount: 0,
  resolution: '',
  assigneeId: null,
  assigneeName: '',
  teamId: null,
  teamName: '',
  outageId: null,
  escalation: null,
  history: [],
}

export const incident = (n: number, fields: Partial<Incident> = {}): Recorded<'incident'> => ({
  id: idOf(n),
  ...made,
  ...fields,
})

type Records = { readonly [K in KindName]?: readonly Recorded<K>[] }

export const readsOf = (records: Records, pending: readonly string[] = []): ExportReads => {
  const all = async <K extends KindName>(kind: K) => [...((records[kind] ?? []) as readonly Recorded<K>[])]
  return {
    all,
    many: async (kind, ids) => {
      const byId = new Map((await all(kind)).map((record) => [record.id, record]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    pendingIds: async () => new Set(pending),
  }
}

/** What people, programs and enemies put into a text. */
export const hostileTexts = [
  '=HYPERLINK("http://x.test","click")',
  '+44 1223 457000',
  '-2+3+cmd|calc',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\u0000=1+1',
  "'=1+1",
  "''=1+1",
  "'tis only an apostrophe",
  'two\r\nlines, "quoted"; and\nthree',
  'NUL\u0000 and bell\u0007 and escape\u001b[31m',
  'half \ud83d and half \ude00 a face',
  '😀 👩‍💻 Zoë – £5 naïve',
  '\u202Eright to left\u202C \u200Fשלום',
  '<b>&amp;</b> ]]> <!-- <?xml',
  '  leading,  double  and trailing ',
  ',;\t|',
  'x'.repeat(8000),
]
