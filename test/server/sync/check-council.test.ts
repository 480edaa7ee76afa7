import { expect, test } from 'vitest'
import { raiseIncident } from '../../../src/domain/mutations/raise-incident.ts'
import { changesOf, crafted, raise, raiseArgs, startDesk } from '../desk.ts'
import { rowOf } from '../trial.ts'

test('an incident is raised for a council that there is, and not for one that is made up', async () => {
  const desk = await startDesk()
  const admin = await desk.trial.person('admin')
  const set = { about: { name: 'Fenland District Council', shortName: 'Fenland' } }
  await admin.push('council.save', [{ k: 'council', id: desk.councilId, s: 'catalogue', set }])
  await raise(desk, desk.staff)
  const args = raiseArgs(desk, { councilId: desk.trial.newId() })
  const changes = await changesOf(desk, desk.staff, raiseIncident, args)
  expect(await crafted(desk.staff, 'incident.raise', changes)).toBe('no_such_council')
  expect(await crafted(desk.ict, 'incident.raise', changes)).not.toBe('ok')
})

test('no incident is raised for a council that was removed; those raised before stay', async () => {
  const desk = await startDesk()
  const admin = await desk.trial.person('admin')
  const council = { k: 'council', id: desk.councilId, s: 'catalogue' }
  const about = { name: 'Fenland District Council', shortName: 'Fenland' }
  const other = { ...council, id: desk.trial.newId(), set: { about: { ...about, name: 'Another' } } }
  await admin.push('council.save', [other])
  await admin.push('council.save', [{ ...council, set: { about } }])
  const before = await raise(desk, desk.staff)
  await desk.trial.database.write(async (statements) => {
    const row = await statements.row('council', desk.councilId)
    if (row) await statements.saveRow({ ...row, del: true })
  })
  const changes = await changesOf(desk, desk.staff, raiseIncident, raiseArgs(desk))
  expect(await crafted(desk.staff, 'incident.raise', changes)).toBe('no_such_council')
  expect(await rowOf(desk.trial, 'incident', before)).toMatchObject({ del: false })
})
