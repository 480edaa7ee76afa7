import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idSchema } from '../../src/domain/id-schema.ts'
import { instantOfId } from '../../src/domain/identity.ts'
import { type Digest, importedId, importIds } from '../../src/intake/outage-ids.ts'
import { type Existing, type ImportChoices, planImport } from '../../src/intake/plan-import.ts'
import { read } from './reading.ts'

const digest: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const nothing: Existing = { systems: [], ids: new Set() }
const noChoice: ImportChoices = { components: new Map(), entries: new Map() }

const rows = `id,title,systems,start,end,level,planned,announced
1,Mail down,"E-mail, VPN",2024-03-01T10:00Z,2024-03-01T11:00Z,down,no,
2,New phones,Telephones,2024-03-02T10:00Z,2024-03-02T11:00Z,,yes,
3,New doors,e-MAIL,2024-03-03T10:00Z,2024-03-03T11:00Z,,yes,2024-02-20T09:00Z
4,Something,,2024-03-04T10:00Z,2024-03-04T09:00Z,slow,no,`
const parsed = read('list.csv', rows)
const ids = await importIds(parsed, digest)
const plan = (existing = nothing, choices = noChoice) => planImport(parsed, ids, existing, choices)
const chosen = (components: ImportChoices['components']): ImportChoices => ({ ...noChoice, components })

describe('ids of imported records', () => {
  test('the id of a record is the same on every device and at every import', async () => {
    const id = await importedId('cstate', '2021-10-01-ldap-outage.md', Date.parse('2021-10-01T00:00:00Z'), digest)
    expect(id).toBe(await importedId('cstate', '2021-10-01-ldap-outage.md', Date.parse('2021-10-01T00:00:00Z'), digest))
    expect(id).toBe('017c3926-8c00-75c6-a606-8d6601e80cde')
  })

  test('an id carries the time of its record; a time before 1970 counts as 1970', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.integer({ min: -5e12, max: 7e12 }), async (key, at) => {
        const id = await importedId('csv', key, at, digest)
        expect(idSchema.safeParse(id).success).toBe(true)
        expect(instantOfId(id)).toBe(Math.max(at, 0))
      }),
      { numRuns: 50 },
    )
  })

  test('source and key are told apart', async () => {
    expect(await importedId('ab', 'c', 0, digest)).not.toBe(await importedId('a', 'bc', 0, digest))
  })
})

describe('the plan of an import', () => {
  test('outages, planned work and systems are planned, and a system is made once however it is spelt', () => {
    const { systems, outages, maintenance, counts } = plan()
    expect(systems.map((system) => system.name)).toEqual(['E-mail', 'VPN', 'Telephones', 'Unassigned'])
    expect(outages.map((outage) => outage.title)).toEqual(['Mail down', 'Something'])
    expect(maintenance.map((work) => work.title)).toEqual(['New phones', 'New doors'])
    expect(maintenance[1]?.systemIds).toEqual([systems[0]?.id])
    expect(counts).toEqual({ new: 4, same: 0, leftOut: 0, refused: 0 })
  })

  test('planned work counts as announced at its start unless the file says otherwise', () => {
    const announced = plan().maintenance.map((work) => new Date(work.announcedAt).toISOString().slice(0, 16))
    expect(announced).toEqual(['2024-03-02T10:00', '2024-02-20T09:00'])
  })

  test('an outage that ends before it starts is planned as it is, with its flag', () => {
    const [, wrong] = plan().outages
    expect(wrong?.flags).toEqual(['end_before_start', 'no_component'])
    expect((wrong?.endAt ?? 0) - (wrong?.startAt ?? 0)).toBe(-3_600_000)
  })

  test('importing twice adds nothing', async () => {
    const first = plan()
    const existing = {
      systems: first.systems,
      ids: new Set([...first.outages, ...first.maintenance].map((made) => made.id)),
    }
    const again = read('list.csv', rows)
    const second = planImport(again, await importIds(again, digest), existing, noChoice)
    expect(second).toMatchObject({
      systems: [],
      outages: [],
      maintenance: [],
      counts: { new: 0, same: 4, leftOut: 0, refused: 0 },
    })
  })

  test('importing part of a file first and all of it later makes the same records as importing it at once', async () => {
    const part = read('list.csv', rows.split('\n').slice(0, 3).join('\n'))
    const first = planImport(part, await importIds(part, digest), nothing, noChoice)
    const existing = {
      systems: first.systems,
      ids: new Set([...first.outages, ...first.maintenance].map((made) => made.id)),
    }
    const second = plan(existing)
    const all = plan()
    expect([...first.outages, ...second.outages]).toEqual(all.outages)
    expect([...first.maintenance, ...second.maintenance]).toEqual(all.maintenance)
    expect([...first.systems, ...second.systems]).toEqual(all.systems)
  })

  test('a record whose start was changed at its source is not added a second time', async () => {
    const first = plan()
    const moved = read('list.csv', rows.replace('2024-03-01T10:00Z', '2024-03-01T09:45Z'))
    const existing = {
      systems: first.systems,
      ids: new Set([...first.outages, ...first.maintenance].map((made) => made.id)),
    }
    const second = planImport(moved, await importIds(moved, digest), existing, noChoice)
    expect(second.counts).toEqual({ new: 0, same: 3, leftOut: 0, refused: 1 })
    expect(second.refused[0]).toEqual({
      file: 'list.csv',
      line: 2,
      key: '1',
      reason: 'It is here already with another start: correct it there.',
    })
  })

  test('a component goes to the system of the same name, or to the one that is chosen', () => {
    const existing = {
      systems: [
        { id: 'mail', name: 'e-mail' },
        { id: 'phones', name: 'Phones' },
      ],
      ids: new Set<string>(),
    }
    const { outages, maintenance, systems } = plan(existing, chosen(new Map([['Telephones', { systemId: 'phones' }]])))
    expect(outages[0]?.systemIds[0]).toBe('mail')
    expect(maintenance[0]?.systemIds).toEqual(['phones'])
    expect(systems.map((system) => system.name)).toEqual(['VPN', 'Unassigned'])
  })

  test('a component that is left out takes an entry with it only when it is the only one', () => {
    const { outages, maintenance, counts } = plan(
      nothing,
      chosen(
        new Map([
          ['E-mail', 'skip'],
          ['Unassigned', 'skip'],
        ]),
      ),
    )
    expect(outages.map((outage) => outage.systemIds.length)).toEqual([1])
    expect(maintenance).toHaveLength(1)
    expect(counts).toEqual({ new: 2, same: 0, leftOut: 2, refused: 0 })
  })

  test('a person may leave an entry out, or say that it was planned work or was not', () => {
    const entries = new Map([
      ['1', { isMaintenance: true }],
      ['2', { isMaintenance: false }],
      ['3', { isIncluded: false }],
    ])
    const { outages, maintenance, counts } = plan(nothing, { ...noChoice, entries })
    expect([outages.map((outage) => outage.key), maintenance.map((work) => work.key)]).toEqual([['2', '4'], ['1']])
    expect(counts.leftOut).toBe(1)
  })

  test('planned work without an end is refused', async () => {
    const open = read('list.csv', 'title,start,planned\nWorks,2024-03-01T10:00Z,yes')
    const { refused, maintenance } = planImport(open, await importIds(open, digest), nothing, noChoice)
    expect(maintenance).toEqual([])
    expect(refused.map((row) => row.reason)).toEqual([
      'Planned maintenance needs an end: add it, or keep this as an outage.',
    ])
  })
})
