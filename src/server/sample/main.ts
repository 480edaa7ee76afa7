// The sample: a believable partnership, made from a seed and written through the same push as a device's.
import type { Role } from '../../domain/access.ts'
import type { Holiday } from '../../domain/calendar-record.ts'
import { makeId } from '../../domain/identity.ts'
import { matterScope } from '../../domain/scope.ts'
import { shippedHolidays } from '../holidays.ts'
import type { FillSample, OwnOp, SampleSeat } from '../seeding.ts'
import { type SampleCatalogue, writeCatalogue } from './catalogue.ts'
import { sampleAnalysts, writeDeskSettings } from './desk-settings.ts'
import { sampleFeeEarners } from './fee-earners.ts'
import { writeHistory } from './history.ts'
import { writeIncidents } from './incidents.ts'
import { legalLosses } from './legal-loss.ts'
import { type SamplePerson, samplePeople } from './partnership.ts'
import { type PracticePeople, writePractice } from './practice.ts'
import { seededRandom } from './random.ts'
import { type SampleOp, startScript } from './script.ts'
import { writeTime } from './time.ts'

const DAY = 86_400_000
const sampleDays = 548
const seed = 3
const behindWallCount = 3

export interface SampleInput {
  readonly seed: number
  /** ms; the history ends here. */
  readonly now: number
  readonly holidays: readonly Holiday[]
  /** Ids of the accounts that did it. */
  readonly ict: string
  readonly people: PracticePeople
  readonly desk: DeskPeople
}

export interface DeskPeople {
  readonly staff: string
  /** Of the desk, beside `ict`. */
  readonly analysts: readonly string[]
  /** The client officer of Huntingdonshire, who is made once there are councils. */
  readonly clientOf: (catalogue: SampleCatalogue) => Promise<string>
}

export interface Sample {
  readonly catalogue: SampleCatalogue
  /** In the order they happened; `by` names the person. */
  readonly ops: readonly SampleOp[]
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The same input makes the same sample. */
export async function makeSample({ seed, now, holidays, ict, people, desk }: SampleInput): Promise<Sample> {
  const random = seededRandom(seed)
  const script = startScript(random)
  const from = Math.floor(now / DAY) * DAY - sampleDays * DAY
  const dates = { from: dateOf(from), changedFrom: dateOf(from + 274 * DAY) }
  const { admin } = people
  const catalogue = await writeCatalogue(script, random, { by: admin, at: from, holidays, ...dates })
  await writeHistory(script, random, catalogue, { ict: [admin, ict], from, now })
  const span = { at: from, from: dates.from, today: dateOf(now) }
  const practice = await writePractice(script, random, catalogue, people, span)
  await writeTime(script, random, practice, {
    people: people.feeEarners,
    behindWall: new Set(people.behindWall),
    holidays: new Set(holidays.map(({ on }) => on)),
    losses: legalLosses(script.ops, catalogue),
    ...span,
  })
  const analysts = [ict, ...desk.analysts]
  const settings = await writeDeskSettings(script, catalogue, { analysts, at: from, from: dates.from })
  const { staff } = desk
  const client = await desk.clientOf(catalogue)
  // Numbers of its own: a longer table of troubles must not change the rest of the sample.
  const drawn = seededRandom(seed + 2)
  await writeIncidents(script, drawn, catalogue, settings, {
    analysts,
    staff,
    client,
    lawyers: people.feeEarners,
    from,
    now,
  })
  return { catalogue, ops: script.ops }
}

export const fillSample: FillSample = async (seat) => {
  const account = ({ email, name, team, roles }: SamplePerson, catalogue?: SampleCatalogue) =>
    seat.createAccount({
      email,
      name,
      team,
      grants: roles.map(({ role, on }) => ({ role, on: on && catalogue ? catalogue.councils[on] : null })),
    })
  const [first, second, head, officer, member] = samplePeople
  if (!first || !second || !head || !officer || !member) throw new Error('the sample has nobody to write it')
  const [admin, ict, manager] = [await account(first), await account(second), await account(head)]
  const people = { admin, manager, ...(await practicePeople(seat)) }
  const analysts: string[] = []
  for (const person of sampleAnalysts) analysts.push(await account(person))
  const desk = {
    staff: await account(member),
    analysts,
    clientOf: (catalogue: SampleCatalogue) => account(officer, catalogue),
  }
  const sample = await makeSample({ seed, now: seat.now, holidays: shippedHolidays, ict, people, desk })
  await pushInTurns(seat, sample.ops)
}

/** The first of the fee earners heads the practice; she and the next two are named on the matter behind a wall. */
async function practicePeople(seat: SampleSeat): Promise<Omit<PracticePeople, 'admin' | 'manager'>> {
  const walledMatterId = makeId(seat.now - sampleDays * DAY, seededRandom(seed + 1).bytes())
  const feeEarners: string[] = []
  for (const [i, { email, name }] of sampleFeeEarners.entries()) {
    const roles: readonly Role[] = i === 0 ? ['legal', 'practice_manager', 'manager'] : ['legal']
    const named = i < behindWallCount ? [{ role: 'legal' as const, on: matterScope(walledMatterId) }] : []
    const grants = [...roles.map((role) => ({ role, on: null })), ...named]
    feeEarners.push(await seat.createAccount({ email, name, team: 'Legal practice', grants }))
  }
  return { practice: feeEarners[0] ?? '', feeEarners, walledMatterId, behindWall: feeEarners.slice(0, behindWallCount) }
}

/** One call for each run of ops by one person: order across people is kept. */
async function pushInTurns(seat: SampleSeat, ops: readonly SampleOp[]): Promise<void> {
  let turn: OwnOp[] = []
  let by = ops[0]?.by ?? ''
  for (const op of ops) {
    if (op.by !== by) {
      await seat.push(by, turn)
      turn = []
      by = op.by
    }
    turn.push({ name: op.name, at: op.at, changes: op.changes })
  }
  await seat.push(by, turn)
}
