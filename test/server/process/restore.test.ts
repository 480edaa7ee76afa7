// The commands as an operator runs them, each a process of its own beside the server's.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { buildServer, freePort, run } from './running.ts'

/** Its own, for other files build theirs at the same time. */
const outDir = join(import.meta.dirname, '../../../node_modules/.uptally-restore-server')
beforeAll(() => buildServer(outDir), 60_000)

async function command(folder: string, ...args: string[]) {
  const running = await run(folder, 1, args, outDir)
  return { code: await running.ended, said: running.said() }
}

test('verify, backup and restore end with 0 and say what they did, or with 1 and one sentence', {
  timeout: 60_000,
}, async () => {
  const parent = mkdtempSync(join(tmpdir(), 'uptally-restore-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  const folder = join(parent, 'data')
  const copy = join(parent, 'copy.db')
  const server = await run(folder, await freePort(), [], outDir)
  onTestFinished(() => server.signal('SIGKILL'))

  expect(await command(folder, 'backup', copy)).toEqual({ code: 0, said: `${copy} is a backup that holds together.\n` })
  const verified = await command(folder, 'verify')
  expect(verified.code).toBe(0)
  expect(verified.said).toMatch(/^0 people\n(.+\n)*.*uptally\.db holds together\.\n$/)
  expect(await command(folder, 'verify', copy)).toMatchObject({ code: 0 })
  const refused = await command(folder, 'restore', copy)
  expect(refused.code).toBe(1)
  expect(refused.said).toMatch(
    /^Another Uptally is running on the data folder .*\. Stop it first, or set UPTALLY_DATA\.\n$/,
  )

  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(await command(folder, 'restore', copy)).toMatchObject({ code: 0 })
  expect(readdirSync(folder).filter((name) => name.startsWith('replaced-uptally-'))).toHaveLength(1)
  const again = await run(folder, await freePort(), [], outDir)
  onTestFinished(() => again.signal('SIGKILL'))
  expect(again.said()).toMatch(/is ready at/)

  writeFileSync(copy, 'not a database, however long it is made. '.repeat(100))
  expect(await command(folder, 'verify', copy)).toEqual({
    code: 1,
    said: `It cannot be read: file is not a database.\n${copy} does not hold together. Restore a backup that does.\n`,
  })
  expect(await command(folder, 'backup')).toEqual({
    code: 1,
    said: '"backup" needs the name of a file: npm start -- backup copy.db\n',
  })
})
