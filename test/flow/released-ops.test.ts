// Ops as the first released schema queued them on people's devices, which may come months later. One fixture holds one of
// each name that the sample's people do, with what they stand on; the other the rest, which stands on the first. Neither is
// ever made anew.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import type { Row } from '../../src/domain/record.ts'
import type { Op, PushResponse } from '../../src/domain/wire.ts'
import { cookieOf, goodPassword, startTrial, type Trial } from '../server/trial.ts'

interface ReleasedOp {
  readonly userId: string
  readonly client: string
  readonly text: string
  /** Absent: ok. */
  readonly outcome?: string
  /** A row that the server had written under an id of its own choice, and that the op is about. */
  readonly given?: Row
}

const read = <T>(name: string) => JSON.parse(readFileSync(`test/fixtures/wire/${name}.json`, 'utf8')) as T
const released = read<{
  readonly now: number
  readonly people: readonly { id: string; email: string; name: string; grants: Grant[] }[]
  readonly ops: readonly ReleasedOp[]
}>('ops-1')
const rest = read<{ readonly now: number; readonly ops: readonly ReleasedOp[] }>('ops-1-rest')

async function signInAll(trial: Trial): Promise<Map<string, string>> {
  const { userId } = await trial.person('admin')
  const someone = await trial.database.read((statements) => statements.user(userId))
  if (!someone) throw new Error('no account')
  const cookies = new Map<string, string>()
  for (const person of released.people) {
    await trial.database.write((statements) => statements.saveUser({ ...someone, ...person }))
    const answer = await trial.post('/auth/sign-in', { email: person.email, password: goodPassword })
    cookies.set(person.id, cookieOf(answer))
  }
  return cookies
}

async function sendAll(trial: Trial, cookies: ReadonlyMap<string, string>, ops: readonly ReleasedOp[]) {
  const verdicts: string[] = []
  for (const { userId, client, text, given } of ops) {
    if (given) {
      const row = { ...given, doc: JSON.stringify(given.doc), groups: JSON.stringify(given.groups) }
      await trial.database.write((statements) => statements.saveRow(row))
    }
    const body = { x: 'sync1', db: trial.database.id, client, build: 1, now: trial.clock.now, ops: [text] }
    const answer = (await (await trial.post('/sync/v1/push', body, cookies.get(userId))).json()) as PushResponse
    verdicts.push(`${nameOf({ text })}: ${'results' in answer ? answer.results[0]?.o : JSON.stringify(answer)}`)
  }
  return verdicts
}

const nameOf = ({ text }: Pick<ReleasedOp, 'text'>) => (JSON.parse(text) as Op).name
const takenAs = (ops: readonly ReleasedOp[]) => ops.map((op) => `${nameOf(op)}: ${op.outcome ?? 'ok'}`)

test('An op that a released version queued is taken, each of them, and taken once', async () => {
  const trial = startTrial()
  trial.clock.now = released.now
  const cookies = await signInAll(trial)
  expect(new Set(released.ops.map(nameOf)).size).toBe(35)
  expect(await sendAll(trial, cookies, released.ops)).toEqual(takenAs(released.ops))
  const heads = () => trial.database.read((statements) => statements.heads())
  const before = await heads()
  expect(await sendAll(trial, cookies, released.ops)).toEqual(takenAs(released.ops))
  expect(await heads()).toEqual(before)

  trial.clock.now = rest.now
  expect(new Set([...released.ops, ...rest.ops].map(nameOf)).size).toBe(75)
  expect(await sendAll(trial, cookies, rest.ops)).toEqual(takenAs(rest.ops))
  const after = await heads()
  const again = rest.ops.map(({ given: _, ...op }) => op)
  expect(await sendAll(trial, cookies, again)).toEqual(takenAs(rest.ops))
  expect(await heads()).toEqual(after)
})
