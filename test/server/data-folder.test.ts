import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteConnection from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkSqlite, openDataFolder } from '../../src/server/data-folder.ts'
import { settingsOf } from '../../src/server/settings.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'uptally-data-'))

test('a data folder is made, used by one server, and free again after', async () => {
  const path = join(newFolder(), 'deep/data')
  const first = openDataFolder(path)
  expect(() => openDataFolder(path)).toThrow(/^Another Uptally is running/)
  const { id } = first.database
  await first.release()
  const second = openDataFolder(path)
  expect(second.database.id).toBe(id)
  await second.release()
})

test('a folder that cannot be made is said so', () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  expect(() => openDataFolder(join(file, 'data'))).toThrow(/cannot be written/)
})

test('a damaged database is refused, with the way out', async () => {
  const path = newFolder()
  writeFileSync(join(path, 'uptally.db'), 'this is no database, though it is long enough to be looked at. '.repeat(100))
  expect(() => openDataFolder(path)).toThrow(/is damaged .* Restore it from a backup\.$/)
})

test.each(['uptally.db', 'uptally.lock'])(
  'a %s that the system does not let us open is named in a sentence',
  (name) => {
    const path = newFolder()
    mkdirSync(join(path, name))
    expect(() => openDataFolder(path)).toThrow(`The file ${join(path, name)} cannot be opened: `)
  },
)

test('a database of a newer Uptally is refused and left as it is', async () => {
  const path = newFolder()
  await openDataFolder(path).release()
  const connection = new SqliteConnection(join(path, 'uptally.db'))
  connection.pragma('user_version = 99')
  connection.close()
  expect(() => openDataFolder(path)).toThrow(/newer Uptally \(schema 99/)
})

test('a SQLite that may lose commits is refused', () => {
  for (const version of ['3.51.2', '3.9.0', '2.60.0'])
    expect(() => checkSqlite(version)).toThrow(/needs SQLite 3\.51\.3/)
  for (const version of ['3.51.3', '3.53.2', '4.0.0']) expect(() => checkSqlite(version)).not.toThrow()
})

test('settings come from the environment, with defaults', () => {
  expect(settingsOf([], {})).toMatchObject({ port: 8080, origin: undefined, isProxyTrusted: false, isSample: false })
  const env = {
    PORT: '5301',
    UPTALLY_ORIGIN: 'https://uptally.example.gov.uk/',
    UPTALLY_TRUST_PROXY: '1',
    UPTALLY_DATA: '/x',
  }
  expect(settingsOf(['--sample'], env)).toEqual({
    port: 5301,
    dataFolder: '/x',
    origin: 'https://uptally.example.gov.uk',
    isProxyTrusted: true,
    isSample: true,
    samplePassword: undefined,
    leaseHours: 72,
  })
})

test('a setting that makes no sense is refused by name', () => {
  expect(() => settingsOf([], { PORT: 'http' })).toThrow('PORT is "http"')
  expect(() => settingsOf([], { PORT: '70000' })).toThrow('PORT')
  expect(() => settingsOf([], { UPTALLY_ORIGIN: 'uptally.example' })).toThrow('UPTALLY_ORIGIN')
  expect(() => settingsOf([], { UPTALLY_ORIGIN: 'https://a.test/path' })).toThrow('UPTALLY_ORIGIN')
  expect(() => settingsOf([], { UPTALLY_TRUST_PROXY: 'maybe' })).toThrow('UPTALLY_TRUST_PROXY')
  for (const hours of ['0', 'x', '-1', '9000'])
    expect(() => settingsOf([], { UPTALLY_LEGAL_LEASE_HOURS: hours })).toThrow('UPTALLY_LEGAL_LEASE_HOURS')
  expect(settingsOf([], { UPTALLY_LEGAL_LEASE_HOURS: '12' }).leaseHours).toBe(12)
  expect(() => settingsOf([], { UPTALLY_SAMPLE_PASSWORD: 'short' })).toThrow('UPTALLY_SAMPLE_PASSWORD')
  expect(() => settingsOf(['--simple'], {})).toThrow('--simple')
})

test('a command takes its file from where the operator is, and says what it lacks', () => {
  const at = { INIT_CWD: '/there' }
  expect(settingsOf(['verify'], at).command).toEqual({ name: 'verify', file: undefined })
  expect(settingsOf(['verify', 'a.db'], at).command).toEqual({ name: 'verify', file: '/there/a.db' })
  expect(settingsOf(['restore', '/x/a.db'], at).command).toEqual({ name: 'restore', file: '/x/a.db' })
  for (const name of ['backup', 'restore']) {
    expect(() => settingsOf([name], at)).toThrow(`"${name}" needs the name of a file`)
    expect(() => settingsOf([name, 'a.db', '--sample'], at)).toThrow('"--sample" is one too many')
  }
})
