// The fixed lists of legal work, apart from their schemas: pages that only show them do without those.

/** A over 8 years, B over 4, C other solicitors and equivalents, D trainees and paralegals (gov.uk guideline rates). */
export const grades = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof grades)[number]

export const matterTypes = [
  'advice',
  'property',
  'planning',
  'contracts',
  'licensing',
  'prosecution',
  'litigation',
  'committee',
] as const
export type MatterType = (typeof matterTypes)[number]

/** A list and no free text: an entry is read by more people than its narrative. */
export const activities = [
  'advice',
  'drafting',
  'research',
  'correspondence',
  'meeting',
  'hearing',
  'travel',
  'administration',
  'training',
  'other',
] as const
export type Activity = (typeof activities)[number]

export const chargeabilities = ['chargeable', 'non_chargeable', 'no_charge'] as const
export type Chargeability = (typeof chargeabilities)[number]
