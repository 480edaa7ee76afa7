import type { Recorded } from '../../domain/kinds.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Catalogue } from '../../store/catalogue.ts'

/** What the page of facts has read; `councils` are those whose facts the person may read. */
export interface Facts {
  readonly names: Catalogue
  readonly councils: readonly Recorded<'council'>[]
  readonly assumptions: readonly Recorded<'assumption'>[]
  readonly rates: readonly Recorded<'hourly_rate'>[]
  readonly today: LocalDate
}
