/** graph and impact_propagation. */
import type { Dependencies, Dependency } from '../../domain/dependency.ts'
import { availability } from '../../metrics/availability.ts'
import { dependencyLoss } from '../../metrics/dependency-loss.ts'
import { IMPACT_MARKS, impactPropagation } from '../../metrics/impact-propagation.ts'
import type { LossSpan } from '../../metrics/loss.ts'
import { at, Fault } from '../fault.ts'
import { object, optional, required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { flag, list, map, number, oneOfTexts, words } from '../read.ts'
import { calendar, instant, period, spanOf } from '../read-time.ts'
import { mapped, minutes, orNull, percent } from '../write.ts'

const share = number({ min: 0, max: 1 })

const readDependency = object(
  {
    hard: optional(words),
    soft: optional(words),
    weight: optional(share),
    any: optional(list(words)),
    need: optional(number({ min: 1, isWhole: true })),
  },
  [['hard'], ['soft', 'weight'], ['any', 'need']],
)

function dependency(value: unknown, path: string): Dependency {
  const { hard, soft, weight = 1, any = [], need = 1 } = readDependency(value, path)
  if (hard !== undefined) return { kind: 'hard', on: hard }
  if (soft !== undefined) return { kind: 'soft', on: soft, weight }
  if (need > any.length) throw new Fault('bad_value', at(path, 'need'), 'More are needed than there are members.')
  return { kind: 'any', of: any, need }
}

const dependencies = map(list(dependency))

const graphOutage = object({
  node: required(words),
  start: required(instant),
  end: required(instant),
  loss: withDefault(share, 1),
})

export const graphKind = kind(
  {
    calendar: required(calendar),
    period: optional(period),
    start: optional(instant),
    end: optional(instant),
    nodes: required(list(words)),
    deps: required(dependencies),
    outages: required(list(graphOutage)),
  },
  (input) => {
    checkNodes(input.nodes, input.deps, input.outages)
    const span = spanOf(input.calendar, input)
    const own = new Map<string, readonly LossSpan[]>(
      input.nodes.map((node) => [node, input.outages.filter((outage) => outage.node === node)]),
    )
    const figuresOf = (outages: readonly LossSpan[]) =>
      availability({ calendar: input.calendar, period: span, outages })
    const figures = dependencyLoss(input.nodes, input.deps, own)
    return {
      service_min: minutes(input.calendar.workingMs(span.start, span.end)),
      loss_min: mapped(figures, (spans) => minutes(figuresOf(spans).lossMs)),
      own_loss_min: mapped(own, (spans) => minutes(figuresOf(spans).lossMs)),
      availability_pct: mapped(figures, (spans) => orNull(percent, figuresOf(spans).availabilityPercent)),
    }
  },
  [['period'], ['start', 'end']],
)

function checkNodes(nodes: readonly string[], deps: Dependencies, outages: readonly { node: string }[]): void {
  const known = new Set<string>()
  for (const [index, node] of nodes.entries()) {
    if (known.has(node)) throw new Fault('conflict', `/input/nodes/${index}`, 'This node is named twice.')
    known.add(node)
  }
  const check = (node: string, path: string) => {
    if (!known.has(node)) throw new Fault('bad_value', path, 'This is not one of the nodes.')
  }
  for (const [node, needs] of deps) {
    const path = at('/input/deps', node)
    check(node, path)
    for (const [index, need] of needs.entries())
      if (need.kind === 'any')
        for (const [member, name] of need.of.entries()) check(name, at(at(at(path, index), 'any'), member))
      else check(need.on, at(at(path, index), need.kind))
  }
  for (const [index, { node }] of outages.entries()) check(node, `/input/outages/${index}/node`)
}

export const impactPropagationKind = kind(
  {
    deps: required(dependencies),
    marked: required(map(oneOfTexts(IMPACT_MARKS))),
    include_soft: withDefault(flag, false),
  },
  (input) => ({ impacted: mapped(impactPropagation(input.deps, input.marked, input.include_soft), (mark) => mark) }),
)
