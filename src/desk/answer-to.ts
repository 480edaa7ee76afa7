// Answers from what the desk's thread holds; what is rarely asked for is read from the store.
import type { Search } from '../domain/incident-match.ts'
import { searchFor } from '../domain/incident-match.ts'
import type { Instant } from '../domain/time.ts'
import { demandReport } from '../metrics/demand.ts'
import { exportIncidents } from '../reports/incident-export.ts'
import type { ExportReads } from '../reports/names.ts'
import { eachFound, type IncidentIndex } from './incident-index.ts'
import { type DeskNames, directoryOf } from './names.ts'
import { isNear, outagesNear, similarIncidents, systemsMeant } from './near.ts'
import type { AskedQuestion, DeskAnswers, DeskMe, DeskQuestion, DeskSort, IncidentRow } from './question.ts'
import type { Summary } from './summary.ts'

export interface DeskRecords {
  readonly index: IncidentIndex
  readonly names: DeskNames
  readonly reads: ExportReads
}

type Asked<Type extends DeskQuestion['type']> = Extract<DeskQuestion, { type: Type }>
type AnyAnswer = DeskAnswers[DeskQuestion['type']]

const newestFirst: DeskSort = { by: 'raisedAt', isDescending: true }

export function answerTo(question: AskedQuestion, desk: DeskRecords): AnyAnswer | Promise<AnyAnswer> {
  switch (question.type) {
    case 'list':
      return listAnswer(question, desk)
    case 'counts':
      return { counts: question.queries.map((query) => countOf(searchOf(query, question.me, desk), desk)) }
    case 'ids':
      return { ids: idsOf(searchOf(question.query, question.me, desk), desk) }
    case 'similar':
      return similarAnswer(question, question.now, desk)
    case 'outages_for':
      return outagesAnswer(question, desk)
    case 'demand':
      return demandReport(desk.index.inOrder('raisedAt'), desk.names, question)
    case 'export':
      return exportIncidents(desk.reads, {
        ids: idsOf(searchOf(question.query, question.me, desk), desk),
        format: question.format,
        filter: question.query,
        asAt: question.now,
      })
  }
}

const searchOf = (query: string, me: DeskMe, { names, index }: DeskRecords): Search =>
  searchFor(query, directoryOf(names, index), me)

function countOf(search: Search, { index }: DeskRecords): number {
  let count = 0
  eachFound(index, search, newestFirst, () => {
    count += 1
  })
  return count
}

function idsOf(search: Search, { index }: DeskRecords): string[] {
  const ids: string[] = []
  eachFound(index, search, newestFirst, ({ id }) => ids.push(id))
  return ids
}

function listAnswer({ query, sort, offset, limit, me }: Asked<'list'>, desk: DeskRecords): DeskAnswers['list'] {
  const search = searchOf(query, me, desk)
  const rows: IncidentRow[] = []
  let total = 0
  eachFound(desk.index, search, sort, (summary) => {
    if (total >= offset && rows.length < limit) rows.push(rowOf(summary, desk.names))
    total += 1
  })
  return { total, rows, problems: search.problems }
}

async function similarAnswer(
  asked: Asked<'similar'>,
  at: Instant,
  { index, names, reads }: DeskRecords,
): Promise<DeskAnswers['similar']> {
  const systemIds = systemsMeant(asked, names)
  const incidents = similarIncidents(index, asked, systemIds).map((summary) => rowOf(summary, names))
  const place = { systemIds, councilId: asked.councilId, at }
  return { incidents, outages: await outagesNear(reads, place, ({ endAt }) => endAt === null) }
}

const outagesAnswer = async (
  { systemId, councilId, at }: Asked<'outages_for'>,
  { reads }: DeskRecords,
): Promise<DeskAnswers['outages_for']> => ({
  outages: await outagesNear(reads, { systemIds: new Set([systemId]), councilId, at }, (outage) => isNear(outage, at)),
})

/** Names as the catalogue has them; where it knows no id, as the incident was given them. */
const rowOf = (summary: Summary, { systems, people, teams }: DeskNames): IncidentRow => ({
  id: summary.id,
  reference: summary.reference,
  title: summary.title,
  councilId: summary.councilId,
  systemId: summary.systemId,
  systemName: systems.get(summary.systemId ?? '')?.name ?? summary.systemName,
  state: summary.state,
  isOpen: summary.flags.isOpen,
  priority: summary.priority,
  assigneeId: summary.assigneeId,
  assigneeName: people.get(summary.assigneeId ?? '')?.name ?? summary.assigneeName,
  teamId: summary.teamId,
  teamName: teams.get(summary.teamId ?? '')?.name ?? summary.teamName,
  requesterId: summary.requesterId,
  requesterName: people.get(summary.requesterId ?? '')?.name ?? summary.requesterName,
  raisedAt: summary.raisedAt,
  stateAt: summary.stateAt,
  escalationLevel: summary.escalationLevel,
  outageId: summary.outageId,
})
