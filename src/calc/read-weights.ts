/** Weights to share by. */
import { Fault } from './fault.ts'
import { map, number, type Read } from './read.ts'

const given = map(number({ min: 0 }))

/** Name to weight, 0 or more and not all 0. */
export const weights: Read<Map<string, number>> = (value, path) => {
  const byName = given(value, path)
  if ([...byName.values()].every((weight) => weight === 0))
    throw new Fault('bad_value', path, 'At least one weight must be above 0.')
  return byName
}
