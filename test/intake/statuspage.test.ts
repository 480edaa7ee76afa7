import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { iso, read, readOne, withFlag } from './reading.ts'

const lines = readFileSync(new URL('../fixtures/intake/github-incidents.jsonl', import.meta.url), 'utf8')
const parsed = read('incidents.jsonl', lines)
const entry = (key: string) => parsed.entries.find((found) => found.key === key)
const countOf = (level: string) =>
  parsed.entries.filter((found) => found.level === level && !found.isMaintenance).length

describe('real incidents, one a line', () => {
  test('every line is read and none is refused', () => {
    expect([parsed.form, parsed.entries.length, parsed.refused]).toEqual(['statuspage', 83, []])
    expect(parsed.entries.map((found) => found.line)).toEqual(parsed.entries.map((_, index) => index + 1))
  })

  test('impacts become levels: none at risk, minor slow, major partly down, critical down', () => {
    expect(['at_risk', 'degraded', 'partial', 'down'].map(countOf)).toEqual([13, 52, 7, 1])
  })

  test('planned work runs from In progress to Completed and was announced by its first update', () => {
    expect(parsed.entries.filter((found) => found.isMaintenance)).toHaveLength(10)
    const work = entry('16051676')
    expect([iso(work?.announcedAt), iso(work?.startAt), iso(work?.endAt)]).toEqual([
      '2023-02-07T10:08:00Z',
      '2023-02-08T22:00:00Z',
      '2023-02-09T09:09:00Z',
    ])
  })

  test("an operator's later statement of the impact wins over the times of the updates", () => {
    expect([iso(entry('19850844')?.startAt), iso(entry('19850844')?.endAt)]).toEqual([
      '2024-01-28T01:00:00Z',
      '2024-01-28T14:00:00Z',
    ])
  })

  test('incidents without length and without a component are kept and flagged', () => {
    expect(withFlag(parsed, 'zero_length').map((found) => found.key)).toEqual([
      '21663216',
      '22381154',
      '22936938',
      '23058715',
    ])
    expect(withFlag(parsed, 'no_component')).toHaveLength(19)
  })

  test('the updates are kept as text, oldest first', () => {
    expect(entry('9630129')?.text).toMatch(
      /^2022-03-25T17:35:00Z - Scheduled - Team sync[\s\S]+Z - In progress - [\s\S]+Z - Completed - The/,
    )
  })
})

const incident = {
  id: 'abc',
  name: 'Mail is slow',
  impact: 'major',
  status: 'resolved',
  created_at: '2024-05-01T09:00:00.000+01:00',
  started_at: '2024-05-01T08:30:00.000+01:00',
  resolved_at: '2024-05-01T11:00:00.000+01:00',
  components: [{ id: 'x', name: 'E-mail', status: 'operational' }],
  incident_updates: [
    { status: 'resolved', body: 'Fixed.', display_at: '2024-05-01T11:00:00.000+01:00' },
    { status: 'investigating', body: 'Looking.', display_at: '2024-05-01T09:00:00.000+01:00' },
  ],
}
const planned = {
  id: 'def',
  name: 'New disks',
  impact: 'maintenance',
  status: 'scheduled',
  created_at: '2024-05-01T09:00:00Z',
  scheduled_for: '2024-05-09T18:00:00Z',
  scheduled_until: '2024-05-09T20:00:00Z',
  components: [{ name: 'Files' }],
  incident_updates: [{ status: 'scheduled', body: 'Soon.', created_at: '2024-05-01T09:00:00Z' }],
}

describe("Statuspage's API", () => {
  test('incidents and scheduled maintenance of one document are read together', () => {
    const { entries } = read(
      'page.json',
      JSON.stringify({ page: { id: 'p' }, incidents: [incident], scheduled_maintenances: [planned] }),
    )
    expect(entries).toMatchObject([
      { key: 'abc', title: 'Mail is slow', level: 'partial', components: ['E-mail'], isMaintenance: false, flags: [] },
      { key: 'def', title: 'New disks', components: ['Files'], isMaintenance: true, flags: [] },
    ])
    expect(iso(entries[0]?.startAt)).toBe('2024-05-01T07:30:00Z')
    expect(entries[0]?.text.split('\n\n').map((line) => line.split(' - ').slice(1))).toEqual([
      ['investigating', 'Looking.'],
      ['resolved', 'Fixed.'],
    ])
    expect([iso(entries[1]?.announcedAt), iso(entries[1]?.startAt), iso(entries[1]?.endAt)]).toEqual([
      '2024-05-01T09:00:00Z',
      '2024-05-09T18:00:00Z',
      '2024-05-09T20:00:00Z',
    ])
  })

  test('a list and a single incident are read as well', () => {
    expect(read('a.json', JSON.stringify([incident, planned])).entries).toHaveLength(2)
    expect(readOne('a.json', JSON.stringify(incident)).key).toBe('abc')
  })

  test('an incident that is still investigated is open, one resolved without a time has no length', () => {
    expect(
      readOne('a.json', JSON.stringify({ ...incident, status: 'investigating', resolved_at: null })).flags,
    ).toEqual(['open'])
    expect(readOne('a.json', JSON.stringify({ ...incident, resolved_at: null })).flags).toEqual(['end_unknown'])
  })

  test('an unknown impact is read as down and flagged', () => {
    const entry = readOne('a.json', JSON.stringify({ ...incident, impact: 'tragic' }))
    expect([entry.level, entry.flags]).toEqual(['down', ['no_level']])
  })
})

describe('JSON that cannot be read', () => {
  test('a bad line is refused with its number and the others are kept', () => {
    const { entries, refused } = read(
      'a.jsonl',
      `${JSON.stringify(incident)}\n{"id": \n\n{"id":"z"}\n[1]\n${JSON.stringify(planned)}`,
    )
    expect(entries.map((found) => found.line)).toEqual([1, 6])
    expect(refused).toEqual([
      { file: 'a.jsonl', line: 2, reason: 'It is not valid JSON.' },
      { file: 'a.jsonl', line: 4, key: 'z', reason: 'It has no start.' },
      { file: 'a.jsonl', line: 5, reason: 'It is not an incident.' },
    ])
  })

  test.each([
    ['not JSON', '{"incidents": [', 'It is not valid JSON.'],
    ['no list of incidents', '{"page": {}}', 'It holds no list of incidents.'],
    ['brackets without end', '['.repeat(200_000), 'It nests too deep to be a status page.'],
    ['a number for a time', '[{"id": 1, "started_at": 12}]', '"started_at" is not as expected.'],
    [
      'an impossible time',
      '[{"id": 1, "started_at": "2024-02-30T10:00Z"}]',
      '"2024-02-30T10:00Z" is not a date that can be read.',
    ],
  ])('%s is refused with the reason', (_, text, reason) => {
    const { entries, refused } = read('a.json', text)
    expect([entries, refused.map((found) => found.reason)]).toEqual([[], [reason]])
  })

  test('brackets inside a text are not depth', () => {
    expect(readOne('a.json', JSON.stringify({ ...incident, name: '['.repeat(100) })).key).toBe('abc')
  })
})
