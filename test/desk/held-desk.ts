// The desk's thread over records in memory, with a hand on what it is told and an eye on what it reads.
import type { Changed, DeskSource } from '../../src/desk/follow-desk.ts'
import type { KindName } from '../../src/domain/kind-names.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { councilIds, type MadeIncident, personIds, systemIds, teamIds } from './made-incidents.ts'

type Rows = { [K in KindName]?: Recorded<K>[] }

const named = (ids: readonly string[], name: string) => ids.map((id, i) => ({ id, name: `${name} ${i}` }))
/** Only what the desk looks at of each. */
const catalogue = {
  council: councilIds.map((id, i) => ({ id, name: `Council ${i}`, shortName: `C${i}` })),
  system: named(systemIds, 'System'),
  person: named(personIds, 'Person'),
  desk_team: named(teamIds, 'Team'),
} as Rows

export interface HeldDesk {
  readonly source: DeskSource
  /** Writes them and tells of it; undefined takes one away. */
  readonly put: (...changes: readonly (readonly [id: string, incident: MadeIncident | undefined])[]) => void
  readonly tell: (kind: KindName, changed: Changed) => void
  readonly rows: Rows
  /** How many incidents were read so far, and how often all. */
  readonly read: { incidents: number; all: number }
}

export function holdDesk(incidents: readonly MadeIncident[], more: Rows = {}): HeldDesk {
  const rows: Rows = { ...catalogue, ...more }
  const held = new Map(incidents.map((incident) => [incident.id, incident]))
  const read = { incidents: 0, all: 0 }
  let onChange: (changes: ReadonlyMap<KindName, Changed>) => void = () => {}
  const tell = (kind: KindName, changed: Changed) => onChange(new Map([[kind, changed]]))
  const source: DeskSource = {
    reads: {
      all: async (kind) => structuredClone(rows[kind] ?? []) as never,
      many: async (kind, ids) => {
        if (kind !== 'incident') throw new Error('only incidents are read by id')
        const found = ids.flatMap((id) => held.get(id) ?? [])
        read.incidents += found.length
        return structuredClone(found) as never
      },
      pendingIds: async () => new Set(),
    },
    eachPart: async (take) => {
      read.all += 1
      read.incidents += held.size
      take(structuredClone([...held.values()]))
    },
    follow: (_kinds, listener) => {
      onChange = listener
      return () => {
        onChange = () => {}
      }
    },
  }
  const put: HeldDesk['put'] = (...changes) => {
    for (const [id, incident] of changes) {
      if (incident) held.set(id, incident)
      else held.delete(id)
    }
    tell('incident', new Set(changes.map(([id]) => id)))
  }
  return { source, put, tell, rows, read }
}
