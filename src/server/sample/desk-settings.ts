// The sample's desk before its first call: teams, priorities, templates and saved views.
import { defaultCells } from '../../domain/incident-words.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import type { SampleCatalogue } from './catalogue.ts'
import type { SamplePerson } from './partnership.ts'
import type { Script } from './script.ts'
import { sampleSystems } from './systems.ts'

const analyst = (name: string, team: string): SamplePerson => ({
  email: `${name.toLowerCase().replaceAll(' ', '.')}@sample.test`,
  name,
  team,
  roles: [{ role: 'ict' }],
})

/** Who works at the desk beside ict@sample.test. */
export const sampleAnalysts: readonly SamplePerson[] = [
  analyst('Dora Kemp', 'Service desk'),
  analyst('Hugo Lind', 'Applications'),
  analyst('Isla Brandt', 'Applications'),
  analyst('Nikhil Rao', 'Infrastructure'),
]

/** By name: which owners of systems they answer for, and who is in them, by place (0: ict@sample.test, then analysts). */
const teams = [
  { name: 'Service desk', owners: ['Workplace'], members: [0, 1] },
  { name: 'Applications', owners: ['Applications', 'Supplier hosted', 'Digital'], members: [2, 3] },
  { name: 'Infrastructure and networks', owners: ['Infrastructure', 'Identity', 'Networks'], members: [4, 0] },
] as const

export interface SampleTeam {
  readonly id: string
  readonly personIds: readonly string[]
}

export interface SampleDesk {
  /** By key of a system; of anything else the first. */
  teamOf(system: string): SampleTeam
}

const templates = [
  {
    ...{ name: 'New starter', type: 'request', impact: 'person', urgency: 'medium', system: 'signin' },
    ...{ title: 'New starter: account and equipment', category: 'Starter or leaver' },
    text: 'Name:\nStarts on:\nDivision and manager:\nSystems needed:',
  },
  {
    ...{ name: 'Leaver', type: 'request', impact: 'person', urgency: 'low', system: 'signin' },
    ...{ title: 'Leaver: account to close', category: 'Starter or leaver' },
    text: 'Name:\nLast day:\nWho takes over the mailbox:',
  },
  {
    ...{ name: 'Locked account', type: 'incident', impact: 'person', urgency: 'high', system: 'signin' },
    ...{ title: 'Account locked', category: 'Account locked', text: '' },
  },
  {
    ...{ name: 'Printer', type: 'incident', impact: 'person', urgency: 'low', system: 'print' },
    ...{ title: 'Printer', category: 'Hardware', text: 'Floor and room:\nNumber on the label:' },
  },
] as const

const views = [
  { name: 'Urgent and nobody’s', query: 'state:backlog assignee:none priority:1' },
  { name: 'Waiting for the requester', query: 'state:waiting-requester' },
  { name: 'Legal case system', query: 'state:open system:"Legal case system"' },
] as const

export interface DeskInput {
  /** When the history begins, ms, and that day as a local date. */
  readonly at: number
  readonly from: string
  /** ict@sample.test and then the analysts. */
  readonly analysts: readonly string[]
}

export async function writeDeskSettings(
  script: Script,
  catalogue: SampleCatalogue,
  { at, from, analysts }: DeskInput,
): Promise<SampleDesk> {
  const by = analysts[0] ?? ''
  const newId = () => script.newId(at)
  await script.run(by, at, saves.priority_matrix, { id: newId(), doc: { from, cells: defaultCells } })
  const made: SampleTeam[] = []
  for (const { name, members } of teams) {
    const team = { id: newId(), personIds: members.map((place) => analysts[place] ?? by) }
    await script.run(by, at, saves.desk_team, { id: team.id, doc: { name, personIds: [...team.personIds] } })
    made.push(team)
  }
  for (const { system, ...template } of templates) {
    const doc = { ...template, systemId: catalogue.systems.get(system) ?? null }
    await script.run(by, at, saves.incident_template, { id: newId(), doc })
  }
  for (const view of views) await script.run(by, at, saves.saved_view, { id: newId(), doc: { ownerId: null, ...view } })

  const ownerOf = new Map(sampleSystems.map(({ key, owner }) => [key, owner]))
  const none: SampleTeam = { id: '', personIds: [] }
  return {
    teamOf: (system) => {
      const owner = ownerOf.get(system)
      const place = teams.findIndex(({ owners }) => owners.some((each) => each === owner))
      return made[Math.max(place, 0)] ?? none
    },
  }
}
