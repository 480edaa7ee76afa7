// A built server over the sample, as a process, with texts planted in it that some people must never be shown.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Row } from '../../src/domain/record.ts'
import { buildServer, freePort, run } from '../server/process/running.ts'

const password = 'correct horse battery'
const place = join(import.meta.dirname, '../../node_modules/.uptally-test-abuse')
export const planted = {
  narrative: 'canary-narrative-7f3a',
  note: 'canary-note-91bc',
  file: 'canary-file-55d0',
} as const
const roles = ['admin', 'ict', 'client', 'manager', 'staff', 'legal', 'practice'] as const
export type Seat = (typeof roles)[number]

export interface Member {
  readonly seat: Seat | 'nobody'
  readonly userId: string
  readonly cookie: string
}

export async function startAbused() {
  await buildServer(join(place, 'server'))
  mkdirSync(join(place, 'client', 'assets'), { recursive: true })
  writeFileSync(join(place, 'client', 'index.html'), '<!doctype html><title>Page</title>')
  writeFileSync(join(place, 'client', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(place, 'secret.txt'), planted.file)
  const folder = mkdtempSync(join(tmpdir(), 'uptally-abuse-'))
  const file = join(folder, 'uptally.db')
  const port = await freePort()
  process.env.UPTALLY_SAMPLE_PASSWORD = password
  const first = await run(folder, port, ['--sample'], join(place, 'server'))
  first.signal('SIGTERM')
  await first.ended
  const written = new Sqlite(file)
  for (const [kind, text] of [
    ['narrative', planted.narrative],
    ['work_note', planted.note],
  ])
    if (written.prepare("UPDATE row SET doc = json_set(doc, '$.text', ?) WHERE kind = ?").run(text, kind).changes === 0)
      throw new Error(`no ${kind} in the sample`)
  written.close()
  const running = await run(folder, port, [], join(place, 'server'))
  const reading = new Sqlite(file, { readonly: true })
  const count = (sql: string) => reading.prepare(sql).pluck().get() as number
  const members: Member[] = [{ seat: 'nobody', userId: '', cookie: '' }]
  let db = ''
  for (const seat of roles) {
    const body = JSON.stringify({ email: `${seat}@sample.test`, password })
    const headers = { origin: running.origin, 'content-type': 'application/json' }
    const answer = await fetch(`${running.origin}/auth/sign-in`, { method: 'POST', headers, body })
    const { session } = (await answer.json()) as { session: { db: string; userId: string } }
    db = session.db
    members.push({ seat, userId: session.userId, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' })
  }
  return {
    ...{ running, port, db, members, folder },
    rowsOf: (kind: string): Row[] =>
      (
        reading.prepare('SELECT * FROM row WHERE kind = ? AND deleted = 0 ORDER BY id LIMIT 20').all(kind) as Record<
          string,
          string
        >[]
      ).map(
        (row) =>
          ({
            ...row,
            k: kind,
            s: row.scope,
            doc: JSON.parse(row.doc ?? ''),
            groups: JSON.parse(row.groups ?? ''),
          }) as never,
      ),
    /** What could grow without an end. */
    sizes: () => ({
      users: count('SELECT count(*) FROM user'),
      grants: count('SELECT count(*) FROM "grant"'),
      sessions: count('SELECT count(*) FROM session'),
      invitations: count('SELECT count(*) FROM invitation'),
      ops: count('SELECT count(*) FROM op'),
      clients: count('SELECT count(*) FROM client'),
      // Without the sums that the server writes of its own accord some time after a start.
      rows: count("SELECT count(*) FROM row WHERE kind NOT IN ('team_month', 'council_month')"),
    }),
    /** MB, and files and sockets that are open; undefined where the system does not tell. */
    footprint: () => {
      const at = `/proc/${running.pid}`
      if (!existsSync(at)) return undefined
      const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${at}/status`, 'utf8'))?.[1])
      return { mb: kb / 1024, handles: readdirSync(`${at}/fd`).length, files: statSync(file).size }
    },
    end: async () => {
      reading.close()
      running.signal('SIGTERM')
      const code = await running.ended
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}
export type Abused = Awaited<ReturnType<typeof startAbused>>
