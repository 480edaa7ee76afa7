// The names of all kinds of record, apart from their schemas: the first screen needs the one and not the other.
export const kindNames = [
  'partnership',
  'council',
  'division',
  'person',
  'calendar',
  'holiday',
  'system',
  'dependency',
  'outage',
  'affected',
  'segment',
  'reach',
  'event',
  'maintenance',
  'assumption',
  'hourly_rate',
  'team',
  'post',
  'absence',
  'charge_rate',
  'matter',
  'narrative',
  'timer',
  'entry',
  'outage_answer',
  'team_month',
  'council_month',
  'conflict',
] as const
export type KindName = (typeof kindNames)[number]

export const isKindName = (name: string): name is KindName => kindNames.some((known) => known === name)
