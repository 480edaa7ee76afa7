// What a device that has nothing of a desk yet is shown first.
import type { Scope } from '../../domain/record.ts'
import type { Instant } from '../../domain/time.ts'
import type { StoredRow } from './port.ts'

export interface HotStatements {
  /**
   * Of a desk's scope, what is going on at `now`: open incidents with the newest lines of each, open outages with their
   * systems, stretches and story, and planned work that is still to come or under way. At most `limit` of each, those
   * that were changed last.
   */
  hotRows(scope: Scope, now: Instant, limit: number): Promise<StoredRow[]>
}
