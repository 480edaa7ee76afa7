// The sample's catalogue: partnership, councils, calendars, holidays, divisions, systems and what needs what.

import type { Holiday } from '../../domain/calendar-record.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { setAssumption } from '../../domain/mutations/keep-facts.ts'
import { type CouncilKey, type DivisionKey, sampleCouncils, sampleDivisions } from './partnership.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'
import { sampleSystems } from './systems.ts'

export interface SampleCatalogue {
  readonly councils: Readonly<Record<CouncilKey, string>>
  readonly divisions: Readonly<Record<DivisionKey, string>>
  readonly systems: ReadonlyMap<string, string>
}

const spans = (from: string, to: string, days: number) =>
  Object.fromEntries(Array.from({ length: days }, (_, i) => [String(i + 1), [[from, to] as [string, string]]]))

const calendars = {
  office: { name: 'Office hours', isAlwaysOpen: false, week: spans('08:30', '17:00', 5) },
  extended: {
    name: 'Extended hours',
    isAlwaysOpen: false,
    week: { ...spans('07:30', '20:00', 5), 6: [['09:00', '13:00']] },
  },
  always: { name: 'Round the clock', isAlwaysOpen: true, week: {} },
} as const

export interface CatalogueInput {
  /** An administrator who is a manager too. */
  readonly by: string
  /** When the sample's history begins, ms, and that day as a local date. */
  readonly at: number
  readonly from: string
  /** A later local date, when some head counts changed. */
  readonly changedFrom: string
  readonly holidays: readonly Holiday[]
}

export async function writeCatalogue(script: Script, random: Random, input: CatalogueInput): Promise<SampleCatalogue> {
  const { by, at } = input
  const save = async <K extends keyof typeof saves>(kind: K, doc: unknown): Promise<string> => {
    const id = script.newId(at)
    await script.run(by, at, saves[kind] as never, { id, doc } as never)
    return id
  }
  await save('partnership', { name: 'Three councils together', isSample: true, sustainedMinutes: 3, noticeMinutes: 0 })
  const councils = {} as Record<CouncilKey, string>
  for (const { key, name, shortName } of sampleCouncils) councils[key] = await save('council', { name, shortName })
  const hours = {} as Record<keyof typeof calendars, string>
  for (const key of Object.keys(calendars) as (keyof typeof calendars)[]) {
    const rest = { zone: 'Europe/London', observesHolidays: key !== 'always', closures: [], shifts: {} }
    hours[key] = await save('calendar', { ...calendars[key], ...rest })
  }
  for (const holiday of input.holidays) await save('holiday', holiday)
  const divisions = await writeDivisions(save, random, councils, hours.office, input)
  const systems = await writeSystems(save, hours, input.from)
  await writeNeeds(save, systems)
  const catalogue = { councils, divisions, systems }
  await writeUse(script, catalogue, input)
  return catalogue
}

type Save = (
  kind: 'partnership' | 'council' | 'calendar' | 'holiday' | 'division' | 'system' | 'dependency',
  doc: unknown,
) => Promise<string>

async function writeDivisions(
  save: Save,
  random: Random,
  councils: Readonly<Record<CouncilKey, string>>,
  calendarId: string,
  input: CatalogueInput,
): Promise<Record<DivisionKey, string>> {
  const ids = {} as Record<DivisionKey, string>
  for (const { key, name, people } of sampleDivisions) {
    const counts = (drift: () => number) =>
      Object.fromEntries(
        sampleCouncils.map((council, i) => [councils[council.key], Math.max(0, (people[i] ?? 0) + drift())]),
      )
    const headCounts = [
      { from: input.from, people: counts(() => 0) },
      { from: input.changedFrom, people: counts(() => random.between(-2, 3)) },
    ]
    ids[key] = await save('division', { name, calendarId, headCounts })
  }
  return ids
}

async function writeSystems(
  save: Save,
  hours: Readonly<Record<string, string>>,
  from: string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, name, about, owner, hours: when, target } of sampleSystems) {
    const agreement = { from, calendarId: hours[when], targetPercent: target, noticeMinutes: null }
    ids.set(key, await save('system', { name, about, owner, agreements: [agreement], retiredOn: null }))
  }
  return ids
}

async function writeNeeds(save: Save, systems: ReadonlyMap<string, string>): Promise<void> {
  for (const { key, needs } of sampleSystems) {
    const systemId = systems.get(key)
    for (const need of needs) {
      const [name = '', weight] = need.split('*')
      const members = name.split('|').map((member) => systems.get(member))
      const type = members.length > 1 ? 'any' : weight ? 'soft' : 'hard'
      await save('dependency', { systemId, type, needs: members, weight: weight ? Number(weight) : 1, need: 1 })
    }
  }
}

/** One answer for the three councils at once: they share the systems and the way of working. */
async function writeUse(
  script: Script,
  { councils, divisions, systems }: SampleCatalogue,
  { by, at, from }: CatalogueInput,
): Promise<void> {
  for (const { key, used } of sampleSystems) {
    for (const division of sampleDivisions) {
      const share = used[division.key] ?? used.all
      if (share === undefined) continue
      await script.run(by, at, setAssumption, {
        councilIds: Object.values(councils),
        divisionId: divisions[division.key],
        topic: 'reliance',
        systemId: systems.get(key) ?? null,
        from,
        share,
        afterMinutes: 0,
        source: used[division.key] === undefined ? 'assumed' : 'asked',
        asOf: from,
        note: '',
      })
    }
  }
}
