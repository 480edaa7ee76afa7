// The server of a simulated history: its real code on SQLite in memory. It dies before a statement, starts again, and is
// put back to a backup. Schema and accounts are made once and copied.
import SqliteConnection from 'better-sqlite3'
import type { Grant } from '../../src/domain/access.ts'
import { beginHistory } from '../../src/server/backup/restore.ts'
import type { Database, Statements } from '../../src/server/database/port.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createHandler, type Handler } from '../../src/server/handler.ts'
import { cookieOf, goodPassword, origin, quickPasswords, startTrial, type Trial } from '../server/trial.ts'

export interface Account {
  readonly userId: string
  /** Of one device each. */
  readonly cookies: readonly string[]
}

export interface SimulatedServer extends Pick<Trial, 'database' | 'clock' | 'handler'> {
  readonly isDown: () => boolean
  /** The process dies before its statement of that number from now, and takes what it was at along. */
  killAt(statement: number): void
  /** As another process on the same data. */
  restart(): void
  backUp(): void
  /** The data is that of the backup, as after the command `restore`. */
  putBack(): Promise<void>
  post(path: string, body: object, cookie: string): Promise<Response>
  close(): Promise<void>
}

const startsAt = Date.parse('2026-03-02T09:00:00Z')

/** Accounts with these grants and so many sessions each, in a database to copy. */
async function makeTemplate(people: readonly { readonly grants: readonly Grant[]; readonly sessions: number }[]) {
  const connection = new SqliteConnection(':memory:')
  const trial = startTrial({ database: openSqlite(connection) })
  const accounts: Account[] = []
  for (const { grants, sessions } of people) {
    const { userId, cookie } = await trial.person(...grants)
    const cookies = [cookie]
    while (cookies.length < sessions)
      cookies.push(
        cookieOf(await trial.post('/auth/sign-in', { email: `${userId}@trial.test`, password: goodPassword })),
      )
    accounts.push({ userId, cookies })
  }
  return { data: connection.serialize(), accounts }
}

let template: ReturnType<typeof makeTemplate> | undefined

/** The same people in every history of a process. */
export async function startSimulatedServer(
  people: readonly { readonly grants: readonly Grant[]; readonly sessions: number }[],
): Promise<{ server: SimulatedServer; accounts: readonly Account[] }> {
  template ??= makeTemplate(people)
  const { data, accounts } = await template
  return { server: startOn(data), accounts }
}

function startOn(data: Buffer): SimulatedServer {
  const clock = { now: startsAt }
  const life = { left: Number.POSITIVE_INFINITY }
  let connection = new SqliteConnection(data)
  let database = mortal(openSqlite(connection), life)
  let backup = data
  let handler: Handler
  const start = () => {
    life.left = Number.POSITIVE_INFINITY
    handler = createHandler({ passwords: quickPasswords, database, now: () => clock.now, log: () => undefined })
  }
  start()
  const isDown = () => life.left < 0
  const reach = async (request: Request): Promise<Response> => {
    if (isDown()) throw new TypeError('connection refused')
    const answer = await handler(request)
    if (isDown()) throw new TypeError('connection reset')
    return answer
  }
  return {
    clock,
    get database() {
      return database
    },
    handler: reach,
    isDown,
    killAt: (statement) => {
      life.left = statement
    },
    restart: start,
    backUp: () => {
      backup = connection.serialize()
    },
    putBack: async () => {
      life.left = Number.POSITIVE_INFINITY
      await database.close()
      connection = new SqliteConnection(backup)
      beginHistory(connection)
      database = mortal(openSqlite(connection), life)
      start()
    },
    post: (path, body, cookie) => {
      const headers = { origin, 'content-type': 'application/json', cookie }
      return reach(new Request(origin + path, { method: 'POST', body: JSON.stringify(body), headers }))
    },
    close: () => database.close(),
  }
}

const dead = () => Promise.reject(new Error('the process is no more'))

/** The statements of a process that may die: none is done after, and a transaction that was under way is undone. */
function mortal(database: Database, life: { left: number }): Database {
  const known = new WeakMap<Statements, Statements>()
  const wrapped = (statements: Statements): Statements => {
    const found = known.get(statements)
    if (found) return found
    const each = ([name, run]: [string, (...args: never[]) => unknown]) => [
      name,
      (...args: never[]) => (life.left < 0 || --life.left < 0 ? dead() : run(...args)),
    ]
    const made = Object.fromEntries(Object.entries(statements).map((entry) => each(entry as never))) as Statements
    known.set(statements, made)
    return made
  }
  const untilEnd = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work
    return life.left < 0 ? dead() : result
  }
  return {
    ...database,
    read: (work) => database.read((statements) => work(wrapped(statements))),
    write: (work) => database.write((statements) => untilEnd(work(wrapped(statements)))),
  }
}
