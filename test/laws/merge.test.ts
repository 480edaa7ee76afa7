import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Merged } from '../../src/domain/merge.ts'
import { mergeChange, sameValue } from '../../src/domain/merge.ts'
import type { Doc, Row } from '../../src/domain/record.ts'
import type { WireChange } from '../../src/domain/wire.ts'

/** Of each law. On a busy machine that takes its time. */
const cases = 10_000
vi.setConfig({ testTimeout: 120_000 })

const id = '00000000-0000-7000-8000-000000000001'
const receivedAt = 1_000_000
const fields: Readonly<Record<string, readonly string[]>> = {
  about: ['title', 'cause'],
  times: ['startAt', 'endAt'],
  deleted: ['deleted'],
}

interface Edit {
  readonly client: string
  readonly mid: number
  readonly at: number
  readonly set: Record<string, Doc>
  /** How many versions its author was behind; 0 saw everything. */
  readonly lag: number
}

const valuesOf = (group: string): fc.Arbitrary<Doc> =>
  group === 'deleted'
    ? fc.record({ deleted: fc.boolean() })
    : fc.record(Object.fromEntries((fields[group] ?? []).map((field) => [field, fc.constantFrom(0, 1, 2, 'x', null)])))

const setOf = fc
  .record({ about: valuesOf('about'), times: valuesOf('times'), deleted: valuesOf('deleted') }, { requiredKeys: [] })
  .filter((set) => Object.keys(set).length > 0) as fc.Arbitrary<Record<string, Doc>>

const editOf: fc.Arbitrary<Omit<Edit, 'mid'>> = fc.record({
  client: fc.constantFrom('a', 'b', 'c', 'd'),
  at: fc.integer({ min: -10, max: 2 * receivedAt }),
  set: setOf,
  lag: fc.nat({ max: 4 }),
})
const historyOf = fc
  .array(editOf, { minLength: 1, maxLength: 12 })
  .map((edits): Edit[] => edits.map((edit, i) => ({ ...edit, mid: i + 1 })))

const changeOf = (edit: Edit, base: Record<string, number>): WireChange => ({
  k: 'outage',
  id,
  s: 'desk:shared',
  base,
  set: edit.set,
})
const authorOf = ({ client, mid, at }: Edit) => ({ client, mid, at, by: `person ${client}` })

interface Step extends Merged {
  readonly edit: Edit
  readonly before: Row | undefined
  readonly base: Record<string, number>
}

/** Every edit in turn, each with the marks that its author had seen. */
function play(edits: readonly Edit[]): Step[] {
  const steps: Step[] = []
  edits.forEach((edit, i) => {
    const seen = steps[i - 1 - edit.lag]?.row
    const base = Object.fromEntries(Object.keys(edit.set).map((group) => [group, seen?.groups[group]?.v ?? 0]))
    const before = steps.at(-1)?.row
    steps.push({ edit, before, base, ...mergeChange(before, changeOf(edit, base), authorOf(edit), i + 1, receivedAt) })
  })
  return steps
}

const shownIn = (row: Row | undefined, group: string): Doc =>
  group === 'deleted'
    ? { deleted: row?.del ?? false }
    : Object.fromEntries(
        (fields[group] ?? []).filter((field) => row && field in row.doc).map((field) => [field, row?.doc[field]]),
      )

const isConcurrent = ({ edit, before, base }: Step, group: string) => {
  const mark = before?.groups[group]
  return mark !== undefined && mark.v !== (base[group] ?? 0) && mark.client !== edit.client
}

const law = (what: (steps: Step[]) => void) =>
  fc.assert(
    fc.property(historyOf, (edits) => what(play(edits))),
    { numRuns: cases },
  )

test('one conflict for every concurrent edit to another value, and none otherwise', () => {
  law((steps) => {
    for (const step of steps) {
      const expected = Object.keys(step.edit.set).filter(
        (group) => isConcurrent(step, group) && !sameValue(step.edit.set[group], shownIn(step.before, group)),
      )
      expect(step.conflicts.map((conflict) => conflict.group)).toEqual(expected)
    }
  })
})

