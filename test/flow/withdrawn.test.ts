import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice } from './device.ts'

const ict: Grant[] = [{ role: 'ict', on: null }]

test('a change of what somebody else has taken away meanwhile is not lost in silence: its author is told', async () => {
  const trial = startTrial()
  const a = await startDevice(trial, await trial.person(...ict), ict)
  const b = await startDevice(trial, await trial.person(...ict), ict)
  const systemIds = ['00000000-0000-7000-8000-000000000001']
  const outageId = (await a.act(reportOutage, { systemIds, level: 'down' }))[0]?.id ?? ''
  await a.syncNow()
  await b.syncNow()
  await a.act(withdrawOutage, { outageId })
  await b.act(describeOutage, { outageId, title: 'Mail', cause: 'a disk', workaround: '' })
  await a.syncNow()
  await b.syncNow()
  const [parked] = await parkedOps(b.store)
  expect(parked).toMatchObject({ name: 'outage.describe', code: 'withdrawn' })
  expect(parked?.text).toContain('a disk')
  expect(await b.store.reads.get('outage', outageId)).toBeUndefined()
})
