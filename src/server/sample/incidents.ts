// Eighteen months of the sample's desk: some nine hundred incidents, about one in seven because of an outage; the open ones
// are recent.
import { workOnIncidents } from '../../domain/mutations/work-incident.ts'
import type { SampleCatalogue } from './catalogue.ts'
import type { SampleDesk } from './desk-settings.ts'
import type { Case, End, Life, Step } from './incident-case.ts'
import { lifeOf } from './incident-life.ts'
import { callerOf, type SampleTrouble, sampleTroubles } from './incident-words.ts'
import { type CouncilKey, sampleCouncils, sampleDivisions } from './partnership.ts'
import type { Random } from './random.ts'
import { sampleOutages } from './sample-outages.ts'
import type { Script } from './script.ts'
import { sampleSystems } from './systems.ts'
import { workingMoment } from './working-time.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const incidentCount = 735
const recentCount = 105
/** So many days after it was resolved an incident is closed, on the next Friday. */
const closedAfterDays = 5
const closedAtOnce = 50

const openNow: readonly (readonly [number, End])[] = [
  [0, 'new'],
  [0, 'new'],
  [1, 'new'],
  [3, 'new'],
  [4, 'in_progress'],
  [6, 'in_progress'],
  [4, 'waiting_requester'],
  [9, 'waiting_requester'],
  [5, 'waiting_supplier'],
  [8, 'waiting_supplier'],
  [17, 'waiting_supplier'],
  [5, 'escalated'],
  [7, 'escalated'],
  [11, 'escalated'],
  [9, 'reopened'],
  [12, 'reopened'],
]

export interface IncidentsInput {
  /** ict@sample.test and then the analysts. */
  readonly analysts: readonly string[]
  readonly staff: string
  /** Client officer of Huntingdonshire. */
  readonly client: string
  /** People of the legal practice, who have accounts. */
  readonly lawyers: readonly string[]
  readonly from: number
  readonly now: number
}

export async function writeIncidents(
  script: Script,
  random: Random,
  catalogue: SampleCatalogue,
  desk: SampleDesk,
  input: IncidentsInput,
): Promise<void> {
  const world = { random, catalogue, desk, input }
  const cases = [...becauseOfOutages(script, world), ...ordinary(world), ...onTheDesk(world), ...ofStaff(world)]
  const lives = cases.map((each) => lifeOf(script, random, each))
  const steps = [...lives.flatMap((life) => life.steps), ...fridays(script, lives, input)]
  for (const step of steps.filter(({ at }) => at < input.now).sort((a, b) => a.at - b.at)) await step.run()
}

interface World {
  readonly random: Random
  readonly catalogue: SampleCatalogue
  readonly desk: SampleDesk
  readonly input: IncidentsInput
}

/** People notice within the hour; it is over for them when the outage is. */
function becauseOfOutages(script: Script, world: World): Case[] {
  const { random, catalogue, input } = world
  const keys = new Map([...catalogue.systems].map(([key, id]) => [id, key]))
  return sampleOutages(script.ops).flatMap(({ id, startAt, endAt, loss, systemIds }) => {
    const system = sampleSystems.find(({ key }) => key === keys.get(systemIds[0] ?? ''))
    if (!system || loss < 0.3 || random.is(0.35)) return []
    const trouble: SampleTrouble = {
      ...{ system: system.key, type: 'incident', category: 'Outage' },
      ...{ impact: random.pick(['group', 'department'] as const), urgency: loss === 1 ? 'high' : 'medium' },
      ...{ title: `${system.name} does not answer`, resolution: 'It is working again; the outage is over.' },
    }
    const latest = Math.min(endAt ?? input.now, startAt + 50 * MINUTE)
    return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => {
      const at = startAt + Math.floor(random.next() * Math.max(latest - startAt, 6 * MINUTE))
      const overAt = endAt === null ? null : endAt + random.between(5, 90) * MINUTE
      return caseOf(world, { at, trouble, outage: { id, overAt } })
    })
  })
}

