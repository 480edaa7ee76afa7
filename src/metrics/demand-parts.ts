// Incidents by what they share: an id of the catalogue, or only a name as a file gave it.
import { foldedText } from '../domain/folded-text.ts'
import type { DemandIncident } from './demand-figures.ts'

interface Part {
  readonly id: string | null
  /** Empty: nothing was recorded, or (with an id) the catalogue has it no more. */
  readonly name: string
  readonly members: DemandIncident[]
}

type IdField = 'systemId' | 'divisionId' | 'councilId'

/**
 * Names that differ in case, accents or blanks are one, called as most wrote it; a name that the catalogue has once is
 * that entry. The largest part comes first, what was not recorded last.
 */
export function partsBy(
  incidents: readonly DemandIncident[],
  idField: IdField | undefined,
  known: ReadonlyMap<string, { readonly name: string }>,
  nameOf: (incident: DemandIncident) => string = () => '',
): Part[] {
  const idOfName = idsByName(known)
  const keyOfName = new Map<string, string>()
  const groups = new Map<string, { readonly id: string | null; readonly members: DemandIncident[] }>()
  const keyOf = (incident: DemandIncident): string => {
    const id = idField ? incident[idField] : null
    if (id !== null) return idKey(id)
    const name = nameOf(incident)
    const seen = keyOfName.get(name)
    if (seen !== undefined) return seen
    const folded = foldName(name)
    const sameId = idOfName.get(folded)
    const key = sameId ? idKey(sameId) : `name ${folded}`
    keyOfName.set(name, key)
    return key
  }
  for (const incident of incidents) {
    const key = keyOf(incident)
    const group = groups.get(key)
    if (group) group.members.push(incident)
    else groups.set(key, { id: key.startsWith('id ') ? key.slice(3) : null, members: [incident] })
  }
  return [...groups.values()]
    .map(({ id, members }) => ({
      id,
      members,
      name: id === null ? usualName(members.map(nameOf)) : (known.get(id)?.name ?? ''),
    }))
    .sort(byRank)
}

const idKey = (id: string) => `id ${id}`

const foldName = (name: string): string => foldedText(name).trim().replace(/\s+/g, ' ')

function idsByName(known: ReadonlyMap<string, { readonly name: string }>): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>()
  for (const [id, { name }] of known) {
    const folded = foldName(name)
    // Two of one name: which is meant cannot be told.
    ids.set(folded, ids.has(folded) ? null : id)
  }
  return ids
}

function usualName(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name.trim(), (counts.get(name.trim()) ?? 0) + 1)
  let usual = ''
  let most = 0
  for (const [name, count] of counts)
    if (count > most || (count === most && name < usual)) [usual, most] = [name, count]
  return usual
}

const isRecorded = ({ id, name }: Part) => id !== null || name !== ''

function byRank(a: Part, b: Part): number {
  return (
    Number(isRecorded(b)) - Number(isRecorded(a)) ||
    b.members.length - a.members.length ||
    a.name.localeCompare(b.name, 'en-GB') ||
    ((a.id ?? '') < (b.id ?? '') ? -1 : 1)
  )
}
