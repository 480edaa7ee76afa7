import { expect, test } from 'vitest'
import { opSubject } from '../../../src/views/sync/op-subject.ts'

const id = '01900000-0000-7000-8000-000000000001'
const op = (set: Record<string, Record<string, unknown>>, k = 'holiday') =>
  JSON.stringify({
    mid: 1,
    name: 'x.y',
    by: 'p',
    at: 1,
    schema: 1,
    changes: [{ k, id, s: 'catalogue', base: {}, set }],
  })

test('a change is told by the name it carries', () => {
  expect(opSubject(op({ day: { on: '2027-05-07', name: 'Royal day' } }))).toBe('Royal day')
  expect(opSubject(op({ times: { startAt: 1 }, about: { title: '', cause: 'x' } }))).toBeUndefined()
})

test('a damaged change still can be shown', () => {
  expect(opSubject('{')).toBeUndefined()
  expect(opSubject('{}')).toBeUndefined()
})

test('what was written of a lawyer’s time is in no title', () => {
  expect(opSubject(op({ text: { text: 'Advised on the break clause' } }, 'narrative'))).toBeUndefined()
})
