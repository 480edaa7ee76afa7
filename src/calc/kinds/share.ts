/** share: an amount by weights, to the penny. */
import { ratio, roundedRatio } from '../../domain/exact.ts'
import { shareByLargestRemainder } from '../../metrics/share.ts'
import { required } from '../fields.ts'
import { kind } from '../kind.ts'
import { money } from '../read-money.ts'
import { weights } from '../read-weights.ts'
import { mapped, pounds } from '../write.ts'

export const shareKind = kind({ amount: required(money()), key: required(weights) }, (input) => {
  const pence = roundedRatio(ratio([input.amount]))
  return { shares: mapped(shareByLargestRemainder(pence, input.key), pounds), sum: pounds(pence) }
})
