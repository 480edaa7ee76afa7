import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteConnection from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { schemaSteps } from '../../../src/server/database/schema.ts'
import { openSqlite } from '../../../src/server/database/sqlite.ts'

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'uptally.db')
}

test('ops of before there was a trail come into it, without what refused ones made up', async () => {
  const file = newFile()
  const before = schemaSteps.findIndex((step) => step.includes('CREATE TABLE act ('))
  const connection = new SqliteConnection(file)
  for (const step of schemaSteps.slice(0, before)) connection.exec(step)
  connection.pragma(`user_version = ${before}`)
  const add = connection.prepare("INSERT INTO op VALUES ('c', ?, 'h', 'u', ?, ?, ?)")
  const changes = [{ k: 'outage', id: 'o1', s: 'desk:shared', set: { about: { title: 'CANARY' } } }]
  add.run(1, 10, JSON.stringify({ name: 'outage.report', changes }), '{"mid":1,"o":"ok"}')
  add.run(2, 20, 'CANARY, no JSON', '{"mid":2,"o":"rejected","code":"bad_op"}')
  add.run(3, 30, JSON.stringify({ name: 'CANARY', changes }), '{"mid":3,"o":"rejected","code":"unknown_mutation"}')
  connection.close()

  const database = openSqlite(file)
  onTestFinished(() => database.close())
  const acts = await database.read((statements) => statements.acts({}, 10))
  expect(acts.map(({ name, at, code, records }) => [name, at, code, records])).toEqual([
    ['op.refused', 30, 'unknown_mutation', []],
    ['op.refused', 20, 'bad_op', []],
    ['outage.report', 10, null, [{ k: 'outage', id: 'o1', s: 'desk:shared' }]],
  ])
})

test('no page of the trail reads the whole of it: each search goes by an index', async () => {
  const file = newFile()
  await openSqlite(file).close()
  const connection = new SqliteConnection(file)
  onTestFinished(() => void connection.close())
  const planOf = (where: string) =>
    connection
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM act ${where} ORDER BY at DESC, id DESC LIMIT 50`,
      )
      .all()
      .map(({ detail }) => detail)
      .join('; ')
  expect(planOf('')).toBe('SCAN act USING INDEX act_at')
  expect(planOf('WHERE (at, id) < (5, 5)')).toMatch(/^SEARCH act USING INDEX act_at/)
  expect(planOf('WHERE at >= 3 AND at < 9')).toMatch(/^SEARCH act USING INDEX act_at/)
  expect(planOf("WHERE id IN (SELECT act FROM act_record WHERE record = 'x')")).toMatch(
    /SEARCH act USING INTEGER PRIMARY KEY.*act_record_record/,
  )
})
