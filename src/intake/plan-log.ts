// What bringing a log in would do, given what is on this device. Bringing it in twice adds nothing.
import { counted } from '../domain/format.ts'
import type { Incident } from '../domain/incident.ts'
import type { LogPlan, PlanChoices } from './incident-log.ts'
import { councilOf, type DocRules, docHash, makeDoc, type Remark, raisedAtOf } from './log-doc.ts'
import { eventAt, type FoldedIncident, makeRefusals } from './log-fold.ts'
import { type Digest, importedId } from './outage-ids.ts'

/** An incident on this device that came with an import. */
export interface HereIncident {
  readonly id: string
  readonly councilId: string
  /** `docHash`. */
  readonly hash: string
  /** Its import was undone. */
  readonly isDeleted: boolean
  /** Somebody has changed it here since. */
  readonly isWorkedOn: boolean
}

export interface HereLog {
  /** By `placeOf`. */
  readonly incidents: ReadonlyMap<string, readonly HereIncident[]>
  readonly matrices: DocRules['matrices']
  /** Imports that were undone. */
  readonly undoneIds: ReadonlySet<string>
}

export const placeOf = ({ source, sourceKey }: Pick<Incident, 'source' | 'sourceKey'>): string =>
  `${source}\n${sourceKey}`

export interface PlannedIncident {
  readonly incident: FoldedIncident
  readonly id: string
  readonly councilId: string
  /** It is here, or was. */
  readonly isChange: boolean
}

const elsewhere = 'It is here already, under another council: undo that import first.'
const noCouncil = 'No council is chosen for it.'
const mostListed = 1000
const mostSamples = 5
/** So many incidents between two chances to hear that it is to end. */
const stride = 500

export interface PlanParts {
  readonly digest: Digest
  readonly signal: AbortSignal
  /** Lets waiting messages in. */
  readonly pause: () => Promise<void>
}

type Fate = 'new' | 'broughtBack' | 'same' | 'changed' | 'changedHere'

export async function planLog(
  rules: DocRules,
  here: HereLog,
  { overwrite }: PlanChoices,
  { digest, signal, pause }: PlanParts,
): Promise<{ readonly plan: LogPlan; readonly planned: readonly PlannedIncident[] }> {
  const counts: Record<Fate, number> = { new: 0, broughtBack: 0, same: 0, changed: 0, changedHere: 0 }
  const refused = makeRefusals(rules.folded.refused)
  const changedHere: { id: string; number: string; title: string }[] = []
  const samples: Incident[] = []
  const planned: PlannedIncident[] = []
  const remarks = new Map<Remark, number>()
  for (const [index, incident] of rules.folded.incidents.entries()) {
    if (index % stride === 0) await pause()
    signal.throwIfAborted()
    const councilId = councilOf(incident, rules)
    const known = here.incidents.get(placeOf({ source: rules.source, sourceKey: incident.key })) ?? []
    const own = known.filter((each) => each.councilId === councilId).sort((a, b) => +a.isDeleted - +b.isDeleted)[0]
    if (councilId === null || (!own && known.some(({ isDeleted }) => !isDeleted))) {
      refused.add(incident.events[eventAt.line] ?? 0, councilId === null ? noCouncil : elsewhere)
      continue
    }
    const made = makeDoc(incident, councilId, rules)
    const id = own?.id ?? (await importedId(rules.source, `${councilId} ${incident.key}`, raisedAtOf(incident), digest))
    const fate = fateOf(made.doc, own, (mine) => overwrite === 'all' || overwrite.includes(mine))
    counts[fate] += 1
    for (const remark of made.remarks) remarks.set(remark, (remarks.get(remark) ?? 0) + 1)
    if (samples.length < mostSamples) samples.push(made.doc)
    if (fate === 'changedHere' && changedHere.length < mostListed)
      changedHere.push({ id, number: incident.number, title: made.doc.title })
    if (fate !== 'same' && fate !== 'changedHere') planned.push({ incident, id, councilId, isChange: fate !== 'new' })
  }
  const all = { ...counts, new: counts.new + counts.broughtBack, refused: refused.all().count }
  return { plan: { counts: all, changedHere, refused: refused.all(), samples, notes: notesOf(remarks) }, planned }
}

function fateOf(doc: Incident, own: HereIncident | undefined, isOverwritten: (id: string) => boolean): Fate {
  if (!own) return 'new'
  if (own.isDeleted) return 'broughtBack'
  if (docHash(doc) === own.hash) return 'same'
  return own.isWorkedOn && !isOverwritten(own.id) ? 'changedHere' : 'changed'
}

const remarkWords: Readonly<Record<Remark, string>> = {
  madeTitle: 'without a title: made of the category and what follows it',
  disordered: 'with times out of order: their rows stand in the order that the file numbers them',
  oddState: 'with a state that has no meaning here: kept as text, the state is that of its neighbours or of its times',
  noState: 'without a state: taken from the times',
  noResolvedTime: 'closed without a time of resolution: none is counted',
  resolvedBeforeRaised: 'resolved before being raised: kept as the file says',
  noPriority: 'without a priority: impact and urgency give it',
  shortened: 'too long to be kept whole: lines in the middle of the history, or ends of texts, are left out',
}

const notesOf = (remarks: ReadonlyMap<Remark, number>): string[] =>
  (Object.keys(remarkWords) as Remark[])
    .filter((remark) => remarks.has(remark))
    .map((remark) => `${counted(remarks.get(remark) ?? 0, 'incident')} ${remarkWords[remark]}.`)
