import { expect, test } from 'vitest'
import { createFigures } from '../../../src/server/figures/figures.ts'
import { figureRows, newEntry, record, recordAll, restarted, startPractice, teamMonths, wire } from '../practice.ts'
import { type Device, startTrial } from '../trial.ts'

test('a server that is killed before it has summed up does so when it starts, and writes nothing twice', async () => {
  const practice = await startPractice()
  const { trial } = practice
  await recordAll(practice)
  await recordAll(practice, { workedOn: '2025-11-03' })
  await trial.figures.stop()
  const manager = await trial.person('manager')
  expect(await figureRows(manager)).toEqual([])
  const first = restarted(practice)
  first.refresh()
  await first.settled()
  const rows = await figureRows(manager)
  expect(rows).toHaveLength(4)
  const second = restarted(practice)
  second.refresh()
  await second.settled()
  expect(await figureRows(manager)).toEqual(rows)
})

test('a date that cannot be stops nobody’s figures', async () => {
  const practice = await startPractice()
  const { trial, lawyers } = practice
  for (const workedOn of ['2026-02-31', '2026-99-99', '2026-2-3'])
    await expect(record(practice, lawyers[0] as Device, { workedOn, rootId: trial.newId() })).rejects.toThrow(
      'bad_record',
    )
  for (const workedOn of ['0001-01-01', '9999-12-31'])
    for (const lawyer of lawyers) {
      const id = trial.newId()
      await record(practice, lawyer, { workedOn, rootId: id })
    }
  await recordAll(practice)
  await trial.figures.settled()
  expect((await teamMonths(await trial.person('manager'))).map(({ month }) => month)).toEqual(['2026-03'])
  expect(trial.log).toEqual([])
})

test('a fault of the database is told without content, and stops no push', async () => {
  const { database } = startTrial()
  const log: string[] = []
  const broken = { ...database, read: () => Promise.reject(new RangeError('secret')) }
  const figures = createFigures({
    database: broken,
    pokes: { poke: () => {} },
    now: () => 0,
    log: (line) => log.push(line),
  })
  figures.refresh()
  await figures.settled()
  await figures.stop()
  expect(log).toEqual(['figures: RangeError'])
})

test('an entry of more units or money than can be stops nobody’s figures', async () => {
  const practice = await startPractice()
  const { trial, lawyers } = practice
  await recordAll(practice)
  const [lawyer] = lawyers as [Device]
  const most = { seconds: 31_622_400, unitMinutes: 60, pencePerHour: 10_000_000 }
  const entry = newEntry(practice, lawyer.userId, { ...most, units: 31_622_400 })
  expect((await lawyer.push('entry.add', [wire(entry)])).code).toBe('bad_record')
  for (let i = 0; i < 20; i++) await record(practice, lawyer, { ...most, units: 8784 })
  await trial.figures.settled()
  expect(trial.log).toEqual([])
  const [month] = await teamMonths(await trial.person('manager'))
  expect(month?.days[0]).toMatchObject({ chargeableUnits: 30 + 20 * 8784, valuePence: 24_000 + 20 * 87_840_000_000 })
})
