// What a person's own time reads: their entries and timers, the practice they work in, and the matters to choose from.
import type { Access } from '../domain/access.ts'
import type { Recorded } from '../domain/kinds.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { runningTimers } from './running-timers.ts'
import type { StoreReads } from './store.ts'

/** A forgotten timer may have run for long: entries so many days before a day may reach into it. */
const reachDays = 31

/**
 * What was recorded on or shortly before [from, to), with all that tells which of it counts: a correction may lie on any
 * other day, so every correction is there.
 */
export async function ownEntries(
  reads: StoreReads,
  personId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Recorded<'entry'>[]> {
  const [found, corrections] = await Promise.all([
    reads.between('entry', 'workedOn', addDays(from, -reachDays), to),
    reads.between('entry', 'replaces', '', '\uffff'),
  ])
  const own = [...found, ...corrections].filter((entry) => entry.personId === personId)
  return [...new Map(own.map((entry) => [entry.id, entry])).values()]
}

/** Where a person's time belongs. */
export interface OwnPractice {
  /** undefined: there is none yet, or nobody has said which of several it is. */
  readonly team: Recorded<'team'> | undefined
  /** All of the person's posts, of all teams and dates. */
  readonly posts: readonly Recorded<'post'>[]
  readonly teamCount: number
}

/** The team of the post in force, else of the latest post, else the one that a role is held for, else the only one. */
export async function ownPractice(reads: StoreReads, access: Access, on: LocalDate): Promise<OwnPractice> {
  const [teams, posts] = await Promise.all([reads.all('team'), reads.where('post', 'personId', access.userId)])
  const latestFirst = [...posts].sort((a, b) => (a.from < b.from ? 1 : -1))
  const post = latestFirst.find(({ from, to }) => from <= on && (to === null || on < to)) ?? latestFirst[0]
  const granted = teams.find(({ id }) => access.grants.some((grant) => grant.on === id))
  const only = teams.length === 1 ? teams[0] : undefined
  return { team: teams.find(({ id }) => id === post?.teamId) ?? granted ?? only, posts, teamCount: teams.length }
}

/** What time can be recorded on. */
export interface MatterChoices {
  /** Those on this device, by id: closed ones too, for the names of old entries. */
  readonly byId: ReadonlyMap<string, Recorded<'matter'>>
  /** By reference. */
  readonly open: readonly Recorded<'matter'>[]
  /** Open ones that the person worked on last, the latest first. */
  readonly recent: readonly Recorded<'matter'>[]
}

const mostRecent = 5

/** `used`: the person's entries and running timers. */
export async function matterChoices(
  reads: StoreReads,
  used: readonly Pick<Recorded<'entry'>, 'id' | 'matterId'>[],
): Promise<MatterChoices> {
  const matters = await reads.all('matter')
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  const byReference = (a: Recorded<'matter'>, b: Recorded<'matter'>) => a.reference.localeCompare(b.reference, 'en-GB')
  const open = matters.filter(({ closedOn }) => closedOn === null).sort(byReference)
  const isOpen = new Set(open.map(({ id }) => id))
  // Ids carry the time of the work.
  const latestFirst = [...used].sort((a, b) => (a.id < b.id ? 1 : -1))
  const worked = new Set(latestFirst.flatMap(({ matterId }) => (matterId && isOpen.has(matterId) ? matterId : [])))
  return { byId, open, recent: [...worked].slice(0, mostRecent).flatMap((id) => byId.get(id) ?? []) }
}

/** All that the pages of a person's own time stand on. */
export interface OwnTime {
  readonly practice: OwnPractice
  readonly matters: MatterChoices
  readonly entries: readonly Recorded<'entry'>[]
  readonly timers: readonly Recorded<'timer'>[]
  readonly absences: readonly Recorded<'absence'>[]
  readonly holidays: readonly Recorded<'holiday'>[]
  /** Of the team's division. */
  readonly calendar: Recorded<'calendar'> | undefined
  /** Ids of records that the server has not acknowledged. */
  readonly pending: ReadonlySet<string>
}

/** `today` is where recent matters and the team are looked for; the days shown are [from, to). */
export async function ownTime(
  reads: StoreReads,
  access: Access,
  today: LocalDate,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate } = { from: today, to: addDays(today, 1) },
): Promise<OwnTime> {
  const tomorrow = addDays(today, 1)
  const [practice, entries, timers, absences, holidays, pending] = await Promise.all([
    ownPractice(reads, access, today),
    ownEntries(reads, access.userId, from < today ? from : today, to > tomorrow ? to : tomorrow),
    runningTimers(reads, access.userId).then((running) => running.map(({ timer }) => timer)),
    reads.where('absence', 'personId', access.userId),
    reads.all('holiday'),
    reads.pendingIds(),
  ])
  const matters = await matterChoices(reads, [...entries, ...timers])
  const division = practice.team && (await reads.get('division', practice.team.divisionId))
  const calendar = division && (await reads.get('calendar', division.calendarId))
  return { practice, matters, entries, timers, absences, holidays, calendar, pending }
}

/** An outage with the names of the systems it hit, and what the person said it did to their day. */
export interface DayOutage extends Recorded<'outage'> {
  readonly systems: readonly { readonly name: string }[]
  readonly answer: Recorded<'outage_answer'>['answer'] | undefined
}

/** Longer outages are no interruption of a day's work any more. */
const longestMs = 31 * 86_400_000

/** Outages in [from, to), of any council. */
export async function dayOutages(
  reads: StoreReads,
  personId: string,
  on: LocalDate,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<DayOutage[]> {
  const started = await reads.between('outage', 'startAt', start - longestMs, end)
  const outages = started.filter(({ endAt }) => endAt === null || endAt > start)
  const told = outages.map(async (outage) => {
    const [edges, answers] = await Promise.all([
      reads.where('affected', 'outageId', outage.id),
      reads.where('outage_answer', 'outageId', outage.id),
    ])
    const systems = await Promise.all(
      edges.filter(({ mark }) => mark === 'affected').map((e) => reads.get('system', e.systemId)),
    )
    const own = answers.filter((given) => given.personId === personId && given.on === on)
    return { ...outage, systems: systems.flatMap((system) => system ?? []), answer: own.at(-1)?.answer }
  })
  return Promise.all(told)
}
