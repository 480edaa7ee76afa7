import 'fake-indexeddb/auto'
import { expect, onTestFinished, test } from 'vitest'
import type { Doc, Row } from '../../../src/domain/record.ts'
import type { MetricsThread } from '../../../src/metrics/ask.ts'
import { gatherRecords, type MetricsRecords } from '../../../src/metrics/availability-records.ts'
import { answerTo, type Question } from '../../../src/metrics/question.ts'
import { makeThread } from '../../../src/metrics/thread.ts'
import { applyStep, openScopes } from '../../../src/store/apply.ts'
import type { Store } from '../../../src/store/store.ts'
import { watch } from '../../../src/store/watch.ts'
import { RecordConflicts } from '../../../src/views/sync/record-conflicts.tsx'
import { clock, ict, newId, openTrialStore, outageRow, personId, shared } from '../../store/trial-store.ts'
import { showIn, soon, text } from '../time/trial-app.tsx'

const hour = 3_600_000
const startAt = clock.now - 3 * hour
const [systemId, calendarId, outageId, conflictId, elsewhereId] = [newId(), newId(), newId(), newId(), newId()]

const row = (k: string, id: string, s: string, doc: Doc): Row => ({ k, id, s, ver: 1, del: false, doc, groups: {} })
const ends = (hours: number) => ({ startAt, endAt: startAt + hours * hour })
const always = {
  zone: 'Europe/London',
  isAlwaysOpen: true,
  week: {},
  observesHolidays: false,
  closures: [],
  shifts: {},
}
const catalogue = [
  row('system', systemId, 'catalogue', {
    ...{ name: 'E-mail', about: '', owner: '', retiredOn: null },
    agreements: [{ from: '2026-01-01', calendarId, targetPercent: 99, noticeMinutes: null }],
  }),
  row('calendar', calendarId, 'catalogue', { name: 'Always', ...always }),
  row('person', elsewhereId, 'catalogue', { name: 'Ben Carter', team: 'Service desk' }),
]
const desk = [
  { ...outageRow(outageId, 1, ends(2)), groups: {} },
  row('affected', newId(), shared, { outageId, systemId, mark: 'affected' }),
  row('conflict', conflictId, shared, {
    ...{ kind: 'outage', recordId: outageId, group: 'times', scope: shared },
    shown: { value: ends(2), by: personId, at: clock.now - hour },
    other: { value: ends(1), by: elsewhereId, at: clock.now - 2 * hour },
    ...{ solvedAt: null, solvedById: null, outcome: null },
  }),
]

/** The page's worker is this thread until the test ends, over the same store. */
function workHere(store: Store): void {
  const had = globalThis.Worker
  globalThis.Worker = class {
    constructor() {
      const thread: MetricsThread = { onmessage: null, onerror: null, postMessage: () => {}, terminate: () => stop() }
      let stop = () => {}
      thread.postMessage = makeThread<Question, MetricsRecords>({
        answerTo,
        follow: (_name, onRecords, onError) => {
          stop = watch(store, gatherRecords, onRecords, onError)
        },
        send: (message) => queueMicrotask(() => thread.onmessage?.({ data: message } as MessageEvent)),
        later: (work) => setTimeout(work),
      })
      // biome-ignore lint/correctness/noConstructorReturn: the page makes a worker of its own by `new`.
      return thread
    }
  } as unknown as typeof Worker
  onTestFinished(() => {
    globalThis.Worker = had
  })
}

async function openHolding(grants = ict): Promise<Store> {
  const store = await openTrialStore({ grants })
  workHere(store)
  await openScopes(store, ['catalogue', shared])
  for (const [scope, rows] of [['catalogue', catalogue] as const, [shared, desk] as const])
    await applyStep(store, { scope, rows, from: 0, to: 1, isAnew: false })
  return store
}

const sides = () => [...document.querySelectorAll('.conflict__side')].map((side) => side.textContent ?? '')
const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((each) => name.test(each.getAttribute('aria-label') ?? ''))

test('a record with two values says under each what it makes of the figure, and is settled where it stands', async () => {
  const store = await openHolding()
  showIn(store, () => <RecordConflicts ids={[outageId]} />)
  await soon(() => expect(text()).toContain('Two people set this differently: Start and end'))
  await soon(() => expect(sides()[0]).toContain('E-mail'))
  // March has had 33 hours by 09:00 on the second.
  expect(sides()[0]).toContain('E-mail: 93.94% available, 120 min down, target 99% missed')
  expect(sides()[1]).toContain('E-mail: 96.97% available, 60 min down, target 99% missed')
  expect(sides()[1]).toContain('Set by Ben Carter (Service desk), Mon 2 Mar')
  expect([...document.querySelectorAll('mark')].map((each) => each.textContent)).not.toContain(
    'Started: Mon 2 Mar, 06:00',
  )
  expect(text()).toContain('As at 09:00, in agreed hours of March 2026')
  button(/^Use this: Started/)?.click()
  await soon(() => expect(text()).not.toContain('Two people set this differently'))
  expect(await store.reads.get('outage', outageId)).toMatchObject(ends(1))
})

test('of a value that has been set anew since, what shows now is told, not what showed then', async () => {
  const store = await openHolding()
  const anew = { ...outageRow(outageId, 2, ends(3)), groups: {} }
  await applyStep(store, { scope: shared, rows: [anew], from: 1, to: 2, isAnew: false })
  showIn(store, () => <RecordConflicts ids={[outageId]} />)
  await soon(() => expect(sides()[0]).toContain('180 min down'))
  expect(sides()[0]).toContain('Set anew since then')
})

test('whoever may not settle it sees both values and no button', async () => {
  const store = await openHolding([{ role: 'staff', on: null }])
  showIn(store, () => <RecordConflicts kinds={['outage']} />)
  await soon(() => expect(sides()).toHaveLength(2))
  expect(text()).toContain('E-mail')
  expect(document.querySelectorAll('button')).toHaveLength(0)
})
