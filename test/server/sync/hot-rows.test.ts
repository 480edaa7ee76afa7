import { expect, test } from 'vitest'
import { deskScope } from '../../../src/domain/scope.ts'
import type { Device, Trial } from '../trial.ts'
import { newOutage, shared, startTrial } from '../trial.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const over = { startAt: now - 7_200_000, endAt: now - 3_600_000 }
const edge = (trial: Trial, outageId: string) => ({
  ...{ k: 'affected', id: trial.newId(), s: shared },
  set: { edge: { outageId, systemId: trial.newId() }, mark: { mark: 'affected' } },
})

const work = (trial: Trial, endAt: number, cancelledAt: number | null = null) => ({
  ...{ k: 'maintenance', id: trial.newId(), s: shared },
  set: {
    about: { title: 'Patching', text: '' },
    systems: { systemIds: [trial.newId()] },
    times: { announcedAt: endAt - 7_200_000, startAt: endAt - 3_600_000, endAt },
    state: { cancelledAt },
    origin: { source: '', sourceKey: '' },
  },
})

/** What is going on among 600 outages that are over. */
async function withHistory(trial: Trial, ict: Device) {
  for (let i = 0; i < 4; i++)
    await ict.push(
      'outage.report',
      Array.from({ length: 150 }, () => newOutage(trial.newId(), over)),
    )
  const open = newOutage(trial.newId())
  const hit = edge(trial, open.id)
  const coming = work(trial, now + 86_400_000)
  await ict.push('outage.report', [open, hit])
  for (const each of [coming, work(trial, now - 60_000), work(trial, now + 86_400_000, now - 60_000)])
    await ict.push('maintenance.announce', [each])
  return { open, hit, coming }
}

async function linesOf(trial: Trial, { cookie, client }: Device, more: object): Promise<Record<string, unknown>[]> {
  const asked = { x: 'sync1', db: trial.database.id, client, build: 1, schema: 1, cursors: {}, limit: 10_000, ...more }
  const answer = await trial.post('/sync/v1/pull', asked, cookie)
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
const hotIn = (lines: readonly Record<string, unknown>[]) =>
  lines.flatMap(({ hot }) => (hot ?? []) as { id: string; ver: number }[])

test('whoever has nothing of a long desk and asks for it gets first what is going on, then all in its order', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  const { open, hit, coming } = await withHistory(trial, ict)
  const [head, ...lines] = await linesOf(trial, ict, { hot: true })
  expect(hotIn(lines.slice(0, 1)).map(({ id }) => id)).toEqual([open.id, hit.id, coming.id])
  const plain = await linesOf(trial, ict, {})
  expect([head, ...lines.slice(1)]).toEqual(plain)
  expect(hotIn(plain)).toEqual([])
})

test('whoever has something of it already, or of a desk that is soon told, gets nothing ahead of its turn', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  await ict.push('outage.report', [newOutage(trial.newId())])
  expect(hotIn(await linesOf(trial, ict, { hot: true }))).toEqual([])
  await withHistory(trial, ict)
  expect(hotIn(await linesOf(trial, ict, { hot: true, cursors: { [shared]: 1 } }))).toEqual([])
})

test('an open incident comes with its three newest lines, to those alone who read its desk', async () => {
  const trial = startTrial()
  const [city, fens] = [trial.newId(), trial.newId()]
  const ict = await trial.person('ict')
  const theirs = await trial.person({ role: 'client_officer', on: city })
  const others = await trial.person({ role: 'client_officer', on: fens })
  const scope = deskScope(city)
  const at = now
  const rows = await trial.database.write(async (statements) => {
    const save = (k: string, ver: number, doc: object) => {
      trial.clock.now += 1
      const id = trial.newId()
      return statements
        .saveRow({ k, id, s: scope, ver, del: false, doc: JSON.stringify(doc), groups: '{}' })
        .then(() => id)
    }
    for (let i = 1; i <= 600; i++) await save('incident', i, { flags: { isOpen: false }, raisedAt: at })
    const incidentId = await save('incident', 601, { flags: { isOpen: true }, raisedAt: at })
    const lines: string[] = []
    for (let i = 0; i < 5; i++) lines.push(await save(i % 2 ? 'comment' : 'incident_event', 602 + i, { incidentId }))
    await statements.saveHead(scope, 606)
    return { incidentId, lines }
  })
  const ids = async (device: Device) => hotIn(await linesOf(trial, device, { hot: true })).map(({ id }) => id)
  const expected = [rows.incidentId, ...rows.lines.slice(2).reverse()]
  expect(await ids(ict)).toEqual(expected)
  expect(await ids(theirs)).toEqual(expected)
  expect(await ids(others)).toEqual([])
})

test('of each group the version alone is told where that is what was asked for', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  await withHistory(trial, ict)
  const [first] = hotIn(await linesOf(trial, ict, { hot: true, marks: 'versions' }))
  expect(first).toMatchObject({ groups: { times: first?.ver } })
})
