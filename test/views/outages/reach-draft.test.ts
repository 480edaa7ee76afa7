import { describe, expect, it } from 'vitest'
import { peopleCount, peopleOf, reachedPeople } from '../../../src/views/outages/people.ts'
import { changesOf, draftOf, peopleOfDraft } from '../../../src/views/outages/reach-draft.ts'
import { names } from './catalogue.ts'

const on = '2026-11-10'
const outage = { councilIds: [] }
const nothingSaid = { outage, reaches: [] }
const row = (councilId: string, divisions: { divisionId: string; people: number }[]) => ({
  id: `row-${councilId}`,
  outageId: 'o',
  councilId,
  divisions,
  workaround: '',
})

describe('whom an outage reaches', () => {
  it('is everyone of the day’s head counts while nothing was said', () => {
    expect(peopleCount(reachedPeople({ councilIds: [] }, [], names, on))).toBe(46)
    expect(peopleCount(reachedPeople({ councilIds: ['bra'] }, [], names, on))).toBe(12)
    expect(peopleCount(reachedPeople({ councilIds: [] }, [], names, '2025-12-31'))).toBe(0)
  })

  it('takes what was said of a council, and head counts for the others', () => {
    const said = [row('ash', [{ divisionId: 'legal', people: 7 }])]
    expect(peopleCount(reachedPeople({ councilIds: [] }, said, names, on))).toBe(19)
  })

  it('is at least one person of any division that has somebody', () => {
    expect([peopleOf('all', 4), peopleOf('half', 5), peopleOf('few', 4), peopleOf('few', 0)]).toEqual([4, 3, 1, 0])
  })

  it('starts from all councils and divisions, and then has nothing to write', () => {
    const draft = draftOf(nothingSaid, names, on)
    expect(draft).toEqual({
      councilIds: ['ash', 'bra'],
      divisionIds: { ash: ['legal', 'hr'], bra: ['legal'] },
      share: 'all',
    })
    expect(changesOf(draft, nothingSaid, names, on)).toEqual({ councilIds: undefined, people: [] })
  })

  it('writes the councils that remain, and people only where they are not everyone', () => {
    const draft = { councilIds: ['ash'], divisionIds: { ash: ['legal'], bra: ['legal'] }, share: 'half' as const }
    expect(changesOf(draft, nothingSaid, names, on)).toEqual({
      councilIds: ['ash'],
      people: [{ councilId: 'ash', divisions: [{ divisionId: 'legal', people: 15 }] }],
    })
  })

  it('recognises a share that was saved, and keeps numbers that are no share', () => {
    const half = {
      outage,
      reaches: [row('ash', [{ divisionId: 'legal', people: 15 }]), row('bra', [{ divisionId: 'legal', people: 6 }])],
    }
    expect(draftOf(half, names, on).share).toBe('half')
    const odd = { outage, reaches: [row('ash', [{ divisionId: 'legal', people: 7 }])] }
    const draft = draftOf(odd, names, on)
    expect(draft.share).toBeUndefined()
    expect(peopleCount(peopleOfDraft(draft, odd, names, on))).toBe(19)
    expect(changesOf(draft, odd, names, on)).toEqual({ councilIds: undefined, people: [] })
  })

  it('goes back to everyone by an empty list', () => {
    const half = { outage, reaches: [row('bra', [{ divisionId: 'legal', people: 6 }])] }
    const all = { ...draftOf(half, names, on), share: 'all' as const }
    expect(changesOf(all, half, names, on)?.people).toEqual([{ councilId: 'bra', divisions: [] }])
  })

  it('never reads a choice of nobody as all councils', () => {
    const nobody = { councilIds: [], divisionIds: {}, share: 'all' as const }
    expect(changesOf(nobody, nothingSaid, names, on)).toBeUndefined()
    const noDivision = { councilIds: ['ash'], divisionIds: { ash: [] }, share: 'all' as const }
    expect(changesOf(noDivision, nothingSaid, names, on)).toBeUndefined()
  })
})
