/** share: an amount by weights, to the penny. */
import { ratio, roundedRatio } from '../../domain/exact.ts'
import { shareByLargestRemainder } from '../../metrics/share.ts'
import { Fault } from '../fault.ts'
import { required } from '../fields.ts'
import { kind } from '../kind.ts'
import { map, number, type Read } from '../read.ts'
import { money } from '../read-money.ts'
import { mapped, pounds } from '../write.ts'

const weights = map(number({ min: 0 }))

/** Name to weight: something to share by. */
export const key: Read<Map<string, number>> = (value, path) => {
  const given = weights(value, path)
  if ([...given.values()].every((weight) => weight === 0))
    throw new Fault('bad_value', path, 'At least one weight must be above 0.')
  return given
}

export const shareKind = kind({ amount: required(money()), key: required(key) }, (input) => {
  const pence = roundedRatio(ratio([input.amount]))
  return { shares: mapped(shareByLargestRemainder(pence, input.key), pounds), sum: pounds(pence) }
})
