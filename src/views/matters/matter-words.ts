// Matters in words.
import type { Grade, MatterType } from '../../domain/legal-words.ts'
import type { Matter } from '../../domain/matter.ts'

export const matterTypeLabels: Readonly<Record<MatterType, string>> = {
  advice: 'Advice',
  property: 'Property',
  planning: 'Planning',
  contracts: 'Contracts',
  licensing: 'Licensing',
  prosecution: 'Prosecution',
  litigation: 'Litigation',
  committee: 'Committee',
}

/** Experience behind each grade, as the guideline rates have it. */
export const gradeDetails: Readonly<Record<Grade, string>> = {
  A: 'over 8 years',
  B: 'over 4 years',
  C: 'other solicitors',
  D: 'trainees, paralegals',
}
export const gradeOptions = (Object.keys(gradeDetails) as Grade[]).map((value) => ({
  value,
  label: `${value}: ${gradeDetails[value]}`,
}))

export const outcomeLabels: Readonly<Record<NonNullable<Matter['outcome']>, string>> = {
  won: 'Won',
  settled_in_favour: 'Settled in the client’s favour',
  settled: 'Settled otherwise',
  withdrawn: 'Withdrawn',
  lost: 'Lost',
  other: 'Other',
}

export const partyRoleLabels: Readonly<Record<Matter['parties'][number]['role'], string>> = {
  other_side: 'Other side',
  related: 'Related party',
}

/** The options of a Select, in the order of the labels. */
export const optionsOf = <V extends string>(labels: Readonly<Record<V, string>>) =>
  (Object.keys(labels) as V[]).map((value) => ({ value, label: labels[value] }))

export const possibleConflict = 'A possible conflict exists, ask the practice manager'
