// Two councils that share a desk, systems and outages: what one of them may take along, and what not.
import type { KindName } from '../../src/domain/kind-names.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { idOf, incident } from './made-incidents.ts'

export const [ours, theirs] = [idOf(1), idOf(2)]
/** Stands in every text that must not leave. */
export const secret = 'Not for them'

type Records = { readonly [K in KindName]?: readonly Recorded<K>[] }

const [person1, person2, person3] = [idOf(101), idOf(102), idOf(103)]
const day = (n: number) => Date.UTC(2026, 2, n, 9)
const stated = { source: 'asked', asOf: '2026-01-01', byId: person1, setAt: day(1), note: '' } as const
const noFields = { before: {}, after: {} }
const outage = (n: number, title: string, councilIds: string[]): Recorded<'outage'> => ({
  ...{ id: idOf(n), title, councilIds, startAt: day(1), endAt: day(2), level: 'down', loss: 1 },
  ...{ cause: '', workaround: '', reportedAt: day(1), reportedById: person1, source: '', sourceKey: '' },
})
const system = (n: number, name: string): Recorded<'system'> => ({
  ...{ id: idOf(n), name, about: '', owner: 'ICT', retiredOn: null },
  agreements: [{ from: '2020-01-01', calendarId: idOf(20), targetPercent: 99.5, noticeMinutes: null }],
})
const calendar = (n: number, name: string): Recorded<'calendar'> => ({
  ...{ id: idOf(n), name, zone: 'Europe/London', isAlwaysOpen: false, observesHolidays: true },
  week: { 1: [['08:30', '17:00']] },
  closures: [{ from: '2026-12-24', through: '2026-12-31' }],
  shifts: { '2026-05-01': [] },
})
const assumption = (n: number, councilId: string): Recorded<'assumption'> => ({
  ...{ id: idOf(n), councilId, divisionId: idOf(10), topic: 'reliance', systemId: idOf(30) },
  ...{ from: '2026-01-01', share: 0.5, afterMinutes: 0, ...stated },
})
const rate = (n: number, councilId: string, pencePerHour: number): Recorded<'hourly_rate'> => ({
  ...{ id: idOf(n), councilId, divisionId: idOf(10), from: '2026-01-01', pencePerHour, working: null, ...stated },
})
const sums = (n: number, councilId: string): Recorded<'council_month'> => ({
  ...{ id: idOf(n), councilId, teamId: idOf(25), month: '2026-03' },
  cells: [
    {
      ...{ on: '2026-03-02', through: '2026-03-02', grades: ['B'], chargeableSeconds: 3600 },
      ...{ chargeableUnits: 10, otherSeconds: 0, valuePence: 12000, unpricedCount: 0 },
    },
  ],
})
const said = (n: number, incidentId: string, councilId: string, text: string) => ({
  ...{ id: idOf(n), incidentId, councilId, text, minutes: 5, at: day(3), byId: person2 },
})
const fileOf = (n: number, ofId: string, councilId: string, name: string): Recorded<'attachment'> => ({
  ...{
    id: idOf(n),
    ofKind: 'incident',
    ofId,
    councilId,
    teamId: null,
    wallId: null,
    name,
    type: 'image/jpeg',
    size: 3,
  },
  ...{ width: null, height: null, parts: ['a'.repeat(64)], addedById: person2, addedAt: day(3) },
})
const policy = { from: '2020-01-01', unitMinutes: 6, rounding: 'up', minimumUnits: 1 } as const
const person = (id: string, name: string): Recorded<'person'> => ({ id, name, team: 'Desk' })

