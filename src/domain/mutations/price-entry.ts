// What saving fixes on an entry: grade, units by the policy of its day, and the rate of its day.
import { billingUnits, SIX_MINUTES_UP, type UnitPolicy } from '../billing-units.ts'
import { rateFor } from '../charge-rate-lookup.ts'
import type { Recorded } from '../kinds.ts'
import type { Team } from '../legal-practice.ts'
import type { LocalDate } from '../local-date.ts'
import type { Reads } from '../mutation.ts'
import type { Entry } from '../time-entry.ts'

/** The policy in force on a local date; before the first one, the first. */
export function unitPolicyOn(team: Pick<Team, 'policies'>, on: LocalDate): UnitPolicy {
  const sorted = [...team.policies].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.findLast(({ from }) => from <= on) ?? sorted[0] ?? SIX_MINUTES_UP
}

export const postOn = (
  posts: readonly Recorded<'post'>[],
  teamId: string,
  on: LocalDate,
): Recorded<'post'> | undefined =>
  posts.find((post) => post.teamId === teamId && post.from <= on && (post.to === null || on < post.to))

type Worked = Pick<Entry, 'personId' | 'teamId' | 'matterId' | 'councilId' | 'chargeability' | 'workedOn' | 'seconds'>

/** `pencePerHour` is null for what is not charged, and for what no rate was found for. */
export async function priceEntry(
  reads: Reads,
  worked: Worked,
): Promise<Pick<Entry, 'grade' | 'units' | 'unitMinutes' | 'pencePerHour'>> {
  const { personId, teamId, workedOn, matterId, councilId } = worked
  const team = await reads.get('team', teamId)
  const policy = team ? unitPolicyOn(team, workedOn) : SIX_MINUTES_UP
  const grade = postOn(await reads.where('post', 'personId', personId), teamId, workedOn)?.grade ?? null
  const units = billingUnits(worked.seconds, policy)
  const { unitMinutes } = policy
  if (worked.chargeability !== 'chargeable') return { grade, units, unitMinutes, pencePerHour: null }
  const rates = (await reads.where('charge_rate', 'teamId', teamId)).map((rate) => ({
    pencePerHour: rate.pencePerHour,
    from: rate.from,
    to: rate.to,
    matter: rate.matterId,
    client: rate.councilId,
    person: rate.personId,
    grade: rate.grade,
  }))
  const found = rateFor(rates, { date: workedOn, matter: matterId, client: councilId, person: personId, grade })
  return { grade, units, unitMinutes, pencePerHour: found.kind === 'rate' ? found.pencePerHour : null }
}
