// Ops as the first released schema queued them on people's devices, which may come months later. The fixture holds one of
// each name that the sample's people do, with what they stand on; it is never made anew.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import type { Op, PushResponse } from '../../src/domain/wire.ts'
import { cookieOf, goodPassword, startTrial, type Trial } from '../server/trial.ts'

interface Released {
  readonly now: number
  readonly people: readonly { id: string; email: string; name: string; grants: Grant[] }[]
  readonly ops: readonly { userId: string; client: string; text: string }[]
}

const released = JSON.parse(readFileSync('test/fixtures/wire/ops-1.json', 'utf8')) as Released

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

async function sendAll(trial: Trial, cookies: ReadonlyMap<string, string>): Promise<string[]> {
  const verdicts: string[] = []
  for (const { userId, client, text } of released.ops) {
    const body = { x: 'sync1', db: trial.database.id, client, build: 1, now: trial.clock.now, ops: [text] }
    const answer = (await (await trial.post('/sync/v1/push', body, cookies.get(userId))).json()) as PushResponse
    const { name } = JSON.parse(text) as Op
    verdicts.push(`${name}: ${'results' in answer ? answer.results[0]?.o : JSON.stringify(answer)}`)
  }
  return verdicts
}

test('An op that a released version queued is taken, each of them, and taken once', async () => {
  const trial = startTrial()
  trial.clock.now = released.now
  const cookies = await signInAll(trial)
  const accepted = released.ops.map(({ text }) => `${(JSON.parse(text) as Op).name}: ok`)
  expect(new Set(accepted).size).toBe(35)
  expect(await sendAll(trial, cookies)).toEqual(accepted)
  const heads = await trial.database.read((statements) => statements.heads())
  expect(await sendAll(trial, cookies)).toEqual(accepted)
  expect(await trial.database.read((statements) => statements.heads())).toEqual(heads)
})
