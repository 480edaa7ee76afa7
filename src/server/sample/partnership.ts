// Who and what is in the sample: the kinds of things that such a partnership has. People and numbers are invented.
import type { Role } from '../../domain/access.ts'

export const sampleCouncils = [
  { key: 'cambridge', name: 'Cambridge City Council', shortName: 'Cambridge' },
  { key: 'hunts', name: 'Huntingdonshire District Council', shortName: 'Huntingdonshire' },
  { key: 'scambs', name: 'South Cambridgeshire District Council', shortName: 'South Cambs' },
] as const
export type CouncilKey = (typeof sampleCouncils)[number]['key']

/** People by council, in the order above, eighteen months ago; they drift a little since. */
export const sampleDivisions = [
  { key: 'legal', name: 'Legal practice', people: [9, 6, 5] },
  { key: 'ict', name: 'ICT service', people: [22, 19, 14] },
  { key: 'planning', name: 'Planning', people: [46, 31, 52] },
  { key: 'revenues', name: 'Revenues and benefits', people: [38, 34, 30] },
  { key: 'housing', name: 'Housing', people: [64, 28, 41] },
  { key: 'environment', name: 'Environmental health', people: [21, 18, 17] },
  { key: 'waste', name: 'Waste and streets', people: [88, 61, 57] },
  { key: 'contact', name: 'Contact centre', people: [31, 26, 19] },
  { key: 'finance', name: 'Finance and procurement', people: [24, 20, 18] },
  { key: 'hr', name: 'People and payroll', people: [12, 10, 9] },
  { key: 'democratic', name: 'Democratic services and elections', people: [11, 9, 8] },
  { key: 'leisure', name: 'Communities and leisure', people: [33, 42, 16] },
] as const
export type DivisionKey = (typeof sampleDivisions)[number]['key']

export interface SamplePerson {
  readonly email: string
  readonly name: string
  readonly team: string
  readonly roles: readonly { readonly role: Role; readonly on?: CouncilKey }[]
}

/** In the order in which main.ts takes them; the legal practice is in fee-earners.ts, the desk in desk-settings.ts. */
export const samplePeople: readonly SamplePerson[] = [
  {
    email: 'admin@sample.test',
    name: 'Asha Patel',
    team: 'ICT service',
    roles: [{ role: 'admin' }, { role: 'ict' }, { role: 'manager' }],
  },
  { email: 'ict@sample.test', name: 'Ben Carter', team: 'Service desk', roles: [{ role: 'ict' }] },
  { email: 'manager@sample.test', name: 'Mair Hughes', team: 'Head of ICT', roles: [{ role: 'manager' }] },
  {
    email: 'client@sample.test',
    name: 'Colin Reeve',
    team: 'Intelligent client',
    roles: [{ role: 'client_officer', on: 'hunts' }],
  },
  { email: 'staff@sample.test', name: 'Sam Young', team: 'Housing', roles: [{ role: 'staff' }] },
]
