// Eighteen months of the sample's outages and planned work, ending now.

import type { Level } from '../../domain/level.ts'
import { correctOutage } from '../../domain/mutations/correct-outage.ts'
import { announceMaintenance } from '../../domain/mutations/plan-work.ts'
import { reportOutage } from '../../domain/mutations/report-outage.ts'
import { changeLevel, changeReach, endOutage } from '../../domain/mutations/run-outage.ts'
import { addNote, describeOutage, saveReach } from '../../domain/mutations/tell-outage.ts'
import type { SampleCatalogue } from './catalogue.ts'
import { sampleCouncils, sampleDivisions } from './partnership.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'
import { sampleSystems } from './systems.ts'
import { causeOf, noteOf, workaroundOf } from './words.ts'
import { workingMoment } from './working-time.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const usualLevels: readonly Level[] = ['down', 'down', 'down', 'partial', 'partial', 'degraded', 'degraded', 'at_risk']

interface Event {
  readonly at: number
  readonly run: () => Promise<void>
}

export interface HistoryInput {
  /** Person ids: who reports, and who corrects later. */
  readonly ict: readonly string[]
  readonly from: number
  readonly now: number
}

/** Written in the order it happened, so that ids and stories read as if people had been there. */
export async function writeHistory(script: Script, random: Random, catalogue: SampleCatalogue, input: HistoryInput) {
  const events: Event[] = []
  const years = (input.now - input.from) / (365 * DAY)
  for (const system of sampleSystems) {
    const systemId = catalogue.systems.get(system.key) ?? ''
    const count = Math.round(system.perYear * years * (0.75 + random.next() / 2))
    for (let i = 0; i < count; i++) {
      const at = workingMoment(random, input.from, input.now - 2 * DAY)
      events.push({
        at,
        run: () => oneOutage(script, random, catalogue, input, { at, systemId, usual: system.minutes }),
      })
    }
    for (let month = 0; month < 20; month += random.between(2, 4)) {
      const startAt = sundayMorning(input.from + month * 30 * DAY)
      if (startAt < input.now + 21 * DAY)
        events.push(plannedWork(script, random, input, systemId, system.name, startAt))
    }
  }
  events.push(...badDays.map((day) => badDay(script, random, catalogue, input, day)))
  events.push(...openNow(script, random, catalogue, input))
  events.sort((a, b) => a.at - b.at)
  for (const event of events) await event.run()
}

/** The Sunday on or after, 06:00 UTC. */
function sundayMorning(at: number): number {
  const midnight = Math.floor(at / DAY) * DAY
  return midnight + ((7 - new Date(midnight).getUTCDay()) % 7) * DAY + 6 * 60 * MINUTE
}

function plannedWork(
  script: Script,
  random: Random,
  input: HistoryInput,
  systemId: string,
  name: string,
  startAt: number,
): Event {
  // One in eight is announced too late to be left out of the figures, as happens.
  const notice = random.is(0.125) ? -20 * MINUTE : random.between(4, 14) * DAY
  const announcedAt = Math.min(startAt - notice, input.now - MINUTE)
  const endAt = startAt + random.between(2, 5) * 30 * MINUTE
  const window = { title: `${name}: updates`, text: 'Save your work before it starts.', systemIds: [systemId] }
  const by = random.pick(input.ict)
  const run = async () => {
    await script.run(by, announcedAt, announceMaintenance, { ...window, startAt, endAt })
  }
  return { at: announcedAt, run }
}

interface OutageInput {
  readonly at: number
  readonly systemId: string
  /** Minutes that one lasts, about. */
  readonly usual: number
}

