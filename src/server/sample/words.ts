// What the sample's outages are called, why they happened and what helped.
import type { Random } from './random.ts'

const causes = [
  'A disk of the storage array failed over slowly.',
  'A certificate had expired.',
  'The supplier changed a setting without telling us.',
  'A database filled its disk overnight.',
  'A network switch had to be restarted.',
  'An update was rolled back.',
  'A cable was cut by street works.',
  'The sign-in service refused new sessions.',
  'A memory leak in the application server.',
  'A scheduled job blocked the tables that people use.',
  'Power was lost in one cabinet.',
  'The cause was not found; a restart helped.',
] as const

const workarounds = [
  'Use the read-only copy.',
  'Work from paper forms and enter them later.',
  'Use mobile phones.',
  'Ask the contact centre to ring back.',
  'Use the web version.',
] as const

const notes = [
  'Supplier called, reference taken.',
  'Engineers are on site.',
  'Restart planned after the queue has drained.',
  'Two people confirm that it is back.',
  'Slow for people working from home only.',
] as const

export const causeOf = (random: Random): string => random.pick(causes)
export const workaroundOf = (random: Random): string => (random.is(0.4) ? random.pick(workarounds) : '')
export const noteOf = (random: Random): string => random.pick(notes)

/** Neither councils nor parties of these exist. */
const things = ['lease of the depot', 'sale of a garden strip', 'new leisure contract', 'taxi licence appeal'] as const
const places = ['Mill Lane', 'Station Road', 'The Maltings', 'Church End', 'Fen Drove', 'Market Hill'] as const
const works = [
  'planning enforcement',
  'highways agreement',
  'tenancy possession',
  'committee advice',
  'debt recovery',
  'tree order',
] as const
export const matterTitles: readonly string[] = [
  'Dispute between two partner authorities',
  ...places.flatMap((place) => [
    ...things.map((thing) => `${place}: ${thing}`),
    ...works.map((work) => `${place}: ${work}`),
  ]),
]

const surnames = ['Thornley', 'Ashdown', 'Keane', 'Varga', 'Whitlock', 'Sowerby', 'Quill', 'Marchetti'] as const
const trades = ['Homes Ltd', 'Estates LLP', 'Builders Ltd', 'Farms', 'Leisure plc'] as const
/** The other side of the i-th matter. */
export const partyOf = (i: number): string => `${surnames[i % surnames.length]} ${trades[i % trades.length]}`

const doings = [
  'Read the papers and noted the points to raise.',
  'Drafted the reply and sent it for comment.',
  'Telephone call with the client about timing.',
  'Searched the register and filed the result.',
  'Prepared the bundle for the hearing.',
  'Meeting with the department; agreed next steps.',
] as const
export const narrativeOf = (random: Random): string => random.pick(doings)
