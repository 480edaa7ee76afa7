// The desk's thread with as many incidents as a year of a log: reading them in, lists, searches and pages, beside a plain
// filter and sort of the same incidents. What the thread holds is in Node here; reading a real store is first-sync's.
import { answerTo, type DeskRecords } from '../../src/desk/answer-to.ts'
import { createIndex } from '../../src/desk/incident-index.ts'
import { readNames } from '../../src/desk/names.ts'
import type { DeskQuestion, DeskSort } from '../../src/desk/question.ts'
import { makeSummarise } from '../../src/desk/summary.ts'
import { foldedText } from '../../src/domain/folded-text.ts'
import { holdDesk } from '../desk/held-desk.ts'
import { type MadeIncident, madeIncident, madeIncidents, personIds, teamIds } from '../desk/made-incidents.ts'
import { tell, tellRatio, timesOf, yardstick } from './measure.ts'

const me = { personId: personIds[0] ?? '', teamIds: [teamIds[0] ?? ''] }
const sort: DeskSort = { by: 'raisedAt', isDescending: true }
const now = Date.parse('2026-06-01T09:00:00Z')
const list = (query: string, offset = 0): DeskQuestion => ({ type: 'list', query, sort, offset, limit: 180, me })

async function deskOf(incidents: readonly MadeIncident[]): Promise<DeskRecords> {
  const { reads } = holdDesk([]).source
  const names = await readNames(reads)
  const index = createIndex()
  const summarise = makeSummarise()
  index.rename(names)
  index.replace(incidents.map(summarise))
  return { index, names, reads }
}

/** What a page would do that held all of them itself. */
const plainly = (incidents: readonly MadeIncident[], isFound: (incident: MadeIncident) => boolean) => () =>
  incidents
    .filter(isFound)
    .sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? 1 : -1))
    .slice(0, 180)

async function benchOf(count: number, sortMs: number): Promise<void> {
  console.log(`  -- ${count.toLocaleString('en-GB')} incidents`)
  const incidents = madeIncidents(count)
  const desk = await deskOf(incidents)
  const asking = (question: DeskQuestion) => timesOf(() => answerTo({ ...question, now }, desk))
  const few = { count: 5, warmUp: 1 }
  const load = () => {
    const summarise = makeSummarise()
    const index = createIndex()
    index.rename(desk.names)
    index.replace(incidents.map(summarise))
    index.inOrder('raisedAt')
  }
  tellRatio('  of the sort of a million', tell('summaries, search texts and first order', timesOf(load, few)), sortMs)
  for (const [name, query, isFound] of [
    ['all, first page', '', () => true],
    ['state:open', 'state:open', ({ flags }: MadeIncident) => flags.isOpen],
    ['two words', 'printer lost', ({ title }: MadeIncident) => /printer/.test(title) && /lost/.test(title)],
    ['words, folded', 'PRÍNTER', ({ title }: MadeIncident) => foldedText(title).includes('printer')],
  ] as const)
    tellRatio(
      '  of a plain filter and sort',
      tell(`list: ${name}`, asking(list(query))),
      tell(`  plainly: ${name}`, timesOf(plainly(incidents, isFound), few)),
    )
  tell('list: the last page of all', asking(list('', count - 180)))
  const queries = [
    'assignee:me state:open',
    'team:mine state:open',
    'assignee:none state:open',
    'state:open',
    'team:"Group 7"',
  ]
  tell('counts of five searches', asking({ type: 'counts', queries, me }))
  for (const by of ['priority', 'stateAt'] as const) desk.index.inOrder(by)
  const summarise = makeSummarise()
  for (const size of [1, 500]) {
    let at = 0
    const change = () => {
      at += size
      const changed = Array.from({ length: size }, (_, i) => madeIncident((at + i) % count, { stateAt: now + at }))
      return desk.index.change(changed.map(summarise))
    }
    tell(`${size} changed, in three orders`, timesOf(change))
  }
}

export async function bench(): Promise<void> {
  const sortMs = yardstick()
  for (const count of [20_768, 100_000]) await benchOf(count, sortMs)
}