function ordinary(world: World): Case[] {
  const { random, input } = world
  return Array.from({ length: incidentCount }, (_, i) => {
    // The last weeks have more than their share, so that the desk has something on it.
    const from = i < recentCount ? input.now - 16 * DAY : input.from
    const at = workingMoment(random, from, input.now - 20 * MINUTE)
    return caseOf(world, { at, trouble: random.pick(sampleTroubles), outage: null })
  })
}

/** Of each state that an open one may be in there is some, whatever the day. */
function onTheDesk(world: World): Case[] {
  const { random, input } = world
  return openNow.map(([daysAgo, end]) => {
    const at = workingMoment(random, input.now - (daysAgo + 1) * DAY, input.now - daysAgo * DAY - 20 * MINUTE)
    return { ...caseOf(world, { at, trouble: random.pick(sampleTroubles), outage: null }), end }
  })
}

/** What the person behind staff@sample.test has raised. Two are open; one of them waits for an answer, on a Monday too. */
function ofStaff(world: World): Case[] {
  const { catalogue, input } = world
  const raised = [
    { daysAgo: 4.2, title: 'Repairs cannot be booked for next week', end: 'waiting_requester' },
    { daysAgo: 6.1, title: 'Headset cuts out in the middle of calls', end: 'in_progress' },
    { daysAgo: 19, title: 'Tablet does not send inspections', end: 'closed' },
    { daysAgo: 84, title: 'Locked out after changing my password', end: 'closed' },
    { daysAgo: 203, title: "Rent account shows last year's charge", end: 'closed' },
  ] as const
  return raised.flatMap(({ daysAgo, title, end }) => {
    const trouble = sampleTroubles.find((each) => each.title === title)
    const at = Math.floor((input.now - daysAgo * DAY) / MINUTE) * MINUTE
    const who = { requesterId: input.staff, requesterName: '', divisionId: catalogue.divisions.housing }
    return trouble ? { ...caseOf(world, { at, trouble, outage: null }, 'hunts'), ...who, end } : []
  })
}

/** One in eight is a lawyer at their own screen; the others are known by name. */
function caseOf(
  { random, catalogue, desk, input }: World,
  what: Pick<Case, 'at' | 'trouble' | 'outage'>,
  council: CouncilKey = random.pick(sampleCouncils).key,
): Case {
  const isLawyer = random.is(0.12)
  const { system } = what.trouble
  return {
    ...what,
    systemId: catalogue.systems.get(system) ?? null,
    councilId: catalogue.councils[council],
    divisionId: catalogue.divisions[isLawyer ? 'legal' : random.pick(sampleDivisions).key],
    requesterId: isLawyer ? random.pick(input.lawyers) : null,
    requesterName: isLawyer ? '' : callerOf(random),
    escalatorId: council === 'hunts' ? input.client : (input.analysts[0] ?? ''),
    team: desk.teamOf(system),
  }
}

/** On Friday afternoons what has been resolved for long enough is closed, many at a time. */
function fridays(script: Script, lives: readonly Life[], { analysts, from, now }: IncidentsInput): Step[] {
  const first = Math.floor(from / DAY) * DAY
  const friday = first + ((12 - new Date(first).getUTCDay()) % 7) * DAY + 15 * 60 * MINUTE
  const close = async (at: number) => {
    const isDue = (life: Life) =>
      !life.isClosed && life.resolvedAt !== null && life.resolvedAt < at - closedAfterDays * DAY
    const due = lives.filter(isDue)
    for (let i = 0; i < due.length; i += closedAtOnce) {
      const some = due.slice(i, i + closedAtOnce)
      const args = { incidentIds: some.map(({ id }) => id), parts: { move: { state: 'closed' as const } } }
      await script.run(analysts[0] ?? '', at + i * 1000, workOnIncidents, args)
      for (const life of some) life.isClosed = true
    }
  }
  const weeks = Math.max(Math.ceil((now - friday) / (7 * DAY)), 0)
  return Array.from({ length: weeks }, (_, week) => {
    const at = friday + week * 7 * DAY
    return { at, run: () => close(at) }
  })
}
