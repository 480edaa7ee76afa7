import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dependency } from '../../src/domain/dependency.ts'
import { dependencyLoss } from '../../src/metrics/dependency-loss.ts'
import { impactPropagation } from '../../src/metrics/impact-propagation.ts'
import { type LossSpan, worstLoss } from '../../src/metrics/loss.ts'

const nodes = ['a', 'b', 'c', 'd', 'e']
const node = fc.constantFrom(...nodes)
const weight = fc.constantFrom(0, 0.25, 0.5, 1)
const dependency: fc.Arbitrary<Dependency> = fc.oneof(
  node.map((on) => ({ kind: 'hard' as const, on })),
  fc.record({ kind: fc.constant('soft' as const), on: node, weight }),
  fc
    .uniqueArray(node, { minLength: 1 })
    .chain((of) => fc.integer({ min: 1, max: of.length }).map((need) => ({ kind: 'any' as const, of, need }))),
)
const graph = fc.array(fc.tuple(node, fc.array(dependency, { maxLength: 3 }))).map((entries) => new Map(entries))
const time = fc.nat(20)
const span: fc.Arbitrary<LossSpan> = fc.record({ start: time, end: time, loss: fc.constantFrom(0.25, 0.5, 1) })
const own = fc.array(fc.tuple(node, fc.array(span, { maxLength: 3 }))).map((entries) => new Map(entries))

function lossAt(spans: readonly LossSpan[] | undefined, at: number): number {
  return (spans ?? []).reduce((worst, one) => (one.start <= at && at < one.end ? Math.max(worst, one.loss) : worst), 0)
}

function passedOn(need: Dependency, loss: (name: string) => number): number {
  if (need.kind === 'hard') return loss(need.on)
  if (need.kind === 'soft') return need.weight * loss(need.on)
  return need.of.map(loss).sort((a, b) => a - b)[need.need - 1] ?? 0
}

describe('loss through dependencies', () => {
  test('every moment obeys the rule, and each loss has a cause among real outages', () => {
    fc.assert(
      fc.property(graph, own, (dependencies, outages) => {
        const effective = dependencyLoss(nodes, dependencies, outages)
        for (let at = 0.5; at < 20; at += 1) {
          const loss = (name: string) => lossAt(effective.get(name), at)
          for (const name of nodes) {
            const needs = (dependencies.get(name) ?? []).map((need) => passedOn(need, loss))
            expect(loss(name)).toBe(Math.max(lossAt(outages.get(name), at), ...needs, 0))
          }
          const isQuiet = nodes.every((name) => lossAt(outages.get(name), at) === 0)
          if (isQuiet) expect(nodes.every((name) => loss(name) === 0)).toBe(true)
        }
      }),
    )
  })

  test('more outages never mean less loss', () => {
    fc.assert(
      fc.property(graph, own, node, span, (dependencies, outages, name, more) => {
        const before = dependencyLoss(nodes, dependencies, outages)
        const added = new Map(outages).set(name, [...(outages.get(name) ?? []), more])
        const after = dependencyLoss(nodes, dependencies, added)
        for (const one of nodes)
          for (let at = 0.5; at < 20; at += 1)
            expect(lossAt(after.get(one), at)).toBeGreaterThanOrEqual(lossAt(before.get(one), at))
      }),
    )
  })

  test('a cycle with one real outage is down for that length only', () => {
    const cycle = new Map<string, Dependency[]>([
      ['a', [{ kind: 'hard', on: 'b' }]],
      ['b', [{ kind: 'hard', on: 'a' }]],
    ])
    const down = [{ start: 5, end: 9, loss: 1 }]
    expect(dependencyLoss(['a', 'b'], cycle, new Map([['a', down]]))).toEqual(
      new Map([
        ['a', down],
        ['b', down],
      ]),
    )
    expect(dependencyLoss(['a', 'b'], cycle, new Map())).toEqual(
      new Map([
        ['a', []],
        ['b', []],
      ]),
    )
  })
})

test('overlapping losses are the largest at each moment, sorted, disjoint and joined where equal', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const worst = worstLoss(spans)
      for (let at = 0.5; at < 20; at += 1) expect(lossAt(worst, at)).toBe(lossAt(spans, at))
      for (const [i, one] of worst.entries()) {
        const before = worst[i - 1]
        expect(one.start).toBeLessThan(one.end)
        if (before) expect(before.end < one.start || (before.end === one.start && before.loss !== one.loss)).toBe(true)
      }
    }),
  )
})

describe('marks of impact', () => {
  const mark = fc.constantFrom(
    'manual' as const,
    'computed' as const,
    'not_impacted' as const,
    'do_not_notify' as const,
  )
  const marks = fc.array(fc.tuple(node, mark)).map((entries) => new Map(entries))

  test('a hand mark survives, and running it again on its own answer changes nothing', () => {
    fc.assert(
      fc.property(graph, marks, fc.boolean(), (dependencies, marked, isSoftIncluded) => {
        const once = impactPropagation(dependencies, marked, isSoftIncluded)
        for (const [name, given] of marked) if (given !== 'computed') expect(once.get(name)).toBe(given)
        expect(impactPropagation(dependencies, once, isSoftIncluded)).toEqual(once)
      }),
    )
  })

  test('without a thing marked down by hand nothing is affected', () => {
    fc.assert(
      fc.property(graph, marks, (dependencies, marked) => {
        const quiet = new Map([...marked].filter(([, given]) => given !== 'manual'))
        expect([...impactPropagation(dependencies, quiet, true).values()]).not.toContain('computed')
      }),
    )
  })

  test('soft dependencies pass it on only when they are asked to, and "do not notify" does not stop it', () => {
    const dependencies = new Map<string, Dependency[]>([
      ['b', [{ kind: 'soft', on: 'a', weight: 0.1 }]],
      ['c', [{ kind: 'hard', on: 'b' }]],
    ])
    const marked = new Map([
      ['a', 'manual' as const],
      ['b', 'do_not_notify' as const],
    ])
    expect(impactPropagation(dependencies, marked)).toEqual(marked)
    expect(impactPropagation(dependencies, marked, true)).toEqual(new Map([...marked, ['c', 'computed']]))
  })
})
