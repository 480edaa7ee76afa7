import { expect, test } from 'vitest'
import { filterOptions } from '../../../../src/views/parts/form/type-ahead-filter.ts'

const option = (label: string, detail?: string) => ({ id: label, label, detail })
const found = (labels: readonly { label: string }[]) => labels.map((hit) => hit.label)
const options = [option('Case files'), option('E-mail', 'Message service'), option('Print'), option('File share')]

test('nothing typed keeps every option in its own order', () => {
  expect(filterOptions(options, '  ')).toBe(options)
})

test('an option whose name begins with what is typed comes before one where a later word does', () => {
  expect(found(filterOptions(options, 'fil'))).toEqual(['File share', 'Case files'])
})

test.each(['email', 'e mail', 'E-MAIL', 'mail'])('"%s" finds E-mail', (typed) => {
  expect(found(filterOptions(options, typed))).toEqual(['E-mail'])
})

test('every typed word must fit', () => {
  expect(found(filterOptions(options, 'file case'))).toEqual(['Case files'])
  expect(filterOptions(options, 'file print')).toEqual([])
})

test('the second line is searched too', () => {
  expect(found(filterOptions(options, 'message'))).toEqual(['E-mail'])
})

test('an option that stands in two groups is found once', () => {
  expect(filterOptions([option('Print'), option('Print')], 'pr')).toHaveLength(1)
})
