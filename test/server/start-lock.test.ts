import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkNode } from '../../src/server/prepare.js'
import { takeLock } from '../../src/server/start-lock.js'

const goneProcess = 2 ** 22 + 1
let folder = ''
let file = ''
let waits = 0
const onWait = () => {
  waits += 1
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uptally-lock-'))
  file = join(folder, '.lock')
  waits = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a free lock is taken at once and names its holder until it is released', async () => {
  const unlock = await takeLock(file, onWait)
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
  unlock?.()
  expect(existsSync(file)).toBe(false)
  expect(waits).toBe(0)
})

test('a lock that a running process holds is waited for, and said so once', async () => {
  writeFileSync(file, String(process.ppid))
  let hasIt = false
  const taking = takeLock(file, onWait).then((unlock) => {
    hasIt = true
    return unlock
  })
  await sleep(600)
  expect(hasIt).toBe(false)
  rmSync(file)
  const unlock = await taking
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
  expect(waits).toBe(1)
  unlock?.()
})

test.each([
  ['a process that is gone', goneProcess],
  ['a former process of our own number, as in a container', process.pid],
])('the lock of %s is taken over', async (_whose, pid) => {
  writeFileSync(file, String(pid))
  const unlock = await takeLock(file, onWait)
  expect(unlock).toBeTypeOf('function')
  expect(waits).toBe(0)
  unlock?.()
})

test('a Node before 20.19 is refused with a sentence that names the need', () => {
  for (const version of ['18.20.4', '20.18.3']) expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or later/)
  for (const version of ['20.19.0', '22.0.0', '24.4.1']) expect(() => checkNode(version)).not.toThrow()
})
