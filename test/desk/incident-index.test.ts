import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIndex, eachFound, type IncidentIndex } from '../../src/desk/incident-index.ts'
import { readNames } from '../../src/desk/names.ts'
import type { DeskSort } from '../../src/desk/question.ts'
import { makeSummarise, type Summary } from '../../src/desk/summary.ts'
import { holdDesk } from './held-desk.ts'
import { type MadeIncident, madeIncident, madeIncidents } from './made-incidents.ts'

const summarise = makeSummarise()
const bys: readonly DeskSort['by'][] = ['raisedAt', 'priority', 'stateAt']
const ids = (summaries: readonly Summary[]) => summaries.map(({ id }) => id)

function indexOf(incidents: readonly MadeIncident[]): IncidentIndex {
  const index = createIndex()
  index.replace(incidents.map(summarise))
  return index
}

describe('the order of incidents', () => {
  test('is by the value, then by when they were raised, then by id: the same for every device', () => {
    const at = 1_770_000_000_000
    const some = [
      madeIncident(1, { priority: 2, raisedAt: at }),
      madeIncident(2, { priority: 1, raisedAt: at + 5 }),
      madeIncident(3, { priority: 2, raisedAt: at }),
      madeIncident(4, { priority: 2, raisedAt: at - 5 }),
    ]
    const inOrder = [2, 4, 1, 3].map((n) => madeIncident(n).id)
    expect(ids(indexOf(some).inOrder('priority'))).toEqual(inOrder)
    expect(ids(indexOf(some.toReversed()).inOrder('priority'))).toEqual(inOrder)
  })

  test('backwards is exactly the reverse', () => {
    const index = indexOf(madeIncidents(300))
    for (const by of bys) {
      const [up, down]: Summary[][] = [[], []]
      eachFound(index, { matches: () => true }, { by, isDescending: false }, (summary) => up?.push(summary))
      eachFound(index, { matches: () => true }, { by, isDescending: true }, (summary) => down?.push(summary))
      expect(down).toEqual(up?.toReversed())
    }
  })
})

test('after any changes the index is as one that was made of all incidents anew', () => {
  const change = fc.record({ n: fc.nat(100), as: fc.option(fc.nat(1000)) })
  void fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 14 }), { maxLength: 12 }), (batches) => {
      const held = new Map(madeIncidents(70).map((incident) => [incident.id, incident]))
      const index = indexOf([...held.values()])
      for (const batch of batches) {
        for (const by of bys) index.inOrder(by)
        const changed = new Map<string, MadeIncident | undefined>()
        for (const { n, as } of batch) {
          const { id } = madeIncident(n)
          changed.set(id, as === null ? undefined : madeIncident(as, { id }))
        }
        for (const [id, incident] of changed) {
          if (incident) held.set(id, incident)
          else held.delete(id)
        }
        const present = [...changed.values()].filter((incident) => incident !== undefined)
        const gone = [...changed].flatMap(([id, incident]) => (incident ? [] : id))
        index.change(present.map(summarise), gone)
      }
      const anew = indexOf([...held.values()])
      for (const by of bys) expect(index.inOrder(by)).toEqual(anew.inOrder(by))
    }),
    { numRuns: 200 },
  )
})

test('other names in the catalogue are what is searched for from then on', async () => {
  const { source, rows } = holdDesk([])
  const index = indexOf(madeIncidents(60).filter(({ systemId }) => systemId !== null))
  index.rename(await readNames(source.reads))
  const [{ systemId } = { systemId: '' }] = index.inOrder('raisedAt')
  const found = () => index.inOrder('raisedAt').filter(({ text }) => text.includes('wholly new'))
  expect(found()).toEqual([])
  const systems = (rows.system ?? []).map((system) =>
    system.id === systemId ? { ...system, name: 'Wholly NEW' } : system,
  )
  rows.system = systems
  index.rename(await readNames(source.reads))
  expect(found().length).toBeGreaterThan(0)
  expect(found().every((summary) => summary.systemId === systemId)).toBe(true)
})

test('names that only a file gave are forgotten with the last incident that has them', () => {
  const [kept, gone] = [1, 2].map((n) => madeIncident(n, { requesterId: null, requesterName: `Caller ${n}` }))
  if (!kept || !gone) throw new Error('two were made')
  const index = indexOf([kept, gone])
  const held = () => index.givenNames('requester').map((named) => named.held)
  expect(held()).toEqual(['Caller 1', 'Caller 2'])
  index.change([], [gone.id])
  expect(held()).toEqual(['Caller 1'])
  index.replace([])
  expect(held()).toEqual([])
})
