import { expect, test } from 'vitest'
import { allArticles, findArticles } from '../../../src/views/help/help-articles.ts'

const helpArticles = await allArticles()
const ids = (typed: string) => findArticles(helpArticles, typed).map(({ id }) => id)

test('the help is found by the words that people use, not only by its own', () => {
  expect(ids('uptime')).toContain('availability')
  expect(ids('iphone')).toEqual(['install'])
  expect(ids('WRONG time')).toContain('correct')
  expect(ids('maintenance')[0]).toBe('planned')
  expect(ids('zebra')).toEqual([])
})

test('articles with the words in their title come first', () => {
  expect(ids('availability')[0]).toBe('availability')
})

test('without a search every article is there, each under an address of its own', () => {
  expect(ids(' ')).toHaveLength(helpArticles.length)
  expect(new Set(ids('')).size).toBe(helpArticles.length)
})

test('the help has no exclamation marks', () => {
  expect(JSON.stringify(helpArticles)).not.toContain('!')
})
