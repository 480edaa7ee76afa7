// What the screens of matters read. A matter that the person may not see is on no device of theirs, so it is in no list,
// count or search.
import type { Recorded } from '../../domain/kinds.ts'
import { catalogue } from '../../store/catalogue.ts'
import type { StoreReads } from '../../store/store.ts'
import type { MatterLine } from './matter-filter.ts'

export interface Matters {
  readonly lines: readonly MatterLine[]
  /** By name. */
  readonly councils: readonly Recorded<'council'>[]
}

export async function allMatters(reads: StoreReads): Promise<Matters> {
  const [matters, names, pending] = await Promise.all([reads.all('matter'), catalogue(reads), reads.pendingIds()])
  const lines = matters.map((matter) => ({
    matter,
    council: names.councils.get(matter.councilId)?.name ?? '',
    department: matter.divisionId === null ? '' : (names.divisions.get(matter.divisionId)?.name ?? ''),
    lead: matter.leadId === null ? '' : (names.people.get(matter.leadId)?.name ?? ''),
    isPending: pending.has(matter.id),
  }))
  return { lines, councils: [...names.councils.values()] }
}

/** What a matter's form offers. */
export interface MatterChoices {
  readonly teams: readonly Recorded<'team'>[]
  readonly councils: readonly Recorded<'council'>[]
  readonly divisions: readonly Recorded<'division'>[]
  readonly people: readonly Recorded<'person'>[]
  /** Where parties are searched for. */
  readonly matters: readonly Recorded<'matter'>[]
}

export async function matterChoices(reads: StoreReads): Promise<MatterChoices> {
  const [teams, names, matters] = await Promise.all([reads.all('team'), catalogue(reads), reads.all('matter')])
  return {
    teams: teams.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    councils: [...names.councils.values()],
    divisions: [...names.divisions.values()],
    people: [...names.people.values()],
    matters,
  }
}
