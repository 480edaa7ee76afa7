import { describe, expect, test } from 'vitest'
import type { Desk } from '../../src/desk/ask.ts'
import type { DeskSort } from '../../src/desk/question.ts'
import { foldedText } from '../../src/domain/folded-text.ts'
import { incidentReference } from '../../src/domain/incident-words.ts'
import { clock } from '../store/trial-store.ts'
import { holdDesk } from './held-desk.ts'
import {
  councilIds,
  type MadeIncident,
  madeIncident,
  madeIncidents,
  personIds,
  systemIds,
  teamIds,
} from './made-incidents.ts'
import { list, newestFirst, openDesk } from './trial-desk.ts'

const incidents = madeIncidents(2000)
const me = { personId: personIds[4] ?? '', teamIds: [teamIds[2] ?? ''] }
const nameOf = (ids: readonly string[], word: string, id: string | null) =>
  id === null ? undefined : `${word} ${ids.indexOf(id)}`
const textOf = (incident: MadeIncident) =>
  foldedText(
    [
      incidentReference(incident),
      incident.title,
      nameOf(systemIds, 'System', incident.systemId) ?? incident.systemName,
      nameOf(personIds, 'Person', incident.requesterId) ?? incident.requesterName,
      incident.category,
    ].join('\n'),
  )
const has = (incident: MadeIncident, ...words: readonly string[]) =>
  words.every((word) => textOf(incident).includes(word))
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id)

const compare: Readonly<Record<DeskSort['by'], (incident: MadeIncident) => readonly number[]>> = {
  raisedAt: ({ raisedAt }) => [raisedAt],
  priority: ({ priority, raisedAt }) => [priority, raisedAt],
  stateAt: ({ stateAt }) => [stateAt],
}
function plainly(isFound: (incident: MadeIncident) => boolean, { by, isDescending }: DeskSort): string[] {
  const keys = compare[by]
  const sorted = incidents.filter(isFound).sort((a, b) => {
    const [left, right] = [keys(a), keys(b)]
    const at = left.findIndex((value, i) => value !== right[i])
    return at < 0 ? (a.id < b.id ? -1 : 1) : (left[at] ?? 0) - (right[at] ?? 0)
  })
  return idsOf(isDescending ? sorted.reverse() : sorted)
}

const sorts: readonly DeskSort[] = (['raisedAt', 'priority', 'stateAt'] as const).flatMap((by) => [
  { by, isDescending: true },
  { by, isDescending: false },
])
const searches: Readonly<Record<string, (incident: MadeIncident) => boolean>> = {
  '': () => true,
  'state:open': ({ flags }) => flags.isOpen,
  'printer Cafe': (incident) => has(incident, 'printer', 'cafe'),
  'system:"System 7" state:open': ({ systemId, flags }) => systemId === systemIds[7] && flags.isOpen,
  'person 1': (incident) => has(incident, 'person', '1'),
  'assignee:me': ({ assigneeId }) => assigneeId === me.personId,
  'team:mine priority:1 priority:2': ({ teamId, priority }) => teamId === me.teamIds[0] && priority <= 2,
  'assignee:none': ({ assigneeId, assigneeName }) => assigneeId === null && assigneeName === '',
  'team:"Group 7" council:C1': ({ teamName, councilId }) => teamName === 'Group 7' && councilId === councilIds[1],
  'cause:"category 4" after:2026-02-01 before:2026-03-01': ({ category, raisedAt }) =>
    category === 'Category 4' && raisedAt >= Date.parse('2026-02-01') && raisedAt < Date.parse('2026-03-01'),
}

describe('a list', () => {
  test.each(Object.entries(searches))(
    '“%s” is what a plain filter and sort finds, in every order',
    async (query, isFound) => {
      const desk = openDesk(holdDesk(incidents).source)
      for (const sort of sorts) {
        const { rows, total } = await desk.ask({ type: 'list', query, sort, offset: 0, limit: 5000, me })
        expect(idsOf(rows)).toEqual(plainly(isFound, sort))
        expect(total).toBe(rows.length)
        expect(total).toBeGreaterThan(0)
      }
    },
  )

  test('comes page by page, with nothing left out or told twice, and counts all', async () => {
    const desk = openDesk(holdDesk(incidents).source)
    const pages: string[] = []
    for (let offset = 0; offset < 520; offset += 40) {
      const page = await desk.ask({ type: 'list', query: 'state:open', sort: newestFirst, offset, limit: 40, me })
      pages.push(...idsOf(page.rows))
      expect(page.total).toBe(incidents.filter(({ flags }) => flags.isOpen).length)
    }
    expect(pages).toEqual(plainly(({ flags }) => flags.isOpen, newestFirst).slice(0, 520))
  })

  test('names what the catalogue knows, and else what the file said', async () => {
    const some = [
      madeIncident(1, { systemId: systemIds[3] ?? '', systemName: '', assigneeId: null, assigneeName: 'Resolver 9' }),
      madeIncident(2, { systemId: null, systemName: 'Item 4', assigneeId: personIds[5] ?? '', assigneeName: '' }),
    ]
    const { rows } = await list(openDesk(holdDesk(some).source), '', { by: 'raisedAt', isDescending: false })
    expect(rows.map(({ systemName, assigneeName }) => [systemName, assigneeName]).sort()).toEqual([
      ['Item 4', 'Person 5'],
      ['System 3', 'Resolver 9'],
    ])
  })

  test('says what of the search could not be understood', async () => {
    const { problems, total } = await list(openDesk(holdDesk(incidents).source), 'state:opne')
    expect([problems.length, total]).toEqual([1, 0])
  })
})

