// A server beside pages of other versions: what an op says in the words of another schema, and whether the two can talk.
import { expect, test } from 'vitest'
import { protocol } from '../../../src/domain/wire.ts'
import { earlierOp, versionsOf } from '../../domain/made-versions.ts'
import { errorCode, newOutage, rowOf, startTrial } from '../trial.ts'

const numbers = [1, 2, 3, 4] as const

for (const server of numbers)
  for (const page of numbers)
    test(`a server of schema ${server} takes an op of schema ${page}, or lets it wait for a later server`, async () => {
      const trial = startTrial({ versions: versionsOf(server) })
      const ict = await trial.person('ict')
      const outage = newOutage(trial.newId(), { title: 'No mail', loss: 0.5 })
      const text = earlierOp(ict.opText('outage.report', [outage], { schema: page }), Math.max(0, server - page))
      const first = await ict.send([text])
      if (page <= server) expect(first).toMatchObject({ results: [{ o: 'ok' }] })
      else {
        expect(first).toMatchObject({ wait: { schema: server } })
        expect(await rowOf(trial, 'outage', outage.id)).toBeUndefined()
        const later = startTrial({ database: trial.database, versions: versionsOf(page) })
        const body = {
          x: protocol,
          db: trial.database.id,
          client: ict.client,
          build: 1,
          now: trial.clock.now,
          ops: [text],
        }
        const answer = await later.post('/sync/v1/push', body, ict.cookie)
        expect(await answer.json()).toMatchObject({ results: [{ o: 'ok' }] })
      }
      expect((await rowOf(trial, 'outage', outage.id))?.doc).toMatchObject({ title: 'No mail', loss: 0.5 })
    })

test('what comes before an op of a later schema is done; it and what follows waits, and is taken once', async () => {
  const trial = startTrial({ versions: versionsOf(2) })
  const ict = await trial.person('ict')
  const outages = [1, 2, 3].map((n) => newOutage(trial.newId(), { title: `Outage ${n}` }))
  const ops = outages.map((outage, i) => ict.opText('outage.report', [outage], { schema: i === 0 ? 2 : 3 }))
  expect(await ict.send(ops)).toMatchObject({ last: 1, results: [{ mid: 1, o: 'ok' }] })
  expect(await ict.send(ops.slice(1))).toMatchObject({ wait: { schema: 2 } })
  const later = startTrial({ database: trial.database, versions: versionsOf(3) })
  const body = { x: protocol, db: trial.database.id, client: ict.client, build: 1, now: trial.clock.now, ops }
  const taken = async () => (await later.post('/sync/v1/push', body, ict.cookie)).json()
  const answer = await taken()
  expect(answer).toMatchObject({ last: 3, results: [{ o: 'ok' }, { o: 'ok' }, { o: 'ok' }] })
  expect(await taken()).toEqual(answer)
  const { rows } = await ict.pull()
  expect(rows.map(({ doc }) => doc.title)).toEqual(['Outage 1', 'Outage 2', 'Outage 3'])
})

test('an op that cannot be read in its own schema is refused, with a plain sentence', async () => {
  const trial = startTrial({ versions: versionsOf(3) })
  const ict = await trial.person('ict')
  const change = { ...newOutage(trial.newId()), set: { level: { level: 'down', percent: 'all' } } }
  const verdict = await ict.push('outage.report', [change], { schema: 1 })
  expect(verdict).toMatchObject({
    o: 'rejected',
    code: 'other_schema',
    message: expect.stringMatching(/^This change /),
  })
})

for (const path of ['push', 'pull'])
  test(`who speaks an earlier protocol is told to load the page anew, who speaks a later one to wait: ${path}`, async () => {
    const trial = startTrial()
    const ict = await trial.person('ict')
    const ask = (x: unknown) => trial.post(`/sync/v1/${path}`, { x, db: trial.database.id, quite: 'other' }, ict.cookie)
    const earlier = await ask('sync0')
    if (path === 'push') expect(await earlier.json()).toMatchObject({ x: protocol, upgrade: { minBuild: 0 } })
    else expect([earlier.status, await errorCode(earlier)]).toEqual([426, 'upgrade'])
    const later = await ask('sync2')
    expect([later.status, await errorCode(later)]).toEqual([409, 'behind'])
    for (const x of ['sync', 'tcp1', 7]) expect(await errorCode(await ask(x))).toBe('bad_request')
  })
