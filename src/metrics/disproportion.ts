/** Is one division hit harder than its size (domain maths 2.8)? */

export interface DivisionLoss {
  /** People of the division, 0 or more. */
  readonly users: number
  /** Lost time of its people, 0 or more, in any one unit. */
  readonly lost: number
}

export interface Disproportion {
  /** Share of the time lost over share of the people: 1 is as its size; null when nothing was lost or nobody is there. */
  readonly ratio: number | null
  /** In the unit given; null without people. */
  readonly lostPerPerson: number | null
}

/** One entry for each division, in order. */
export function disproportion(divisions: readonly DivisionLoss[]): Disproportion[] {
  const allUsers = divisions.reduce((sum, { users }) => sum + users, 0)
  const allLost = divisions.reduce((sum, { lost }) => sum + lost, 0)
  return divisions.map(({ users, lost }) => ({
    ratio: users > 0 && allLost > 0 ? lost / allLost / (users / allUsers) : null,
    lostPerPerson: users > 0 ? lost / users : null,
  }))
}
