// The sample: a believable partnership, made from a seed, ready to be sent as ops.
import type { Holiday } from '../../domain/calendar-record.ts'
import { writeCatalogue } from './catalogue.ts'
import { writeHistory } from './history.ts'
import { seededRandom } from './random.ts'
import type { SampleOp } from './script.ts'
import { startScript } from './script.ts'

const DAY = 86_400_000
export const sampleDays = 548

export interface SampleInput {
  readonly seed: number
  /** ms; the history ends here. */
  readonly now: number
  readonly holidays: readonly Holiday[]
  /** The account's id by e-mail. */
  readonly personId: (email: string) => string
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Every op of the sample in the order it happened; `by` names the person who sent it. The same seed and now, the same ops. */
export async function makeSample({ seed, now, holidays, personId }: SampleInput): Promise<readonly SampleOp[]> {
  const random = seededRandom(seed)
  const script = startScript(random)
  const from = Math.floor(now / DAY) * DAY - sampleDays * DAY
  const admin = personId('admin@sample.test')
  const dates = { from: dateOf(from), changedFrom: dateOf(from + 274 * DAY) }
  const catalogue = await writeCatalogue(script, random, { by: admin, at: from, holidays, ...dates })
  await writeHistory(script, random, catalogue, { ict: [admin, personId('ict@sample.test')], from, now })
  return script.ops
}
