// What is recorded while a round ends, on a device that is slow to tell of it.
import { expect, test, vi } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import type { Store } from '../../src/store/store.ts'
import { act, report } from '../store/trial-store.ts'
import { startTrialSync } from './trial-sync.ts'

/** The disk as it is when a person acts while the ending round counts, for the last time, what waits. */
function actAsRoundEnds({ database: { meta, outbox } }: Store, actNow: () => Promise<unknown>): void {
  const put = meta.put.bind(meta)
  const count = outbox.count.bind(outbox)
  let isNoted = false
  meta.put = ((item: Parameters<typeof put>[0]) =>
    put(item).then((key) => {
      isNoted = item.key === 'lastSyncedAt'
      return key
    })) as typeof meta.put
  outbox.count = (async () => {
    if (isNoted) {
      isNoted = false
      meta.put = put
      await actNow()
      return count()
    }
    const counted = await count()
    if (meta.put === put) await new Promise((resolve) => setTimeout(resolve, 50))
    return counted
  }) as typeof outbox.count
}

test('what a person does in the last moment of a round is sent soon, not a minute later', async () => {
  const { store, asked, count, waits, runTimer } = await startTrialSync()
  await count(1)
  actAsRoundEnds(store, () => act(store, reportOutage, report))
  await act(store, reportOutage, report)
  await vi.waitFor(() => {
    if (waits().includes(500)) runTimer()
    expect(asked.filter((path) => path === 'push')).toHaveLength(2)
  })
})
