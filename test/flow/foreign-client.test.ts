// The page src/sync/README.md is enough: a client that shares no line with the app works with the server.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Role } from '../../src/domain/access.ts'
import { goodPassword, origin, startTrial, type Trial } from '../server/trial.ts'
import { ForeignClient } from './foreign/client.ts'

const at = Date.parse('2026-03-02T08:00:00Z')
const about = (title: string) => ({ title, cause: '', workaround: '' })

async function join(trial: Trial, role: Role): Promise<ForeignClient> {
  const { userId } = await trial.person(role)
  const foreign = new ForeignClient(origin, trial.handler)
  await foreign.signIn(`${userId}@trial.test`, goodPassword)
  return foreign
}

function report(foreign: ForeignClient, title: string): string {
  const outage = foreign.create('outage', 'desk:shared', {
    times: { startAt: at, endAt: null },
    level: { level: 'down', loss: 1 },
    reach: { councilIds: [] },
    about: about(title),
    origin: { reportedAt: at, reportedById: foreign.userId, source: '', sourceKey: '' },
  })
  const edge = { outageId: outage.id, systemId: crypto.randomUUID() }
  foreign.record(
    'outage.report',
    outage,
    foreign.create('affected', 'desk:shared', { edge, mark: { mark: 'affected' } }),
    foreign.create('event', 'desk:shared', {
      line: { outageId: outage.id, type: 'reported', at, byId: foreign.userId, text: '', before: {}, after: {} },
    }),
  )
  return outage.id
}

test('it shares no line with the app', () => {
  expect(readFileSync(new URL('./foreign/client.ts', import.meta.url), 'utf8')).not.toMatch(/\bimport\b/)
})

test('what it reports another foreign client reads, page by page', async () => {
  const trial = startTrial()
  const [one, two] = [await join(trial, 'ict'), await join(trial, 'ict')]
  const ids = Array.from({ length: 60 }, (_, index) => report(one, `Outage ${index}`))
  await one.push()
  expect(one.waitingCount).toBe(0)
  expect(one.refused).toEqual([])
  await two.pull(7)
  expect(ids.map((id) => two.row('outage', id)?.doc.title)).toEqual(ids.map((_, index) => `Outage ${index}`))
  await one.pull()
  expect([...one.rows].sort()).toEqual([...two.rows].sort())
})

test('two that change one group apart leave a conflict that holds both values', async () => {
  const trial = startTrial()
  const [one, two] = [await join(trial, 'ict'), await join(trial, 'ict')]
  const id = report(one, 'No mail')
  await one.push()
  await Promise.all([one.pull(), two.pull()])
  one.record('outage.describe', one.change('outage', id, { about: about('Mail is slow') }))
  two.record('outage.describe', two.change('outage', id, { about: about('Mail is down') }))
  await one.push()
  await two.push()
  await one.pull()
  const asked = [...one.rows.values()].filter(({ k }) => k === 'conflict')
  expect(asked).toHaveLength(1)
  const { shown, other } = (asked[0]?.doc ?? {}) as Record<string, { value: { title: string } }>
  expect([shown?.value.title, other?.value.title].sort()).toEqual(['Mail is down', 'Mail is slow'])
  expect(one.row('outage', id)?.doc.title).toBe(shown?.value.title)
})

test('what its person may not send is refused with a sentence, and what stands beside it is taken', async () => {
  const trial = startTrial()
  const staff = await join(trial, 'staff')
  report(staff, 'Not mine to report')
  await staff.push()
  expect(staff.refused).toMatchObject([{ mid: 1, code: 'not_allowed', message: expect.stringMatching(/\.$/) }])
  expect(staff.waitingCount).toBe(0)
})

test('an answer that is lost costs nothing: the same op is taken once', async () => {
  const trial = startTrial()
  const one = await join(trial, 'ict')
  const before = one.copy()
  report(one, 'No mail')
  const lost = one.copy()
  await lost.push()
  await one.push()
  await before.pull()
  expect([...before.rows.values()].filter(({ k }) => k === 'outage')).toHaveLength(1)
})

test('a copied profile takes a new name for itself and loses nothing', async () => {
  const trial = startTrial()
  const one = await join(trial, 'ict')
  const copied = one.copy()
  report(one, 'From the first')
  report(copied, 'From its copy')
  await one.push()
  await copied.push()
  await copied.pull()
  const titles = [...copied.rows.values()].filter(({ k }) => k === 'outage').map(({ doc }) => doc.title)
  expect(titles.sort()).toEqual(['From its copy', 'From the first'])
})
