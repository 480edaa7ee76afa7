import { expect, test } from 'vitest'
import {
  isTried,
  nothingTried,
  readWhatIf,
  shareAlso,
  whatIfParams,
  withoutAlso,
} from '../../../src/views/impact/what-if.ts'

const share = { divisionId: 'planning', systemId: 'mail', topic: 'workaround', share: 0.25 } as const

test('what is tried out comes back from the address as it was', () => {
  const tried = shareAlso(withoutAlso(withoutAlso(nothingTried, 'a'), 'b'), share)
  expect(readWhatIf(whatIfParams(tried))).toEqual(tried)
  expect(isTried(tried)).toBe(true)
})

test('nothing tried leaves nothing in the address', () => {
  expect(whatIfParams(nothingTried)).toEqual({ without: undefined, shares: undefined })
  expect(isTried(readWhatIf({}))).toBe(false)
})

test('an address that holds anything else tries nothing', () => {
  const shares = 'planning~mail~workaround~2,planning~mail~present~0.5,x,planning~mail~reliance~'
  expect(readWhatIf({ shares })).toEqual(nothingTried)
})

test('a second value for the same share takes the place of the first', () => {
  const other = { ...share, topic: 'reliance' } as const
  const tried = shareAlso(shareAlso(shareAlso(nothingTried, share), other), { ...share, share: 1 })
  expect(tried.shares).toEqual([other, { ...share, share: 1 }])
})
