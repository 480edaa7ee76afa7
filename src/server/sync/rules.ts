// Which mutations an op may name: the domain's, and a few of the server's own that no device can send.
import type { MutationRules } from '../../domain/mutations/all.ts'

export interface OpRules extends MutationRules {
  /** Written by the server itself: any scope, any author field, append-only rows may be deleted. */
  readonly isServersOwn?: boolean
}

/** Imports add what is not here yet; a record that is here already stays as it is. */
const addingOnly: ReadonlySet<string> = new Set(['import.outages', 'import.records', 'import.incidents'])
export const addsOnly = (rules: OpRules): boolean => addingOnly.has(rules.name)

/** An import that is taken back leaves what somebody has worked on, also where its author could not know of it yet. */
export const sparesWork = (rules: OpRules): boolean => rules.name === 'import.undo'

/** Of many, those that are no more are left out on the device too. */
const ofMany: ReadonlySet<string> = new Set(['incident.work_many', 'incident.undo', 'import.incident_changes'])
export const leavesGone = (rules: OpRules): boolean => ofMany.has(rules.name)

/** The name by which histories call a person follows the account. */
export const namePerson: OpRules = {
  name: 'account.name',
  roles: [],
  writes: { person: ['about', 'deleted'] },
  isServersOwn: true,
}

export const removeSample: OpRules = { name: 'sample.remove', roles: [], writes: 'any', isServersOwn: true }

/** Sums of recorded time, which no device may write. */
export const writeFigures: OpRules = {
  name: 'figures.write',
  roles: [],
  writes: { team_month: ['edge', 'sums', 'deleted'], council_month: ['edge', 'sums', 'deleted'] },
  isServersOwn: true,
}

/** Ops that delete many records with good reason: devices take in what they delete, however much it is. */
export const statedReasons: readonly string[] = ['import.undo', removeSample.name, writeFigures.name]
