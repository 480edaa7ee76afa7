import { describe, expect, test } from 'vitest'
import { namedBy, type Searched, searchFor, searchText } from '../../src/domain/incident-match.ts'
import { parseQuery, queryKeys, quotedValue } from '../../src/domain/incident-query.ts'
import { stateFlags } from '../../src/domain/incident-words.ts'

const at = (iso: string) => Date.parse(iso)

interface Made extends Partial<Searched> {
  readonly title?: string
}

/** An incident with the flags of its state and a text of its reference, title, names and category. */
function made({ title = 'Printer jams', ...patch }: Made = {}): Searched {
  const incident = {
    councilId: 'c1',
    state: 'new',
    escalationLevel: null,
    systemId: 's1',
    systemName: '',
    divisionId: null,
    category: '',
    assigneeId: null,
    assigneeName: '',
    teamId: null,
    teamName: '',
    requesterId: null,
    requesterName: 'Zoë Ryan',
    priority: 3,
    raisedAt: at('2026-03-02T09:00:00Z'),
    importId: null,
    ...patch,
  } as const
  const text = searchText(['INC-7F3K2Q', title, incident.systemName, incident.requesterName, incident.category])
  return { text, flags: stateFlags[incident.state], ...incident }
}

const directory = {
  council: [
    namedBy('c1', 'Ashdown Borough Council', 'Ashdown'),
    namedBy('c2', 'North Weald District Council', 'North'),
  ],
  system: [
    namedBy('s1', 'Mail'),
    namedBy('s2', 'Mail archive'),
    namedBy('Group 2', 'Group 2'),
    namedBy('Group 24', 'Group 24'),
  ],
  division: [namedBy('d1', 'Housing')],
  cause: [namedBy('Paper', 'Paper')],
  assignee: [namedBy('p1', 'Ann Lee'), namedBy('p2', 'Leo Marsh')],
  team: [namedBy('t1', 'Desk'), namedBy('t2', 'Network')],
  requester: [namedBy('p1', 'Ann Lee'), namedBy('Zoë Ryan', 'Zoë Ryan')],
  import: [namedBy('i1', 'log 2026.csv')],
}
const me = { personId: 'p1', teamIds: ['t1'] }
const search = (query: string) => searchFor(query, directory, me)
const finds = (query: string, incident: Searched = made()) => search(query).matches(incident)
const problems = (query: string) => search(query).problems

describe('words', () => {
  test('must all be somewhere in reference, title, requester, system or category, whatever their case and accents', () => {
    expect(finds('')).toBe(true)
    expect(finds('PRINT zoe 7f3k')).toBe(true)
    expect(finds('zoë')).toBe(true)
    expect(finds('print mars')).toBe(false)
    expect(finds('paper', made({ category: 'Páper' }))).toBe(true)
    expect(finds('dropbox', made({ systemName: 'Dropbox' }))).toBe(true)
  })

  test('in quotes are looked for together, over however many blanks, and never from one part into the next', () => {
    expect(finds('"printer  jams"')).toBe(true)
    expect(finds('"jams printer"')).toBe(false)
    expect(finds('"jams zoe"')).toBe(false)
    expect(finds('"printer  ja')).toBe(true)
  })

  test('with a colon that is no key are looked for as they stand, and told', () => {
    const incident = made({ title: 'Error: disk full' })
    expect(finds('error: disk', incident)).toBe(true)
    expect(finds('colour:blue', incident)).toBe(false)
    expect(problems('colour:blue')).toEqual([
      `“colour:” is none of the keys (${queryKeys.join(', ')}): looked for as a word.`,
    ])
    expect(problems('10:30 a:b:c')).toHaveLength(1)
    expect(finds('10:30', made({ title: 'since 10:30' }))).toBe(true)
  })
})

