// The list of defects stays true of the sources: `npm run defects` plants them.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defects } from './list.ts'

test('the text of each planted defect stands exactly once in its file, and becomes another', () => {
  const wrong = defects.filter(({ file, text, becomes }) => {
    const source = readFileSync(`src/${file}`, 'utf8')
    return source.split(text).length !== 2 || text === becomes
  })
  expect(wrong.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
})

test('there are at least 25 defects, each of another name and place', () => {
  expect(defects.length).toBeGreaterThanOrEqual(25)
  expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length)
  expect(new Set(defects.map(({ file, text }) => `${file} ${text}`)).size).toBe(defects.length)
})

test('each defect names tests that there are', () => {
  const missing = defects.flatMap(({ tests }) => tests.filter((name) => !existsSync(`test/${name}.test.ts`)))
  expect(missing).toEqual([])
  expect(defects.filter(({ tests }) => tests.length === 0)).toEqual([])
})
