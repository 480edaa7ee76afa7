import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpWhenDue } from '../../../src/server/backup/hourly.ts'
import { backupName, surplusBackups } from '../../../src/server/backup/rotation.ts'
import { verifyFile } from '../../../src/server/backup/verify.ts'
import { newOutage, startTrial } from '../trial.ts'

const hour = 3_600_000
const start = Date.parse('2026-03-02T09:30:00Z')

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-hourly-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'backups')
}

test('a running server backs up what it has once an hour, and goes on writing', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  const log: string[] = []
  let now = start
  const backups = { file: trial.file, folder: newFolder(), now: () => now, log: (line: string) => void log.push(line) }
  const made: boolean[] = []
  for (const minutes of [0, 1, 59, 60, 61, 119, 121]) {
    await ict.push('outage.report', [newOutage(trial.newId())])
    now = start + minutes * 60_000
    made.push(await backUpWhenDue(backups))
  }
  expect(made).toEqual([true, false, false, true, false, false, true])
  const names = readdirSync(backups.folder).sort()
  expect(names).toEqual([start, start + hour, start + 121 * 60_000].map(backupName))
  const counts = names.map((name) => verifyFile(join(backups.folder, name)).counts.operations)
  expect(counts).toEqual([1, 4, 7])
  // A clock that was wrong once does not end backups for ever.
  now = start - 48 * hour
  expect(await backUpWhenDue(backups)).toBe(true)
  expect(log).toEqual([])
})

test('of a month of hours the latest day and the last hour of fourteen days are kept, and no file of anybody else goes', () => {
  const hours = Array.from({ length: 31 * 24 }, (_, i) => start + i * hour)
  const surplus = new Set(surplusBackups([...hours.map(backupName), 'notes.txt', 'uptally-before-the-move.db']))
  const kept = hours.filter((at) => !surplus.has(backupName(at)))
  const latest = kept.slice(-24)
  expect(latest).toEqual(hours.slice(-24))
  const days = new Set(kept.map((at) => Math.floor(at / (24 * hour))))
  expect(days.size).toBe(14)
  expect(kept.slice(0, -24).every((at) => new Date(at).getUTCHours() === 23)).toBe(true)
  expect(surplus.size).toBe(hours.length - kept.length)
})

test('what is kept by the rotation is what lies in the folder', async () => {
  const trial = startTrial()
  const folder = newFolder()
  let now = start
  const backups = { file: trial.file, folder, now: () => now, log: () => {} }
  for (let i = 0; i < 40; i++) {
    now = start + i * hour
    await backUpWhenDue(backups)
  }
  expect(readdirSync(folder)).toHaveLength(25)
})

test('a backup that cannot be written is said in the log, leaves no half of one, and stops nothing', async () => {
  const trial = startTrial()
  const folder = newFolder()
  writeFileSync(join(dirname(folder), 'backups'), 'a file where the folder should be')
  const log: string[] = []
  const now = () => start
  expect(await backUpWhenDue({ file: trial.file, folder, now, log: (line) => void log.push(line) })).toBe(false)
  expect(
    await backUpWhenDue({ file: '/nowhere/uptally.db', folder: newFolder(), now, log: (line) => void log.push(line) }),
  ).toBe(false)
  expect(log).toHaveLength(2)
  expect(log.every((line) => line.startsWith('backup: '))).toBe(true)
  expect(existsSync(join(folder, `${backupName(start)}.part`))).toBe(false)
})

test('while a backup is made the server goes on answering and writing, and what it writes is not in the copy', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  const filler = 'x'.repeat(60_000_000)
  await trial.database.write((statements) => statements.saveSetting('filler', filler))
  const folder = newFolder()
  let isMade = false
  const made = backUpWhenDue({ file: trial.file, folder, now: () => start, log: () => {} }).then((was) => {
    isMade = was
  })
  let writes = 0
  for (; !isMade; writes++) {
    await ict.push('outage.report', [newOutage(trial.newId())])
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await made
  // A copy on the server's own thread would let none or one through.
  expect(writes).toBeGreaterThan(2)
  const { faults, counts } = verifyFile(join(folder, backupName(start)))
  expect([faults, (counts.operations ?? 0) < writes]).toEqual([[], true])
})

test('a backup that the end of the server overtakes leaves nothing', async () => {
  const trial = startTrial()
  const folder = newFolder()
  const stopping = new AbortController()
  const log: string[] = []
  const backups = { file: trial.file, folder, now: () => start, log: (line: string) => void log.push(line) }
  const made = backUpWhenDue(backups, stopping.signal)
  stopping.abort()
  expect(await made).toBe(false)
  expect([readdirSync(folder), log]).toEqual([[], []])
})