async function oneOutage(
  script: Script,
  random: Random,
  catalogue: SampleCatalogue,
  input: HistoryInput,
  { at, systemId, usual }: OutageInput,
) {
  const by = random.pick(input.ict)
  // Long ones are rare and long: a squared draw gives most under the usual length and a few many times it.
  const minutes = Math.max(4, Math.round(usual * (0.25 + 3.2 * random.next() ** 3)))
  const level = random.pick<Level>(usualLevels)
  const reportedAt = at + random.between(0, 12) * MINUTE
  const endAt = Math.min(at + minutes * MINUTE, input.now - DAY)
  const [outage] = await script.run(by, reportedAt, reportOutage, { systemIds: [systemId], level, startAt: at })
  const outageId = outage?.id ?? ''
  if (random.is(0.3)) await reachSome(script, random, catalogue, by, reportedAt + MINUTE, outageId)
  if (random.is(0.25)) {
    await script.run(by, reportedAt + 2 * MINUTE, addNote, {
      outageId,
      text: noteOf(random),
      isForReaders: random.is(0.5),
    })
  }
  if (level === 'down' && minutes > 40 && random.is(0.35)) {
    const half = at + Math.floor(minutes / 2) * MINUTE
    await script.run(by, half, changeLevel, { outageId, level: random.pick<Level>(['partial', 'degraded']), at: half })
  }
  await script.run(by, endAt, endOutage, { outageId, endAt })
  if (random.is(0.7)) {
    const about = { title: '', cause: causeOf(random), workaround: workaroundOf(random) }
    await script.run(by, endAt + random.between(5, 90) * MINUTE, describeOutage, { outageId, ...about })
  }
  if (random.is(0.06)) {
    const correctedAt = Math.min(endAt + random.between(2, 20) * DAY, input.now - MINUTE)
    const loss = { down: 1, partial: 0.3, degraded: 0.1, at_risk: 0 }[level]
    const times = { startAt: at, endAt: endAt + random.between(1, 4) * 15 * MINUTE }
    const reason = "The supplier's log shows that it ended later."
    await script.run(random.pick(input.ict), correctedAt, correctOutage, {
      outageId,
      ...times,
      level,
      loss,
      isOneLevel: false,
      reason,
    })
  }
}

/** One or two councils, and there some divisions. */
async function reachSome(
  script: Script,
  random: Random,
  catalogue: SampleCatalogue,
  by: string,
  at: number,
  outageId: string,
) {
  const councils = sampleCouncils.filter(() => random.is(0.5))
  const hit = councils.length === 0 ? [random.pick(sampleCouncils)] : councils
  await script.run(by, at, changeReach, { outageId, councilIds: hit.map(({ key }) => catalogue.councils[key]) })
  for (const council of hit) {
    const column = sampleCouncils.indexOf(council)
    const divisions = sampleDivisions
      .filter(() => random.is(0.4))
      .map(({ key, people }) => ({
        divisionId: catalogue.divisions[key],
        people: Math.ceil((people[column] ?? 0) * random.pick([0.1, 0.5, 1])),
      }))
    if (divisions.length === 0) continue
    const councilId = catalogue.councils[council.key]
    await script.run(by, at, saveReach, { outageId, councilId, divisions, workaround: workaroundOf(random) })
  }
}

/** Days on which the legal practice came to a stop, so that the time which it records can show what outages cost it. */
const badDays = [
  { key: 'dms', daysAgo: 52, minutes: 245 },
  { key: 'legal_case', daysAgo: 137, minutes: 290 },
  { key: 'dms', daysAgo: 229, minutes: 205 },
  { key: 'legal_case', daysAgo: 318, minutes: 260 },
  { key: 'dms', daysAgo: 421, minutes: 230 },
] as const

function badDay(
  script: Script,
  random: Random,
  catalogue: SampleCatalogue,
  input: HistoryInput,
  { key, daysAgo, minutes }: (typeof badDays)[number],
): Event {
  const startAt = wednesdayMorning(input.now - daysAgo * DAY)
  const by = random.pick(input.ict)
  const run = async () => {
    const systemIds = [catalogue.systems.get(key) ?? '']
    const reported = { systemIds, level: 'down' as const, startAt }
    const [outage] = await script.run(by, startAt + 6 * MINUTE, reportOutage, reported)
    const outageId = outage?.id ?? ''
    const endAt = startAt + minutes * MINUTE
    await script.run(by, endAt, endOutage, { outageId, endAt })
    const about = { title: '', cause: causeOf(random), workaround: '' }
    await script.run(by, endAt + 40 * MINUTE, describeOutage, { outageId, ...about })
  }
  return { at: startAt, run }
}

/** The Wednesday on or before, 08:40 UTC. */
function wednesdayMorning(at: number): number {
  const midnight = Math.floor(at / DAY) * DAY
  return midnight - ((new Date(midnight).getUTCDay() + 4) % 7) * DAY + (8 * 60 + 40) * MINUTE
}

/** Two that are going on, so that the first screen has something to show. */
function openNow(script: Script, random: Random, catalogue: SampleCatalogue, input: HistoryInput): Event[] {
  const open = [
    { key: 'legal_case', level: 'degraded' as const, minutesAgo: 47 },
    { key: 'phones', level: 'partial' as const, minutesAgo: 128 },
  ]
  return open.map(({ key, level, minutesAgo }) => {
    const startAt = input.now - minutesAgo * MINUTE
    const by = random.pick(input.ict)
    const run = async () => {
      const systemIds = [catalogue.systems.get(key) ?? '']
      await script.run(by, startAt + 4 * MINUTE, reportOutage, { systemIds, level, startAt })
    }
    return { at: startAt, run }
  })
}