describe('keys', () => {
  test.each([
    ['council:ashdown', { councilId: 'c1' }, { councilId: 'c2' }],
    ['council:north', { councilId: 'c2' }, { councilId: 'c1' }],
    ['council:"North Weald"', { councilId: 'c2' }, { councilId: 'c1' }],
    ['system:Mail', { systemId: 's1' }, { systemId: 's2' }],
    ['system:archive', { systemId: 's2' }, { systemId: 's1' }],
    ['system:none', { systemId: null }, { systemId: null, systemName: 'Group 2' }],
    ['division:hous', { divisionId: 'd1' }, { divisionId: null }],
    ['cause:paper', { category: 'Paper' }, { category: '' }],
    ['cause:none', { category: '' }, { category: 'Paper' }],
    ['assignee:me', { assigneeId: 'p1' }, { assigneeId: 'p2' }],
    ['assignee:"ann lee"', { assigneeId: 'p1' }, { assigneeId: 'p2' }],
    ['assignee:lee', { assigneeId: 'p1' }, { assigneeId: 'p2' }],
    ['assignee:none', { assigneeId: null }, { assigneeId: null, assigneeName: 'Resolver 7' }],
    ['team:mine', { teamId: 't1' }, { teamId: 't2' }],
    ['team:network', { teamId: 't2' }, { teamId: 't1' }],
    ['team:none', { teamId: null }, { teamId: 't1' }],
    ['requester:zoe', { requesterName: 'Zoë Ryan' }, { requesterName: 'Bo' }],
    ['requester:me', { requesterId: 'p1' }, { requesterId: 'p2' }],
    ['priority:1', { priority: 1 }, { priority: 2 }],
    ['import:i1', { importId: 'i1' }, { importId: null }],
    ['import:"log 2026.csv"', { importId: 'i1' }, { importId: 'i2' }],
    ['STATE:In-Progress', { state: 'in_progress' }, { state: 'new' }],
    ['state:waiting', { state: 'waiting_supplier' }, { state: 'resolved' }],
    ['state:open', { state: 'waiting_requester' }, { state: 'closed' }],
    ['state:backlog', { state: 'waiting_supplier' }, { state: 'waiting_requester' }],
    ['state:escalated', { escalationLevel: 2 }, { escalationLevel: 2, state: 'closed' }],
  ] as const)('%s', (query, found, missed) => {
    expect(problems(query)).toEqual([])
    expect([finds(query, made(found)), finds(query, made(missed))]).toEqual([true, false])
  })

  test('a name that something has exactly is that, and not also what begins so', () => {
    const [two, twentyFour] = ['Group 2', 'Group 24'].map((systemName) => made({ systemId: null, systemName }))
    expect([finds('system:"group 2"', two), finds('system:"group 2"', twentyFour)]).toEqual([true, false])
    expect([finds('system:group', two), finds('system:group', twentyFour)]).toEqual([true, true])
  })

  test('open is what was open by the flags in force at the move, not by a later table', () => {
    expect(finds('state:open', { ...made({ state: 'resolved' }), flags: stateFlags.new })).toBe(true)
  })

  test('days are London’s: after begins with its day, before ends ahead of it', () => {
    const bySummerTime = made({ raisedAt: at('2026-06-09T23:30:00Z') })
    expect(finds('after:2026-06-10', bySummerTime)).toBe(true)
    expect(finds('before:2026-06-10', bySummerTime)).toBe(false)
    expect(finds('after:2026-06-10 before:2026-06-11', bySummerTime)).toBe(true)
    expect(finds('after:2026-06-01 after:2026-06-11', bySummerTime)).toBe(false)
  })

  test('of one key any value will do, of several keys all must hold', () => {
    expect(finds('state:closed state:new council:ashdown')).toBe(true)
    expect(finds('state:new council:north')).toBe(false)
  })

  test.each([
    ['state:opne', '“opne” is no state: there are open, backlog, waiting, escalated, new,'],
    ['priority:9', '“9” is no priority: there are 1, 2, 3, 4.'],
    ['before:31.12.2026', '“31.12.2026” is no day: one is written as 2026-03-31.'],
    ['after:2026-02-30', '“2026-02-30” is no day'],
    ['assignee:zed', 'Nothing here has “zed” as an assignee.'],
    ['council:none', 'Nothing here has “none” as a council.'],
  ])('%s is told, and finds nothing', (query, sentence) => {
    expect(problems(query)).toEqual([expect.stringContaining(sentence)])
    expect(finds(query)).toBe(false)
  })

  test('a key without a value, as while it is typed, is told and left out', () => {
    expect(problems('state: assignee:""')).toHaveLength(2)
    expect(finds('state:')).toBe(true)
  })
})

test('a value that is written for the search box is read as it was meant', () => {
  for (const name of ['Mail', 'Mail archive', 'none of "them"', 'x:y', 'a  b']) {
    const terms = [{ key: 'system', value: name.replaceAll('"', '') }]
    expect(parseQuery(`word system:${quotedValue(name)}`)).toEqual({ words: ['word'], terms, problems: [] })
  }
  expect(quotedValue('Mail')).toBe('Mail')
})
