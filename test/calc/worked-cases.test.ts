import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { differences } from './compare.ts'
import { caseFiles, casesOf, faultsOf } from './worked-cases.ts'

describe.each(caseFiles)('worked cases', (file) => {
  test.each(casesOf(file))(`${basename(file, '.json')} $id: $title`, (worked) => {
    expect(faultsOf(answerCase(worked), worked)).toEqual([])
  })
})

test('a wrong answer is seen: by value, by a missing field, by null, by a list too long', () => {
  expect(differences({ a: 1.01 }, { a: 1 }, { abs: 0.001 })).toHaveLength(1)
  expect(differences({ b: 1 }, { a: 1 })).toHaveLength(1)
  expect(differences({ a: 0 }, { a: null })).toHaveLength(1)
  expect(differences({ a: [1, 2] }, { a: [1] })).toHaveLength(1)
})

test('an instant is right however it is written', () => {
  expect(differences('2026-11-10T10:00:00+01:00', '2026-11-10T09:00:00Z')).toEqual([])
})
