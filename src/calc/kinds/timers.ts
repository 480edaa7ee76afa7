/** timer_merge: one total from parts recorded on several devices. */
import { mergedParts } from '../../metrics/merged-parts.ts'
import { Fault } from '../fault.ts'
import { object, required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, number, words } from '../read.ts'
import { rounded } from '../write.ts'

const part = object({ id: required(words), device: required(words), seconds: required(number()) })

export const timerMergeKind = kind({ deltas: required(list(part)), base_s: withDefault(number(), 0) }, (input) => {
  const merged = mergedParts(input.deltas, input.base_s)
  if (merged.kind === 'conflict')
    throw new Fault('conflict', `/input/deltas/${merged.index}`, 'An earlier part of this id has other seconds.')
  const total = rounded(merged.seconds, 6)
  return { total_s: total, applied: merged.appliedCount, duplicates: merged.duplicateCount, negative: total < 0 }
})