test('counts and ids are those of the lists', async () => {
  const desk = openDesk(holdDesk(incidents).source)
  const queries = Object.keys(searches)
  const { counts } = await desk.ask({ type: 'counts', queries, me })
  expect(counts).toEqual(Object.values(searches).map((isFound) => incidents.filter(isFound).length))
  const { ids } = await desk.ask({ type: 'ids', query: 'state:open', me })
  expect(ids).toEqual(plainly(({ flags }) => flags.isOpen, newestFirst))
})

test('demand is counted from what the lists hold', async () => {
  const desk = openDesk(holdDesk(incidents).source)
  const report = await desk.ask({ type: 'demand', period: { from: '2026-01-01', to: '2026-05-01' }, councilIds })
  expect(report.total.raised).toBe(incidents.length)
  expect(report.total.open).toBe(incidents.filter(({ flags }) => flags.isOpen).length)
})

test('an export holds what the search finds, in full', async () => {
  const desk = openDesk(holdDesk(incidents).source)
  const { bytes, count } = await desk.ask({ type: 'export', query: 'team:"Group 7"', format: 'json', me })
  expect(count).toBe(incidents.filter(({ teamName }) => teamName === 'Group 7').length)
  expect(new TextDecoder().decode(bytes)).toContain('Told on the telephone')
})

describe('what may be the same', () => {
  const hourMs = 3_600_000
  const [mail = '', network = '', other = ''] = systemIds
  const [council = '', elsewhere = ''] = councilIds
  const systems = [mail, network, other].map((id, i) => ({ id, name: ['E-mail', 'Network', 'Other'][i] ?? '' }))
  const outage = (id: string, startAt: number, endAt: number | null, patch = {}) => ({
    id,
    title: id,
    startAt,
    endAt,
    councilIds: [],
    ...patch,
  })
  const hits = (outageId: string, systemId: string) => ({
    id: `${outageId}${systemId}`,
    outageId,
    systemId,
    mark: 'affected',
  })
  const near = (
    more: { readonly outage: object[]; readonly affected: object[]; readonly dependency?: object[] },
    some: readonly MadeIncident[] = [],
  ): Desk => openDesk(holdDesk(some, { system: systems, dependency: [], ...more } as never).source)
  const open = {
    state: 'new',
    flags: { pausesClock: false, isOpen: true, countsAsBacklog: true },
    councilId: council,
    systemId: mail,
  } as const

  test('are open incidents of the council and system, those with the title’s words first', async () => {
    const some = [
      madeIncident(1, { ...open, title: 'E-mail is slow', raisedAt: clock.now - 3 }),
      madeIncident(2, { ...open, title: 'Cannot send', raisedAt: clock.now - 2 }),
      madeIncident(3, { ...open, councilId: elsewhere }),
      madeIncident(4, { ...open, systemId: other }),
      madeIncident(5, { ...open, flags: { ...open.flags, isOpen: false }, state: 'closed' }),
    ]
    const desk = near({ outage: [], affected: [] }, some)
    const bySystem = await desk.ask({ type: 'similar', councilId: council, systemId: mail, title: 'Everything slow' })
    expect(idsOf(bySystem.incidents)).toEqual([madeIncident(1).id, madeIncident(2).id])
    const byTitle = await desk.ask({ type: 'similar', councilId: council, systemId: null, title: 'My E-Mail again' })
    expect(idsOf(byTitle.incidents)).toEqual([madeIncident(1).id, madeIncident(2).id])
    const byWords = await desk.ask({ type: 'similar', councilId: council, systemId: null, title: 'cannot send it' })
    expect(idsOf(byWords.incidents)).toEqual([madeIncident(2).id])
    const nothing = await desk.ask({ type: 'similar', councilId: council, systemId: null, title: 'a new one' })
    expect(nothing).toEqual({ incidents: [], outages: [] })
  })

  test('are open outages of the system, or of what it cannot work without, that reach the council', async () => {
    const since = clock.now - hourMs
    const desk = near({
      outage: [
        outage('of mail', since, null),
        outage('of network', since + 1, null),
        outage('ended', since, clock.now - 1),
        outage('elsewhere', since, null, { councilIds: [elsewhere] }),
        outage('of other', since, null),
      ],
      affected: [
        hits('of mail', mail),
        hits('of network', network),
        hits('ended', mail),
        hits('elsewhere', mail),
        hits('of other', other),
      ],
      dependency: [{ id: 'd', systemId: mail, type: 'hard', needs: [network], weight: 1, need: 1 }],
    })
    const { outages } = await desk.ask({ type: 'similar', councilId: council, systemId: mail, title: '' })
    expect(idsOf(outages)).toEqual(['of network', 'of mail'])
    expect(outages[1]).toEqual({ id: 'of mail', title: 'of mail', systemIds: [mail], startAt: since, endAt: null })
  })

  test('outages that one may be because of are those around its time, the nearest first', async () => {
    const at = clock.now
    const desk = near({
      outage: [
        outage('over since yesterday', at - 30 * hourMs, at - 20 * hourMs),
        outage('under way', at - hourMs, at + hourMs),
        outage('just after', at + hourMs / 2, null),
        outage('long over', at - 60 * hourMs, at - 25 * hourMs),
        outage('much later', at + 2 * hourMs, null),
      ],
      affected: ['over since yesterday', 'under way', 'just after', 'long over', 'much later'].map((id) =>
        hits(id, mail),
      ),
    })
    const { outages } = await desk.ask({ type: 'outages_for', systemId: mail, councilId: council, at })
    expect(idsOf(outages)).toEqual(['under way', 'just after', 'over since yesterday'])
  })
})
