// The folder of a browser is copied, and all copies go on: they find out, and what they share is done once.
import { expect, test, vi } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { startTrial } from '../server/trial.ts'
import { deviceRows } from './compared.ts'
import { startDevice } from './device.ts'
import { ict, report, reported, titled } from './devices.ts'
import { memoryDisk } from './memory-tables.ts'

vi.mock('dexie', () => import('./memory-tables.ts'))

test('a change that three copies of a profile have yet to send is done once, though two of them take new ids', async () => {
  const trial = startTrial()
  const person = await trial.person(...ict)
  const disk = memoryDisk()
  const a = await startDevice(trial, person, ict, disk.factory)
  const outageId = await reported(a)
  await a.syncNow()
  const before = disk.copy?.()
  await a.act(describeOutage, titled(outageId, 'Once'))
  await a.act(addNote, { outageId, text: 'once', isForReaders: true })
  const copy = disk.copy?.()
  const b = await startDevice(trial, person, ict, before?.factory)
  const c = await startDevice(trial, person, ict, copy?.factory)
  // Whoever comes first keeps the id and its numbers.
  await b.act(reportOutage, report)
  for (const device of [b, a, c, b, a, c]) await device.syncNow()
  for (const device of [a, b, c]) {
    expect(device.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0, needsCount: 0 })
    expect(await deviceRows(device.store)).toEqual(await deviceRows(a.store))
    const events = await device.store.reads.where('event', 'outageId', outageId)
    expect(events.map(({ type }) => type).sort()).toEqual(['described', 'reported', 'update'])
  }
  const heads = await trial.database.read((statements) => statements.heads())
  // Two reports, what was described, and the note.
  expect(heads.get('desk:shared')).toBe(4)
})
