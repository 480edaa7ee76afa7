import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAX_BYTES } from '../../src/calc/main.ts'
import { caseFiles, casesOf, faultsOf } from './worked-cases.ts'

const start = new URL('../../src/calc/start.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'uptally-calc-'))
const october = { period: { from: '2026-10-01', to: '2026-11-01' }, calendar: '24x7' }

function calc(file: string, input = '', zone = 'Europe/London') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, file], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  })
  return { status, document: JSON.parse(stdout), stderr }
}

// The first run may have to make the bundle.
beforeAll(() => {
  calc('-', '{"cases":[]}')
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['Europe/London', 'Pacific/Auckland'])('the calc command on a machine in %s', (zone) => {
  test.each(caseFiles)('answers a file of worked cases in a batch: %s', (file) => {
    const { status, document, stderr } = calc(file, '', zone)
    const cases = casesOf(file)
    expect({ status, stderr, count: document.results.length }).toEqual({ status: 0, stderr: '', count: cases.length })
    for (const [i, worked] of cases.entries()) {
      expect(document.results[i].id).toBe(worked.id)
      expect(faultsOf(document.results[i], worked), worked.id).toEqual([])
    }
  })
})

test('a single case is answered by itself, from a file or standard input', () => {
  const one = JSON.stringify({ id: 7, kind: 'minutes', input: october })
  const file = join(folder, 'one.json')
  writeFileSync(file, one)
  const expected = { id: 7, kind: 'minutes', output: { elapsed_min: 44700, calendar_min: 44700 } }
  expect(calc(file)).toMatchObject({ status: 0, document: expected })
  expect(calc('-', one)).toMatchObject({ status: 0, document: expected })
})

test('a single bad case ends with status 2 and its error on standard output', () => {
  const { status, document } = calc('-', JSON.stringify({ kind: 'minutes' }))
  expect(status).toBe(2)
  expect(document).toMatchObject({ kind: 'minutes', error: { code: 'missing_field', path: '/input' } })
})

test('a bad case in a batch does not disturb its neighbours', () => {
  const good = { kind: 'minutes', input: october }
  const { status, document } = calc('-', JSON.stringify({ cases: [good, 5, { kind: 'nothing', input: {} }, good] }))
  expect(status).toBe(0)
  expect(document.results).toMatchObject([
    { output: { elapsed_min: 44700 } },
    { error: { code: 'bad_file' } },
    { error: { code: 'unknown_kind', path: '/kind' } },
    { output: { elapsed_min: 44700 } },
  ])
})

test.each([
  ['a file that is not there', join(folder, 'absent.json'), '', 'not_json'],
  ['text that is not JSON', '-', '{', 'not_json'],
  ['JSON of neither form', '-', '[1]', 'bad_file'],
  ['cases that are no list', '-', '{"cases":{}}', 'bad_file'],
  ['more than 20 MB', '-', `"${'x'.repeat(MAX_BYTES)}"`, 'too_large'],
])('%s ends with status 2 and says so', (_, file, input, code) => {
  const { status, document } = calc(file, input)
  expect(status).toBe(2)
  expect(document.error).toMatchObject({ code, path: '' })
})

test('no file named is a missing file', () => {
  expect(() => execFileSync(process.execPath, [start], { stdio: 'pipe' })).toThrow(/Command failed/)
})
