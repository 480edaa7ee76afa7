import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import SqliteConnection from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { type Command, runCommand } from '../../../src/server/backup/commands.ts'
import { verifyFile } from '../../../src/server/backup/verify.ts'
import { openDataFolder } from '../../../src/server/data-folder.ts'
import { type Device, goodPassword, newOutage, startTrial } from '../trial.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A data folder as a server leaves it, with two operations of one device. */
async function leftFolder() {
  const trial = startTrial()
  const ict = await trial.person('ict')
  for (let i = 0; i < 2; i++) await ict.push('outage.report', [newOutage(trial.newId())])
  const folder = newFolder()
  const file = join(folder, 'uptally.db')
  await trial.database.close()
  copyFileSync(trial.file, file)
  return { folder, file, client: ict.client, id: trial.database.id }
}

function runIn(dataFolder: string, command: Command): string {
  const said: string[] = []
  runCommand(command, { dataFolder, now: Date.parse('2026-03-02T09:30:00Z'), say: (line) => void said.push(line) })
  return said.join('\n')
}

function change(file: string, sql: string): void {
  const connection = new SqliteConnection(file)
  connection.pragma('foreign_keys = OFF')
  connection.exec(sql)
  connection.close()
}

test('verify counts what there is and changes nothing', async () => {
  const { folder, file } = await leftFolder()
  const said = runIn(folder, { name: 'verify' })
  expect(said).toContain('1 people\n1 installations\n2 operations\n2 records\n')
  expect(said).toMatch(/uptally\.db holds together\.$/)
  expect(runIn('/nowhere', { name: 'verify', file })).toBe(said)
  expect(readdirSync(folder)).toEqual(['uptally.db'])
})

const newer = /written by a newer Uptally/
test.each([
  ['a head behind its records', 'UPDATE scope SET head = 1', /^desk:shared has records past its head\.$/],
  ['a scope without a head', 'DELETE FROM scope', /^desk:shared has records past its head\.$/],
  ['a scope without its records', 'DELETE FROM row', /^desk:shared is a scope .* holds no record\.$/],
  ['a hole in the operations', 'DELETE FROM op WHERE mid = 1', /^\S+ is an installation whose operations have holes/],
  ['an operation that is lost at the end', 'DELETE FROM op WHERE mid = 2', /holes in their numbers/],
  ['operations of nobody', 'DELETE FROM client', /is not listed, and has operations\.$/],
  ['a record that is torn', `UPDATE row SET doc = '{"a":' WHERE ver = 1`, /is a record that cannot be read\.$/],
  ['an installation of nobody', 'DELETE FROM user', /^In the table (client|session|grant) something names/],
  ['a table that is gone', 'DROP TABLE op', /^It lacks .*the column op\.body/],
  ['an index that is gone', 'DROP INDEX op_order', /^It lacks the index op_order\.$/],
  ['a newer schema', 'PRAGMA user_version = 99', newer],
])('verify finds %s', async (_what, sql, says) => {
  const { folder, file } = await leftFolder()
  change(file, sql)
  expect(verifyFile(file).faults[0]).toMatch(says)
  expect(() => runIn(folder, { name: 'verify' })).toThrow(/does not hold together/)
})

test('verify says of a damaged file and of one that is none of ours what they are', () => {
  const folder = newFolder()
  const rubbish = join(folder, 'rubbish.db')
  writeFileSync(rubbish, 'this is no database, though it is long enough to be looked at. '.repeat(100))
  expect(verifyFile(rubbish).faults[0]).toMatch(/^It cannot be read: file is not a database\.$/)
  const other = join(folder, 'other.db')
  change(other, 'CREATE TABLE a (b)')
  expect(verifyFile(other).faults).toEqual(['It is no database of Uptally.'])
  expect(() => runIn(folder, { name: 'verify', file: join(folder, 'none.db') })).toThrow(
    /^There is no file .*none\.db\.$/,
  )
})

test('a backup is made while a server runs, is one sound file for this account only, and replaces no other', async () => {
  const { folder, file } = await leftFolder()
  const server = openDataFolder(folder)
  const to = join(newFolder(), 'copy.db')
  expect(runIn(folder, { name: 'backup', file: to })).toBe(`${to} is a backup that holds together.`)
  await server.release()
  expect(verifyFile(to)).toEqual(verifyFile(file))
  expect(readdirSync(dirname(to))).toEqual(['copy.db'])
  expect(statSync(to).mode & 0o777).toBe(0o600)
  expect(() => runIn(folder, { name: 'backup', file: to })).toThrow(
    /^There is a file .*copy\.db already; name another\.$/,
  )
  expect(() => runIn(folder, { name: 'backup', file: join(folder, 'no/such/copy.db') })).toThrow(/cannot be written: /)
  expect(() => runIn(newFolder(), { name: 'backup', file: to })).toThrow(/^There is no database in /)
})