export const twoCouncils = {
  partnership: [{ id: idOf(9), name: 'Three Rivers', isSample: false, sustainedMinutes: 3, noticeMinutes: 7200 }],
  council: [
    { id: ours, name: 'Ashby Council', shortName: 'Ashby' },
    { id: theirs, name: secret, shortName: secret },
  ],
  division: [
    {
      id: idOf(12),
      name: 'Legal',
      calendarId: idOf(23),
      headCounts: [{ from: '2020-01-01', people: { [theirs]: 7777 } }],
    },
    {
      ...{ id: idOf(10), name: 'Planning', calendarId: idOf(20) },
      headCounts: [
        { from: '2020-01-01', people: { [ours]: 12, [theirs]: 7777 } },
        { from: '2026-01-01', people: { [theirs]: 8888 } },
      ],
    },
    { id: idOf(11), name: secret, calendarId: idOf(21), headCounts: [{ from: '2020-01-01', people: { [theirs]: 3 } }] },
  ],
  person: [person(person1, 'Ann Able'), person(person2, 'Ben Best'), person(person3, secret)],
  calendar: [calendar(20, 'Office hours'), calendar(21, secret), calendar(23, 'Legal hours')],
  holiday: [{ id: idOf(22), on: '2026-12-25', name: 'Christmas Day', source: 'gov.uk' }],
  system: [system(30, 'E-mail'), system(31, 'Network')],
  dependency: [{ id: idOf(32), systemId: idOf(30), type: 'hard', needs: [idOf(31)], weight: 1, need: 1 }],
  outage: [
    outage(40, 'For all', []),
    outage(41, '', [ours, theirs]),
    outage(42, secret, [theirs]),
    outage(43, 'Moved', [theirs]),
  ],
  affected: [
    { id: idOf(44), outageId: idOf(41), systemId: idOf(31), mark: 'affected' },
    { id: idOf(45), outageId: idOf(42), systemId: idOf(30), mark: 'affected' },
  ],
  segment: [
    { id: idOf(46), outageId: idOf(43), fromAt: day(1), level: 'down', loss: 1, councilIds: [ours] },
    { id: idOf(47), outageId: idOf(43), fromAt: day(1) + 60_000, level: 'down', loss: 1, councilIds: [theirs] },
  ],
  reach: [
    {
      ...{ id: idOf(48), outageId: idOf(40), councilId: ours, workaround: '' },
      divisions: [{ divisionId: idOf(10), people: 4 }],
    },
    { ...{ id: idOf(49), outageId: idOf(40), councilId: theirs, workaround: secret }, divisions: [] },
  ],
  event: [
    {
      ...{ id: idOf(50), outageId: idOf(40), type: 'update', at: day(1), byId: person1, text: 'We know' },
      ...noFields,
    },
    { ...{ id: idOf(51), outageId: idOf(40), type: 'note', at: day(1), byId: person3, text: secret }, ...noFields },
    { ...{ id: idOf(52), outageId: idOf(42), type: 'update', at: day(1), byId: person3, text: secret }, ...noFields },
  ],
  maintenance: [
    {
      ...{ id: idOf(53), title: 'New switches', text: '', systemIds: [idOf(31)], source: '', sourceKey: '' },
      ...{ announcedAt: day(1), startAt: day(8), endAt: day(8) + 60_000, cancelledAt: null },
    },
  ],
  assumption: [assumption(54, ours), assumption(55, theirs)],
  hourly_rate: [rate(56, ours, 3050), rate(57, theirs, 777_700)],
  team: [{ id: idOf(25), name: 'Lawyers', divisionId: idOf(12), policies: [policy] }],
  council_month: [sums(58, ours), sums(59, theirs)],
  matter: [],
  incident: [
    incident(60, {
      raisedById: person1,
      ...{
        councilId: ours,
        systemId: idOf(30),
        divisionId: idOf(10),
        teamId: idOf(70),
        assigneeId: person2,
        importId: idOf(66),
      },
      history: [{ at: day(2), by: 'Resolver 4', state: 'resolved', priority: 2, text: 'closed by phone' }],
    }),
    incident(61, { raisedById: person3, councilId: theirs, title: secret, assigneeId: person3, teamId: idOf(71) }),
  ],
  incident_event: [
    {
      ...{ id: idOf(62), incidentId: idOf(60), councilId: ours, type: 'moved', at: day(3), byId: person2, text: '' },
      ...{ before: { state: 'new' }, after: { state: 'assigned' } },
    },
  ],
  comment: [said(63, idOf(60), ours, 'On our way'), said(64, idOf(61), theirs, secret)],
  work_note: [said(65, idOf(60), ours, secret)],
  attachment: [fileOf(90, idOf(60), ours, 'rack.jpg'), fileOf(91, idOf(61), theirs, secret)],
  desk_team: [
    { id: idOf(70), name: 'Networks', personIds: [person1] },
    { id: idOf(71), name: secret, personIds: [person3] },
  ],
  priority_matrix: [
    {
      ...{ id: idOf(72), from: '2026-01-01' },
      cells: {
        department: { critical: 1, high: 1, medium: 2, low: 4 },
        group: { critical: 1, high: 2, medium: 3, low: 4 },
        person: { critical: 2, high: 3, medium: 3, low: 4 },
      },
    },
  ],
  incident_template: [
    {
      ...{ id: idOf(73), name: 'New starter', type: 'request', title: 'New starter', text: '', systemId: null },
      ...{ category: 'Accounts', impact: 'person', urgency: 'low' },
    },
  ],
  saved_view: [{ id: idOf(74), ownerId: person1, name: secret, query: '' }],
} satisfies Records
