// The sample's legal practice: who earns fees, at what grade and for how much of a full-time post. People are invented.
import type { Grade } from '../../domain/legal-words.ts'

export interface SampleFeeEarner {
  readonly email: string
  readonly name: string
  readonly grade: Grade
  readonly fte: number
  /** Chargeable hours a year of a full-time post. */
  readonly annualHours: number
  /** Months into the history after which the terms below hold in place of those above. */
  readonly later?: { readonly afterMonths: number; readonly fte: number; readonly grade: Grade }
}

const earner = (
  name: string,
  grade: Grade,
  fte: number,
  annualHours: number,
  later?: SampleFeeEarner['later'],
): SampleFeeEarner => ({
  email: `${name.toLowerCase().replaceAll(' ', '.')}@sample.test`,
  ...{ name, grade, fte, annualHours },
  ...(later ? { later } : {}),
})

export const sampleFeeEarners: readonly SampleFeeEarner[] = [
  { email: 'practice@sample.test', name: 'Priya Raman', grade: 'A', fte: 1, annualHours: 700 },
  { email: 'legal@sample.test', name: 'Leila Okafor', grade: 'B', fte: 1, annualHours: 1200 },
  earner('Tom Ellery', 'A', 1, 1000),
  earner('Grace Mbeki', 'A', 0.8, 1200),
  earner('Owen Pritchard', 'B', 1, 1200),
  earner('Hannah Weiss', 'B', 1, 1200),
  earner('Yusuf Demir', 'B', 0.6, 1200, { afterMonths: 7, fte: 1, grade: 'B' }),
  earner('Carys Bevan', 'B', 1, 1200, { afterMonths: 9, fte: 0.6, grade: 'B' }),
  earner('Daniel Osei', 'C', 1, 1250),
  earner('Ruth Calder', 'C', 1, 1250),
  earner('Nadia Rahman', 'C', 0.8, 1250),
  earner('Simon Firth', 'C', 1, 1250),
  earner('Ellen Novak', 'C', 1, 1250),
  earner('Peter Aldous', 'C', 0.5, 1250),
  earner('Mei Tanaka', 'C', 1, 1250, { afterMonths: 12, fte: 1, grade: 'B' }),
  earner('Joe Marsh', 'D', 1, 1100),
  earner('Amina Diallo', 'D', 1, 1100),
  earner('Lucy Penrose', 'D', 1, 1100),
  earner('Kofi Annor', 'D', 0.8, 1100),
  earner('Beth Harding', 'D', 1, 1100),
]
