// The sample's legal practice: team, posts, charge rates, matters (one behind a wall), and what an hour of each division
// costs.
import { SIX_MINUTES_UP } from '../../domain/billing-units.ts'
import { grades, matterTypes } from '../../domain/legal-words.ts'
import { addDays, addMonths, type LocalDate } from '../../domain/local-date.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { setAssumption, setHourlyRate } from '../../domain/mutations/keep-facts.ts'
import type { SampleCatalogue } from './catalogue.ts'
import { sampleFeeEarners } from './fee-earners.ts'
import { type CouncilKey, sampleCouncils, sampleDivisions } from './partnership.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'
import { matterTitles, partyOf } from './words.ts'

export interface PracticePeople {
  readonly admin: string
  /** Heads of the practice and of the service: keep posts and rates, and facts. */
  readonly practice: string
  readonly manager: string
  /** In the order of sampleFeeEarners. */
  readonly feeEarners: readonly string[]
  /** The matter that only some of them may see. */
  readonly walledMatterId: string
  readonly behindWall: readonly string[]
}

export interface SampleMatter {
  readonly id: string
  readonly isWalled: boolean
  readonly openedOn: LocalDate
  readonly closedOn: LocalDate | null
}

export interface SamplePractice {
  readonly teamId: string
  readonly matters: readonly SampleMatter[]
}

/** Pounds an hour by grade, from the beginning and from the following April on. */
const chargeRates = { A: [98, 104], B: [84, 88], C: [70, 74], D: [46, 49] } as const
/** Salaries of a division's mix of grades, about. */
const salaries: Readonly<Record<string, number>> = { legal: 46_000, ict: 41_000, finance: 38_500, planning: 37_000 }
const usualSalary = 33_000

export async function writePractice(
  script: Script,
  random: Random,
  catalogue: SampleCatalogue,
  people: PracticePeople,
  { at, from, today }: { readonly at: number; readonly from: LocalDate; readonly today: LocalDate },
): Promise<SamplePractice> {
  const teamId = script.newId(at)
  const policies = [{ from, ...SIX_MINUTES_UP }]
  const team = { name: 'Legal practice', divisionId: catalogue.divisions.legal, policies }
  await script.run(people.admin, at, saves.team, { id: teamId, doc: team })
  await writePosts(script, people, teamId, { at, from })
  await writeChargeRates(script, people.practice, teamId, { at, from })
  await writeFacts(script, catalogue, people.manager, { at, from })
  const matters = await writeMatters(script, random, catalogue, people, { at, from, today, teamId })
  return { teamId, matters }
}

interface Since {
  readonly at: number
  readonly from: LocalDate
}

async function writePosts(script: Script, people: PracticePeople, teamId: string, { at, from }: Since): Promise<void> {
  for (const [i, { grade, fte, annualHours, later }] of sampleFeeEarners.entries()) {
    const personId = people.feeEarners[i] ?? ''
    const changesOn = later ? addMonths(from, later.afterMonths) : null
    const post = { personId, teamId, annualHours, weeklyHours: 37 }
    const save = async (doc: { grade: typeof grade; fte: number; from: LocalDate; to: LocalDate | null }) => {
      await script.run(people.practice, at, saves.post, { id: script.newId(at), doc: { ...post, ...doc } })
    }
    await save({ grade, fte, from, to: changesOn })
    if (later && changesOn) await save({ grade: later.grade, fte: later.fte, from: changesOn, to: null })
  }
}

async function writeChargeRates(script: Script, by: string, teamId: string, { at, from }: Since): Promise<void> {
  const everywhere = { teamId, matterId: null, councilId: null, personId: null, to: null }
  const raisedOn = `${Number(from.slice(0, 4)) + (from.slice(5) < '04-01' ? 0 : 1)}-04-01`
  for (const grade of grades) {
    const [first, second] = chargeRates[grade]
    // Trainees had no rate at first: their entries of those days are there to be found as unpriced.
    const start = grade === 'D' ? addDays(from, 10) : from
    const steps = [
      { on: start, pounds: first },
      { on: raisedOn, pounds: second },
    ]
    for (const { on, pounds } of steps) {
      const doc = { ...everywhere, grade, from: on, pencePerHour: pounds * 100 }
      await script.run(by, at, saves.charge_rate, { id: script.newId(at), doc })
    }
  }
}

/** Two things are assumed of every division alike; the rate is worked out from its usual salary. */
async function writeFacts(script: Script, catalogue: SampleCatalogue, by: string, { at, from }: Since): Promise<void> {
  const councilIds = Object.values(catalogue.councils)
  for (const { key } of sampleDivisions) {
    const divisionId = catalogue.divisions[key]
    const origin = { councilIds, divisionId, from, asOf: from, note: '' }
    const shares = [
      { topic: 'present', share: 0.88, source: 'measured' },
      { topic: 'caught_up', share: key === 'contact' ? 0.1 : 0.35, source: 'assumed' },
    ] as const
    for (const said of shares)
      await script.run(by, at, setAssumption, { ...origin, ...said, systemId: null, afterMinutes: 0 })
    const salary = salaries[key] ?? usualSalary
    const working = {
      ...{ salary, niThreshold: 5000, niRate: 0.15, pensionRate: 0.18, overheadRate: 0.1 },
      ...{ weeks: 52, hoursPerWeek: 37, leaveDays: 27, bankHolidays: 8, sickTrainingDays: 10 },
    }
    const annual = (salary + (salary - 5000) * 0.15 + salary * 0.18) * 1.1
    const pencePerHour = Math.round((annual * 100) / (52 * 37 - (45 * 37) / 5))
    await script.run(by, at, setHourlyRate, { ...origin, pencePerHour, working, source: 'assumed' })
  }
}

async function writeMatters(
  script: Script,
  random: Random,
  catalogue: SampleCatalogue,
  people: PracticePeople,
  { at, from, today, teamId }: Since & { readonly today: LocalDate; readonly teamId: string },
): Promise<SampleMatter[]> {
  const matters: SampleMatter[] = []
  for (const [i, title] of matterTitles.entries()) {
    const isWalled = i === 0
    const id = isWalled ? people.walledMatterId : script.newId(at)
    const openedOn = i < 30 ? from : addDays(from, (i - 29) * 14)
    const closedOn = i > 12 && i < 24 ? addDays(from, 200 + i * 9) : null
    const council = random.pick(sampleCouncils)
    const lead = isWalled ? (people.behindWall[0] ?? '') : random.pick(people.feeEarners)
    const doc = {
      ...{ teamId, wallId: isWalled ? id : null, reference: referenceOf(council.key, i), title },
      ...{ type: matterTypes[i % matterTypes.length] ?? 'advice', councilId: catalogue.councils[council.key] },
      ...{ divisionId: random.pick(Object.values(catalogue.divisions)), leadId: lead },
      ...{ gradeWanted: random.pick(grades), estimateHours: random.between(2, 40) * 10 },
      ...{ openedOn, closedOn, outcome: closedOn ? ('settled' as const) : null, note: '' },
      keyDates: closedOn || random.is(0.5) ? [] : [{ on: addDays(today, random.between(3, 60)), what: 'Papers due' }],
      parties: [{ name: partyOf(i), role: 'other_side' as const }],
    }
    await script.run(lead, at, saves.matter, { id, doc })
    matters.push({ id, isWalled, openedOn, closedOn })
  }
  return matters
}

const referenceOf = (council: CouncilKey, i: number) => `${council.slice(0, 1).toUpperCase()}/${String(1001 + i * 7)}`