test('the loser of a conflict is kept word for word, and the winner is what shows', () => {
  law((steps) => {
    for (const step of steps)
      for (const { group, shown, other } of step.conflicts) {
        expect(shownIn(step.row, group)).toEqual(shown.value)
        const [mine, theirs] = [step.edit.set[group], shownIn(step.before, group)]
        expect([
          [mine, theirs],
          [theirs, mine],
        ]).toContainEqual([shown.value, other.value])
        expect(shown.at).toBeGreaterThanOrEqual(other.at)
      }
  })
})

test('every value that was ever set shows, was followed by an edit, or is in a conflict', () => {
  law((steps) => {
    for (const step of steps)
      for (const [group, value] of Object.entries(step.edit.set)) {
        const isShown = sameValue(shownIn(step.row, group), value)
        const isKept = step.conflicts.some(
          (conflict) => conflict.group === group && sameValue(conflict.other.value, value),
        )
        expect(isShown || isKept).toBe(true)
        const was = shownIn(step.before, group)
        const isOverwrittenUnseen = isConcurrent(step, group) && !sameValue(shownIn(step.row, group), was)
        if (isOverwrittenUnseen)
          expect(step.conflicts.some((conflict) => sameValue(conflict.other.value, was))).toBe(true)
      }
  })
})

test('a group that an edit does not name stays as it is', () => {
  law((steps) => {
    for (const { edit, before, row } of steps)
      for (const group of Object.keys(fields).filter((name) => !(name in edit.set))) {
        expect(shownIn(row, group)).toEqual(shownIn(before, group))
        expect(row.groups[group]).toEqual(before?.groups[group])
      }
  })
})

test('merging the same again says the same, and changes nothing that shows', () => {
  law((steps) => {
    for (const { edit, before, base, row, conflicts } of steps) {
      const merge = (on: Row | undefined) => mergeChange(on, changeOf(edit, base), authorOf(edit), row.ver, receivedAt)
      expect(merge(before)).toEqual({ row, conflicts })
      if (conflicts.length > 0) continue
      const again = merge(row)
      expect(again.conflicts).toEqual([])
      expect([again.row.doc, again.row.del]).toEqual([row.doc, row.del])
    }
  })
})

test('edits of different groups may come in any order', () => {
  const pair = fc.tuple(editOf, editOf).map(([one, two]): [Edit, Edit] => [
    { ...one, client: 'a', mid: 1, set: { about: one.set.about ?? { title: 1, cause: 2 } } },
    { ...two, client: 'b', mid: 1, set: { times: two.set.times ?? { startAt: 1, endAt: 2 } } },
  ])
  fc.assert(
    fc.property(historyOf, pair, (edits, [one, two]) => {
      const start = play(edits).at(-1)?.row
      const base = Object.fromEntries(Object.entries(start?.groups ?? {}).map(([group, mark]) => [group, mark.v]))
      const run = (order: Edit[]) =>
        order.reduce((row, edit) => {
          const merged = mergeChange(row, changeOf(edit, base), authorOf(edit), 50, receivedAt)
          expect(merged.conflicts).toEqual([])
          return merged.row
        }, start)
      expect(run([one, two])).toEqual(run([two, one]))
    }),
    { numRuns: cases },
  )
})

test('two concurrent edits of one group show the same winner in either order', () => {
  const pair = fc.tuple(editOf, editOf, valuesOf('about'), valuesOf('about'))
  fc.assert(
    fc.property(pair, ([one, two, first, second]) => {
      fc.pre(!sameValue(first, second))
      const start = play([{ client: 'z', mid: 1, at: 0, lag: 0, set: { about: { title: 'start', cause: '' } } }]).at(
        -1,
      )?.row
      const run = (order: Edit[]) =>
        order.reduce(
          (row, edit, i) => mergeChange(row, changeOf(edit, { about: 1 }), authorOf(edit), i + 2, receivedAt).row,
          start,
        )
      const a: Edit = { ...one, client: 'a', mid: 1, set: { about: first } }
      const b: Edit = { ...two, client: 'b', mid: 1, set: { about: second } }
      expect(run([a, b])?.doc).toEqual(run([b, a])?.doc)
    }),
    { numRuns: cases },
  )
})
