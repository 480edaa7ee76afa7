// Eighteen months of the sample's legal time, ending yesterday evening: each fee earner's working days, fewer hours where
// an outage stopped the work.
import { MINUTE_MS } from '../../domain/duration.ts'
import type { Activity } from '../../domain/legal-words.ts'
import { addDays, dayOfDate, type LocalDate, weekdayOfDay } from '../../domain/local-date.ts'
import { answerOutage } from '../../domain/mutations/answer-outage.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { addEntry } from '../../domain/mutations/record-time.ts'
import { localToUtc, zoneOf } from '../../domain/zone.ts'
import { type SampleFeeEarner, sampleFeeEarners } from './fee-earners.ts'
import type { LegalLoss } from './legal-loss.ts'
import type { SampleMatter, SamplePractice } from './practice.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'
import { narrativeOf } from './words.ts'

const zone = zoneOf('Europe/London')
const chargedActivities: readonly Activity[] = [
  'advice',
  'drafting',
  'research',
  'correspondence',
  'meeting',
  'hearing',
]
/** Days of leave taken at once, about every eight weeks. */
const leaveEvery = 55
const narrativeDays = 28
/** A day's target is that of the year over so many days, less leave: worked at this pace it is met with a little to spare. */
const workingDaysAYear = 253
const pace = 1.05

export interface TimeInput {
  /** In the order of sampleFeeEarners. */
  readonly people: readonly string[]
  readonly behindWall: ReadonlySet<string>
  readonly from: LocalDate
  readonly today: LocalDate
  /** Dates on which nobody works. */
  readonly holidays: ReadonlySet<LocalDate>
  readonly losses: readonly LegalLoss[]
}

export async function writeTime(script: Script, random: Random, practice: SamplePractice, input: TimeInput) {
  for (const [i, earner] of sampleFeeEarners.entries()) {
    const personId = input.people[i] ?? ''
    await writePerson(script, random, practice, input, { earner, personId, offset: i })
  }
}

interface Person {
  readonly earner: SampleFeeEarner
  readonly personId: string
  readonly offset: number
}

async function writePerson(
  script: Script,
  random: Random,
  practice: SamplePractice,
  input: TimeInput,
  { earner, personId, offset }: Person,
): Promise<void> {
  let leaveUntil = input.from
  for (let [on, day] = [input.from, 0]; on < input.today; [on, day] = [addDays(on, 1), day + 1]) {
    const weekday = weekdayOfDay(dayOfDate(on))
    if ((day + offset * 7) % leaveEvery === 20 && weekday <= 5) {
      leaveUntil = addDays(on, random.between(3, 8))
      const absence = { personId, from: on, to: leaveUntil, share: 1, reason: 'leave' as const }
      const at = at9(on) - 10 * 24 * 60 * MINUTE_MS
      await script.run(personId, at, saves.absence, { id: script.newId(at), doc: absence })
    }
    if (weekday > 5 || on < leaveUntil || input.holidays.has(on)) continue
    const fte = earner.later && day >= earner.later.afterMonths * 30.4 ? earner.later.fte : earner.fte
    // Part-timers have whole days off; now and then a day is simply not recorded.
    if (weekday > Math.ceil(fte * 5) || random.is(0.006)) continue
    await writeDay(script, random, practice, input, { personId, on, hours: hoursOfDay(earner, fte) })
  }
}

const hoursOfDay = ({ annualHours }: SampleFeeEarner, fte: number) =>
  (annualHours * fte * pace * 5) / (workingDaysAYear * Math.ceil(fte * 5))

const at9 = (on: LocalDate) => localToUtc(zone, dayOfDate(on) * 86_400_000 + 9 * 60 * MINUTE_MS).utc

interface Day {
  readonly personId: string
  readonly on: LocalDate
  /** Chargeable ones of an ordinary day. */
  readonly hours: number
}

/** One or two blocks of chargeable work and one that is not, one after another from about nine o'clock on. */
async function writeDay(
  script: Script,
  random: Random,
  practice: SamplePractice,
  input: TimeInput,
  { personId, on, hours }: Day,
): Promise<void> {
  const opensAt = at9(on)
  const lost = lostHours(input.losses, opensAt)
  const drawn = (random.next() + random.next() + random.next()) / 3 - 0.5
  const chargeable = Math.max(0.5, hours * (1 + drawn * 0.5) - lost.hours * 0.62)
  const first = chargeable * (0.35 + random.next() * 0.4)
  const isShort = random.is(0.35)
  const parts: readonly (readonly [number, boolean])[] = [
    ...(isShort ? [[chargeable, true] as const] : [[first, true] as const, [chargeable - first, true] as const]),
    [0.4 + random.next() * 0.8, false],
  ]
  // Recorded at the end of the week, as people do.
  const friday = addDays(on, 5 - weekdayOfDay(dayOfDate(on)))
  const recordedAt = at9(friday < input.today ? friday : addDays(input.today, -1)) + 8 * 60 * MINUTE_MS
  let startAt = opensAt + random.between(-4, 6) * 5 * MINUTE_MS
  for (const [length, isChargeable] of parts) {
    const seconds = Math.max(240, Math.round(length * 60) * 60)
    const endAt = startAt + seconds * 1000
    await script.run(personId, recordedAt, addEntry, {
      ...{ teamId: practice.teamId, workedOn: on, startAt, endAt, seconds, isEstimated: false },
      ...(isChargeable ? chargedWork(random, practice, input, { personId, on }) : ownWork(random)),
      source: 'timer',
      narrative: isChargeable && on >= addDays(input.today, -narrativeDays) ? narrativeOf(random) : '',
    })
    startAt = endAt + random.between(1, 5) * 5 * MINUTE_MS
  }
  if (lost.outageId && lost.hours > 1 && random.is(0.6)) {
    const answer = random.is(0.65) ? 'lost' : 'worked_round'
    await script.run(personId, recordedAt, answerOutage, {
      teamId: practice.teamId,
      outageId: lost.outageId,
      on,
      answer,
    })
  }
}

function chargedWork(
  random: Random,
  { matters }: SamplePractice,
  { behindWall }: TimeInput,
  { personId, on }: { readonly personId: string; readonly on: LocalDate },
) {
  const mayWork = ({ openedOn, closedOn, isWalled }: SampleMatter) =>
    openedOn <= on && (closedOn === null || on < closedOn) && (!isWalled || behindWall.has(personId))
  const matter = random.pick(matters.filter(mayWork))
  return { matterId: matter.id, activity: random.pick(chargedActivities), chargeability: 'chargeable' as const }
}

const ownWork = (random: Random) => ({
  matterId: null,
  activity: random.pick<Activity>(['administration', 'training', 'other']),
  chargeability: 'non_chargeable' as const,
})

/** Of the eight hours from `opensAt` on, and the outage that took most of them. */
function lostHours(losses: readonly LegalLoss[], opensAt: number): { hours: number; outageId: string | undefined } {
  let [hours, most] = [0, 0]
  let outageId: string | undefined
  for (const loss of losses) {
    const ms = Math.min(loss.endAt, opensAt + 8 * 3_600_000) - Math.max(loss.startAt, opensAt)
    if (ms <= 0) continue
    const lost = (ms / 3_600_000) * loss.share
    hours += lost
    if (lost > most) [most, outageId] = [lost, loss.outageId]
  }
  return { hours, outageId }
}
