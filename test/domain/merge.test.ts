import { expect, test } from 'vitest'
import type { Author } from '../../src/domain/merge.ts'
import { mergeChange, overlay, sameValue } from '../../src/domain/merge.ts'
import type { Doc, Row } from '../../src/domain/record.ts'
import type { WireChange } from '../../src/domain/wire.ts'

const id = '00000000-0000-7000-8000-000000000001'
const change = (set: Record<string, Doc>, base: Record<string, number> = {}): WireChange => ({
  k: 'outage',
  id,
  s: 'desk:shared',
  base,
  set,
})
const author = (client: string, at: number, mid = 1): Author => ({ client, mid, by: `person of ${client}`, at })
const merge = (row: Row | undefined, what: WireChange, who: Author, ver: number) =>
  mergeChange(row, what, who, ver, 1000)

const created = merge(
  undefined,
  change({ about: { title: 'A' }, times: { startAt: 1, endAt: null } }),
  author('one', 10),
  1,
).row

test('a new record holds what was set, with a mark for each group', () => {
  expect(created).toMatchObject({ ver: 1, del: false, doc: { title: 'A', startAt: 1, endAt: null } })
  expect(created.groups.about).toEqual({ v: 1, at: 10, by: 'person of one', client: 'one', mid: 1 })
})

test('an edit that saw the present version applies', () => {
  const { row, conflicts } = merge(created, change({ about: { title: 'B' } }, { about: 1 }), author('two', 5), 2)
  expect(row.doc.title).toBe('B')
  expect(conflicts).toEqual([])
})

test('an edit of another group is no conflict, and leaves the other group as it is', () => {
  const once = merge(created, change({ about: { title: 'B' } }, { about: 1 }), author('one', 20, 2), 2).row
  const { row, conflicts } = merge(
    once,
    change({ times: { startAt: 1, endAt: 9 } }, { times: 1 }),
    author('two', 15),
    3,
  )
  expect(conflicts).toEqual([])
  expect(row.doc).toEqual({ title: 'B', startAt: 1, endAt: 9 })
  expect(row.groups.about?.v).toBe(2)
})

test('of two concurrent edits the later shows, whichever arrives first; the other is handed back', () => {
  const early = [change({ about: { title: 'early' } }, { about: 1 }), author('two', 20)] as const
  const late = [change({ about: { title: 'late' } }, { about: 1 }), author('three', 30)] as const
  for (const [first, second] of [
    [early, late],
    [late, early],
  ] as const) {
    const { row, conflicts } = merge(merge(created, ...first, 2).row, ...second, 3)
    expect(row.doc.title).toBe('late')
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatchObject({
      group: 'about',
      shown: { value: { title: 'late' }, by: 'person of three', at: 30 },
      other: { value: { title: 'early' }, by: 'person of two', at: 20 },
    })
  }
})

test('an edit from the future counts as made when it was received', () => {
  const once = merge(created, change({ about: { title: 'B' } }, { about: 1 }), author('two', 999), 2).row
  const { row } = merge(once, change({ about: { title: 'C' } }, { about: 1 }), author('three', 9e12), 3)
  expect(row.groups.about?.at).toBe(1000)
})

test('at the same moment the larger number wins, then the larger client', () => {
  const once = merge(created, change({ about: { title: 'B' } }, { about: 1 }), author('two', 20, 5), 2).row
  const shown = (who: Author) => merge(once, change({ about: { title: 'C' } }, { about: 1 }), who, 3).row.doc.title
  expect(shown(author('zzz', 20, 4))).toBe('B')
  expect(shown(author('aaa', 20, 6))).toBe('C')
  expect(shown(author('aaa', 20, 5))).toBe('B')
  expect(shown(author('zzz', 20, 5))).toBe('C')
})

test('deleting and editing are two things: both stay', () => {
  const gone = merge(created, change({ deleted: { deleted: true } }), author('two', 20), 2).row
  const { row, conflicts } = merge(gone, change({ about: { title: 'B' } }, { about: 1 }), author('three', 30), 3)
  expect(row).toMatchObject({ del: true, doc: { title: 'B' } })
  expect(conflicts).toEqual([])
  const back = merge(row, change({ deleted: { deleted: false } }, { deleted: 2 }), author('two', 40, 2), 4).row
  expect(back).toMatchObject({ del: false, doc: { title: 'B', startAt: 1 } })
})

test('what is merged into is left as it was', () => {
  const before = structuredClone(created)
  merge(created, change({ about: { title: 'B' }, deleted: { deleted: true } }), author('two', 20), 2)
  expect(created).toEqual(before)
})

test('an overlay shows the set groups over what is confirmed', () => {
  const base = { doc: { title: 'A', startAt: 1 }, del: false }
  expect(overlay(base, { about: { title: 'B' } })).toEqual({ doc: { title: 'B', startAt: 1 }, del: false })
  expect(overlay(base, { deleted: { deleted: true } })).toEqual({ doc: base.doc, del: true })
})

test('values are the same whatever the order of their keys, and different when a list is turned', () => {
  expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  expect(sameValue([1, 2], [2, 1])).toBe(false)
  expect(sameValue([], {})).toBe(false)
  expect(sameValue({ a: undefined }, {})).toBe(false)
  expect(sameValue({ a: 1 }, { b: 1 })).toBe(false)
  expect(sameValue(null, {})).toBe(false)
})
