// Which records are one council's: its own, what it shares with others, and what these name. Rows of other councils, work
// notes, notes of ICT on outages, matters and people's time are not among them.
import { type Access, mayRead } from '../domain/access.ts'
import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'
import { deskScope, factsScope, figuresScope } from '../domain/scope.ts'
import type { ExportReads } from './names.ts'

type Lists = { readonly [K in KindName]?: readonly Recorded<K>[] }

/** By kind; a kind that is absent is not part of such an export. */
export type CouncilRecords = Lists & {
  readonly council: readonly Recorded<'council'>[]
  readonly division: readonly Recorded<'division'>[]
}

export async function councilRecords(reads: Pick<ExportReads, 'all'>, councilId: string): Promise<CouncilRecords> {
  const ofCouncil = async <K extends OfCouncil>(kind: K) =>
    (await reads.all(kind)).filter((record) => record.councilId === councilId)
  const shared = {
    partnership: (await reads.all('partnership')).slice(0, 1),
    council: (await reads.all('council')).filter(({ id }) => id === councilId),
    holiday: await reads.all('holiday'),
    system: await reads.all('system'),
    dependency: await reads.all('dependency'),
    maintenance: await reads.all('maintenance'),
    incident_template: await reads.all('incident_template'),
    priority_matrix: await reads.all('priority_matrix'),
  }
  const own = {
    ...(await outagesReaching(reads, councilId, await ofCouncil('reach'))),
    assumption: await ofCouncil('assumption'),
    hourly_rate: await ofCouncil('hourly_rate'),
    council_month: await ofCouncil('council_month'),
    ...(await incidentsOf(ofCouncil)),
  }
  const attachment = await filesOf(reads, [...own.outage, ...own.incident])
  return { ...shared, ...own, attachment, ...(await named(reads, councilId, { ...shared, ...own, attachment })) }
}

/** With their lines; those of incidents that were taken back stay where they are. */
async function incidentsOf(ofCouncil: <K extends OfCouncil>(kind: K) => Promise<Recorded<K>[]>) {
  const incident = await ofCouncil('incident')
  const ids = new Set(incident.map(({ id }) => id))
  const isOfThem = ({ incidentId }: { readonly incidentId: string }) => ids.has(incidentId)
  return {
    incident,
    incident_event: (await ofCouncil('incident_event')).filter(isOfThem),
    comment: (await ofCouncil('comment')).filter(isOfThem),
  }
}

/** What files there are; their bytes are no part of an export. */
async function filesOf(reads: Pick<ExportReads, 'all'>, records: readonly { readonly id: string }[]) {
  const ids = new Set(records.map(({ id }) => id))
  return (await reads.all('attachment')).filter(({ ofId }) => ids.has(ofId))
}

type OfCouncil = 'reach' | 'assumption' | 'hourly_rate' | 'council_month' | 'incident' | 'incident_event' | 'comment'

const reaches = (councilIds: readonly string[], councilId: string) =>
  councilIds.length === 0 || councilIds.includes(councilId)

/** Those that reached it at any time, with all that is said of them to everybody. */
async function outagesReaching(
  reads: Pick<ExportReads, 'all'>,
  councilId: string,
  reach: readonly Recorded<'reach'>[],
) {
  const segments = await reads.all('segment')
  const told = new Set([
    ...reach.map(({ outageId }) => outageId),
    ...segments.filter(({ councilIds }) => reaches(councilIds, councilId)).map(({ outageId }) => outageId),
  ])
  const outage = (await reads.all('outage')).filter(
    ({ id, councilIds }) => told.has(id) || reaches(councilIds, councilId),
  )
  const ids = new Set(outage.map(({ id }) => id))
  const isOfThem = ({ outageId }: { readonly outageId: string }) => ids.has(outageId)
  return {
    outage,
    reach: reach.filter(isOfThem),
    affected: (await reads.all('affected')).filter(isOfThem),
    segment: segments.filter(isOfThem),
    event: (await reads.all('event')).filter((event) => isOfThem(event) && event.type !== 'note'),
  }
}

/** What the records name: divisions with the council's people alone, their calendars, teams, people. */
async function named(reads: Pick<ExportReads, 'all'>, councilId: string, records: Lists) {
  const first = mentions(Object.values(records).flat())
  const division = (await reads.all('division'))
    .map((each) => ({ ...each, headCounts: headCountsOf(each, councilId) }))
    .filter(({ id, headCounts }) => first.has(id) || headCounts.some(({ people }) => (people[councilId] ?? 0) > 0))
  const team = (await reads.all('team')).filter(({ id }) => first.has(id))
  const theirDivisions = await divisionsOfTeams(reads, team, division, councilId)
  const divisions = [...division, ...theirDivisions]
  const calendarIds = mentions([...divisions, ...(records.system ?? [])])
  const desk_team = (await reads.all('desk_team')).filter(({ id }) => first.has(id))
  const people = mentions([...first, ...desk_team])
  return {
    division: divisions,
    team,
    desk_team,
    calendar: (await reads.all('calendar')).filter(({ id }) => calendarIds.has(id)),
    person: (await reads.all('person')).filter(({ id }) => people.has(id)),
  }
}

async function divisionsOfTeams(
  reads: Pick<ExportReads, 'all'>,
  teams: readonly Recorded<'team'>[],
  known: readonly Recorded<'division'>[],
  councilId: string,
): Promise<Recorded<'division'>[]> {
  const wanted = new Set(teams.map(({ divisionId }) => divisionId))
  const missing = (await reads.all('division')).filter(
    ({ id }) => wanted.has(id) && !known.some((division) => division.id === id),
  )
  return missing.map((each) => ({ ...each, headCounts: headCountsOf(each, councilId) }))
}

/** Every date stays: a later entry that does not name the council means that it has nobody there any more. */
const headCountsOf = (division: Recorded<'division'>, councilId: string) =>
  division.headCounts.map(({ from, people }) => {
    const own = people[councilId]
    return { from, people: own === undefined ? {} : { [councilId]: own } }
  })

/** Every text in the values, however deep: whatever names a record does so by its id. */
function mentions(values: Iterable<unknown>): Set<string> {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) visit(each)
  }
  for (const value of values) visit(value)
  return found
}

/** Parts of a council's data that a person may not read, in plain words: their export lacks them. */
export function unreadableParts(access: Access, councilId: string): string[] {
  const parts = [
    [deskScope(councilId), 'incidents with their histories and comments, people hit by outages, assumptions'],
    [factsScope(councilId), 'hourly rates'],
    [figuresScope(councilId), 'sums of legal time'],
  ] as const
  return parts.flatMap(([scope, words]) => (mayRead(access, scope) ? [] : [words]))
}