test('a restored backup has the same identity and another epoch, and what it replaced lies beside it', async () => {
  const { folder, file, id } = await leftFolder()
  const backup = join(newFolder(), 'copy.db')
  runIn(folder, { name: 'backup', file: backup })
  const early = verifyFile(backup)
  change(file, `UPDATE user SET name = 'Later'`)
  const said = runIn(folder, { name: 'restore', file: backup })
  const replaced = join(folder, 'replaced-uptally-2026-03-02T09-30-00Z.db')
  expect(said).toContain(`What it replaced is kept as ${replaced}.`)
  expect(readdirSync(folder).sort()).toEqual(['replaced-uptally-2026-03-02T09-30-00Z.db', 'uptally.db', 'uptally.lock'])
  expect(verifyFile(file)).toEqual(early)
  const nameIn = (path: string) => {
    const connection = new SqliteConnection(path, { readonly: true })
    onTestFinished(() => void connection.close())
    return connection.prepare('SELECT name FROM user').pluck().get()
  }
  expect([nameIn(file), nameIn(replaced)]).toEqual(['Somebody', 'Later'])
  const server = openDataFolder(folder)
  expect(server.database.id).toBe(id)
  expect(server.database.epoch).not.toBe(id)
  await server.release()
})

test('a backup is restored into an empty folder, and in place of a database that is damaged', async () => {
  const { folder, file } = await leftFolder()
  const backup = join(newFolder(), 'copy.db')
  runIn(folder, { name: 'backup', file: backup })
  const empty = join(newFolder(), 'deep')
  expect(runIn(empty, { name: 'restore', file: backup })).not.toContain('kept')
  await openDataFolder(empty).release()
  writeFileSync(file, 'damaged '.repeat(2000))
  expect(() => openDataFolder(folder)).toThrow(/is damaged/)
  expect(runIn(folder, { name: 'restore', file: backup })).toContain('What it replaced is kept')
  await openDataFolder(folder).release()
})

test('a restore that cannot be right is refused in a sentence and leaves everything as it was', async () => {
  const { folder, file } = await leftFolder()
  const backup = join(newFolder(), 'copy.db')
  runIn(folder, { name: 'backup', file: backup })
  const other = (await leftFolder()).file
  const torn = join(newFolder(), 'torn.db')
  copyFileSync(backup, torn)
  change(torn, 'UPDATE scope SET head = 0')
  const aFolder = join(newFolder(), 'folder.db')
  mkdirSync(aFolder)
  const before = verifyFile(file)
  const restore = (from: string) => () => runIn(folder, { name: 'restore', file: from })
  expect(restore('/nowhere/copy.db')).toThrow(/^There is no file \/nowhere\/copy\.db\.$/)
  expect(restore(aFolder)).toThrow(/folder\.db cannot be restored\. It cannot be read: /)
  expect(restore(torn)).toThrow(/torn\.db cannot be restored\. desk:shared has records past its head\.$/)
  expect(restore(file)).toThrow(/is the database itself; name a backup of it\.$/)
  expect(restore(other)).toThrow(/is of another installation\. Restore it into an empty folder/)
  const server = openDataFolder(folder)
  expect(restore(backup)).toThrow(/^Another Uptally is running on the data folder/)
  await server.release()
  expect(verifyFile(file)).toEqual(before)
  expect(readdirSync(folder).filter((name) => name !== 'uptally.lock')).toEqual(['uptally.db'])
  expect(existsSync(`${file}.restored`)).toBe(false)
})

test('a restore signs everybody out, and keeps which devices are to be wiped, may be, and which key to legal text is in force', async () => {
  const trial = startTrial()
  const [ada, bob, eve] = [await trial.person('legal'), await trial.person('legal'), await trial.person('legal')]
  const [admin, dan] = [await trial.person('admin'), await trial.person('ict')]
  const backup = join(newFolder(), 'copy.db')
  const askLease = ({ userId, cookie }: Device) =>
    trial.post('/sync/v1/lease', { x: 'sync1', db: trial.database.id, user: userId }, cookie)
  for (const each of [ada, bob]) expect((await askLease(each)).status).toBe(200)
  runIn(dirname(trial.file), { name: 'backup', file: backup })
  // Since then: Ada’s device is to be wiped, Bob is off, and Eve has got a key and a second device; Dan has signed out.
  expect((await trial.post('/admin/people/wipe', { id: ada.userId }, admin.cookie)).status).toBe(200)
  await trial.post('/admin/people/disable', { id: bob.userId, isDisabled: true }, admin.cookie)
  await trial.post('/auth/sign-out', {}, dan.cookie)
  await askLease(eve)
  const signIn = { email: `${eve.userId}@trial.test`, password: goodPassword }
  expect((await trial.post('/auth/sign-in', signIn)).status).toBe(200)
  const eves = await trial.database.read((statements) => statements.legalKey(eve.userId))
  await trial.database.close()
  runIn(dirname(trial.file), { name: 'restore', file: backup })
  const { database, release } = openDataFolder(dirname(trial.file))
  onTestFinished(release)
  const after = await database.read(async (statements) => ({
    sessions: (
      await Promise.all([ada, bob, eve, admin, dan].map(({ userId }) => statements.sessionsOf(userId)))
    ).flat(),
    wipes: (await statements.wipesOf(ada.userId)).length,
    toWipeLater: await Promise.all([eve, dan].map(async (p) => (await statements.endedSessions(p.userId)).length)),
    keys: await Promise.all([ada, bob, eve].map(({ userId }) => statements.legalKey(userId))),
  }))
  expect(after).toEqual({ sessions: [], wipes: 1, toWipeLater: [2, 0], keys: [undefined, undefined, eves] })
  expect(verifyFile(trial.file).faults).toEqual([])
})
