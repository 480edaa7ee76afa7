// A desk whose words have their time, and what retention makes of it.
import { expect } from 'vitest'
import { addWorkNote } from '../../../src/domain/mutations/tell-incident.ts'
import { keepsAll, type Retention } from '../../../src/domain/retention.ts'
import { planRetention, saveRetention } from '../../../src/server/privacy/retention.ts'
import { act, note, raise, say, work } from '../desk.ts'
import { startTrial, type Trial } from '../trial.ts'

export const day = { key: 'retention.ran', day: '2027-01-01' }
export const runOf = (trial: Trial, isStopped = () => false) => ({
  ...{ database: trial.database, now: trial.clock.now, onWritten: () => {}, isStopped },
})
export const setRetention = (trial: Trial, retention: Partial<Retention>) =>
  trial.database.write((statements) => saveRetention(statements, { ...keepsAll, ...retention }))
export const plan = (trial: Trial, retention: Partial<Retention>) =>
  planRetention(trial.database, { ...keepsAll, ...retention }, trial.clock.now)

export async function startOld() {
  const trial = startTrial()
  const [admin, ict, staff] = [await trial.person('admin'), await trial.person('ict'), await trial.person('staff')]
  const desk = { trial, councilId: trial.newId(), ict, staff }
  const incident = await raise(desk, staff, { title: 'CANARY title' })
  await say(desk, staff, incident, 'CANARY comment')
  await note(desk, ict, incident, 'CANARY note')
  await act(desk, ict, addWorkNote, {
    ...{ incidentId: incident, councilId: desk.councilId, text: 'CANARY with minutes', minutes: 25 },
  })
  expect(await work(desk, incident, { describe: { title: 'CANARY title', text: 'CANARY text' } })).toMatchObject({
    o: 'ok',
  })
  await work(desk, incident, { move: { state: 'resolved', resolution: 'CANARY resolution' } })
  return { trial, admin, ict, staff, desk, incident }
}
