// The records that figures are computed from: everything here, and nothing that is not.

import type { KindName } from '../domain/kind-names.ts'
import type { Recorded } from '../domain/kinds.ts'

/** Deleted records are not among them. */
export interface AvailabilityRecords {
  readonly partnership: Recorded<'partnership'> | undefined
  readonly councils: readonly Recorded<'council'>[]
  readonly divisions: readonly Recorded<'division'>[]
  readonly systems: readonly Recorded<'system'>[]
  readonly dependencies: readonly Recorded<'dependency'>[]
  readonly calendars: readonly Recorded<'calendar'>[]
  readonly holidays: readonly Recorded<'holiday'>[]
  readonly outages: readonly Recorded<'outage'>[]
  readonly affected: readonly Recorded<'affected'>[]
  readonly segments: readonly Recorded<'segment'>[]
  readonly reaches: readonly Recorded<'reach'>[]
  readonly maintenance: readonly Recorded<'maintenance'>[]
}

/** What impact and the legal practice's figures need beside it: rows that not everybody holds. */
export interface MetricsRecords extends AvailabilityRecords {
  readonly assumptions: readonly Recorded<'assumption'>[]
  readonly hourlyRates: readonly Recorded<'hourly_rate'>[]
  readonly teams: readonly Recorded<'team'>[]
  readonly teamMonths: readonly Recorded<'team_month'>[]
}

interface AllReads {
  all<K extends KindName>(kind: K): Promise<Recorded<K>[]>
}

export async function gatherRecords(reads: AllReads): Promise<MetricsRecords> {
  const [partnerships, councils, divisions, systems, dependencies, calendars] = await Promise.all([
    reads.all('partnership'),
    reads.all('council'),
    reads.all('division'),
    reads.all('system'),
    reads.all('dependency'),
    reads.all('calendar'),
  ])
  const [holidays, outages, affected, segments, reaches, maintenance] = await Promise.all([
    reads.all('holiday'),
    reads.all('outage'),
    reads.all('affected'),
    reads.all('segment'),
    reads.all('reach'),
    reads.all('maintenance'),
  ])
  const [assumptions, hourlyRates, teams, teamMonths] = await Promise.all([
    reads.all('assumption'),
    reads.all('hourly_rate'),
    reads.all('team'),
    reads.all('team_month'),
  ])
  const catalogue = { partnership: partnerships[0], councils, divisions, systems, dependencies, calendars, holidays }
  const facts = { assumptions, hourlyRates, teams, teamMonths }
  return { ...catalogue, outages, affected, segments, reaches, maintenance, ...facts }
}
