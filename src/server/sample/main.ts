// The sample: a believable partnership, made from a seed and written through the same push as a device's.
import type { Holiday } from '../../domain/calendar-record.ts'
import { shippedHolidays } from '../holidays.ts'
import type { FillSample, OwnOp, SampleSeat } from '../seeding.ts'
import { type SampleCatalogue, writeCatalogue } from './catalogue.ts'
import { writeHistory } from './history.ts'
import { type SamplePerson, samplePeople } from './partnership.ts'
import { seededRandom } from './random.ts'
import { type SampleOp, startScript } from './script.ts'

const DAY = 86_400_000
const sampleDays = 548
const seed = 3

export interface SampleInput {
  readonly seed: number
  /** ms; the history ends here. */
  readonly now: number
  readonly holidays: readonly Holiday[]
  /** Ids of the accounts that did it. */
  readonly admin: string
  readonly ict: string
}

export interface Sample {
  readonly catalogue: SampleCatalogue
  /** In the order they happened; `by` names the person. */
  readonly ops: readonly SampleOp[]
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The same input makes the same sample. */
export async function makeSample({ seed, now, holidays, admin, ict }: SampleInput): Promise<Sample> {
  const random = seededRandom(seed)
  const script = startScript(random)
  const from = Math.floor(now / DAY) * DAY - sampleDays * DAY
  const dates = { from: dateOf(from), changedFrom: dateOf(from + 274 * DAY) }
  const catalogue = await writeCatalogue(script, random, { by: admin, at: from, holidays, ...dates })
  await writeHistory(script, random, catalogue, { ict: [admin, ict], from, now })
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
  const [first, second, ...others] = samplePeople
  if (!first || !second) throw new Error('the sample has nobody to write it')
  const [admin, ict] = [await account(first), await account(second)]
  const sample = await makeSample({ seed, now: seat.now, holidays: shippedHolidays, admin, ict })
  for (const person of others) await account(person, sample.catalogue)
  await pushInTurns(seat, sample.ops)
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
