/** Every kind that calc answers, by the name in the case. */
import type { Kind } from './kind.ts'
import { availabilityIntervalsKind, availabilityKind, minutesKind } from './kinds/availability.ts'
import { calendarValidationKind } from './kinds/calendar-validation.ts'
import { demandKind } from './kinds/demand.ts'
import { graphKind, impactPropagationKind } from './kinds/dependencies.ts'
import { disproportionKind, hourlyCostKind } from './kinds/division-cost.ts'
import { durationParseKind } from './kinds/durations.ts'
import { impactKind } from './kinds/impact.ts'
import { intervalOverlapKind, intervalSubtractKind, intervalUnionKind } from './kinds/intervals.ts'
import { attainmentKind, legalModelKind } from './kinds/legal-model.ts'
import { legalObservedKind } from './kinds/observed-loss.ts'
import { rateLookupKind } from './kinds/rates.ts'
import { shareKind } from './kinds/share.ts'
import { targetProrataKind, utilisationKind } from './kinds/targets.ts'
import { timerMergeKind } from './kinds/timers.ts'
import { unitsKind } from './kinds/units.ts'
import { usersKind } from './kinds/users.ts'
import {
  businessTimeBetweenKind,
  isWorkingInstantKind,
  localToUtcKind,
  workingPeriodsKind,
} from './kinds/working-time.ts'

export const kinds: ReadonlyMap<string, Kind> = new Map([
  ['minutes', minutesKind],
  ['availability', availabilityKind],
  ['availability_intervals', availabilityIntervalsKind],
  ['users', usersKind],
  ['graph', graphKind],
  ['impact_propagation', impactPropagationKind],
  ['business_time_between', businessTimeBetweenKind],
  ['is_working_instant', isWorkingInstantKind],
  ['working_periods', workingPeriodsKind],
  ['local_to_utc', localToUtcKind],
  ['calendar_validation', calendarValidationKind],
  ['interval_subtract', intervalSubtractKind],
  ['interval_union', intervalUnionKind],
  ['interval_overlap', intervalOverlapKind],
  ['units', unitsKind],
  ['duration_parse', durationParseKind],
  ['rate_lookup', rateLookupKind],
  ['target_prorata', targetProrataKind],
  ['utilisation', utilisationKind],
  ['timer_merge', timerMergeKind],
  ['legal_observed', legalObservedKind],
  ['share', shareKind],
  ['impact', impactKind],
  ['hourly_cost', hourlyCostKind],
  ['disproportion', disproportionKind],
  ['legal_model', legalModelKind],
  ['attainment', attainmentKind],
  ['demand', demandKind],
])
