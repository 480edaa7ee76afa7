// When the sample's people work and notice things. On the clocks of UTC: to the hour is near enough.
import type { Random } from './random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Mostly in working hours of a working day: people notice then, and changes are made then. */
export function workingMoment(random: Random, from: number, to: number): number {
  for (;;) {
    const at = Math.floor((from + random.next() * (to - from)) / MINUTE) * MINUTE
    const hour = new Date(at).getUTCHours()
    const day = new Date(at).getUTCDay()
    const isWorking = hour >= 7 && hour < 18 && day >= 1 && day <= 5
    // Bounded in practice: a third of all moments is working time, and one in eight others is taken.
    if (isWorking || random.is(0.12)) return at
  }
}

/** At once by day; else on the next working morning. */
export function inWorkingHours(at: number): number {
  const [day, hour] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()]
  if (day >= 1 && day <= 5 && hour >= 7 && hour < 18) return at
  const days = day === 6 ? 2 : day === 0 ? 1 : hour < 7 ? 0 : day === 5 ? 3 : 1
  return Math.floor(at / DAY) * DAY + days * DAY + 8 * HOUR + (at % (50 * MINUTE))
}
