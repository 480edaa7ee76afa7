import { describe, expect, test } from 'vitest'
import { readNeed } from '../../../src/views/systems/need-draft.ts'
import { loopClosedBy, loopWords, needWords, whatFailsWith } from '../../../src/views/systems/need-words.ts'
import { needs } from '../../metrics/made-records.ts'

const names: Readonly<Record<string, string>> = { mail: 'E-mail', network: 'Network', power: 'Power' }
const nameOf = (id: string) => names[id] ?? id
const chain = [needs('mail', 'network'), needs('network', 'power')]

describe('a need that closes a loop', () => {
  test('is named from the system back to itself', () => {
    const loop = loopClosedBy('power', ['mail'], chain)
    expect(loop).toEqual(['power', 'mail', 'network', 'power'])
    expect(loopWords(loop ?? [], nameOf)).toBe('Power needs E-mail, which needs Network, which needs Power')
  })

  test('is not found where there is none, also round a loop that stands elsewhere', () => {
    expect(loopClosedBy('mail', ['power'], chain)).toBeUndefined()
    expect(loopClosedBy('mail', ['a'], [needs('a', 'b'), needs('b', 'a')])).toBeUndefined()
  })
})

test('what fails with a system goes as far as the needs go', () => {
  expect(whatFailsWith('power', chain)).toEqual(['network', 'mail'])
  expect(whatFailsWith('mail', chain)).toEqual([])
})

test('needs are told by kind', () => {
  expect(needWords(needs('mail', 'network'), nameOf)).toBe('Network')
  expect(needWords(needs('mail', 'network', { type: 'soft', weight: 0.4 }), nameOf)).toBe('Network, by 40%')
  expect(needWords(needs('mail', ['network', 'power'], { type: 'any' }), nameOf)).toBe('1 of Network and Power')
})

describe('reading the form of a need', () => {
  const draft = { type: 'hard', needs: ['network'], weight: '50', need: '1' } as const
  const errorsOf = (given: Partial<Parameters<typeof readNeed>[1]>) => {
    const read = readNeed('mail', { ...draft, ...given })
    return read.ok ? [] : read.errors.map((error) => error.fieldId)
  }

  test('what is missing or impossible is said at its field', () => {
    expect(errorsOf({ needs: [] })).toEqual(['need-systems'])
    expect(errorsOf({ type: 'soft', weight: '0' })).toEqual(['need-weight'])
    expect(errorsOf({ type: 'any', needs: ['network', 'power'], need: '3' })).toEqual(['need-count'])
    expect(errorsOf({ needs: ['network', 'power'] })).toEqual(['need-systems'])
  })

  test('a share typed in percent is kept as a share', () => {
    expect(readNeed('mail', { ...draft, type: 'soft', weight: '40' })).toMatchObject({ need: { weight: 0.4, need: 1 } })
  })
})
