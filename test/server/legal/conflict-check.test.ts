import { expect, test } from 'vitest'
import { newMatter, setWall, wire } from '../practice.ts'
import { type Device, errorCode, startTrial, type Trial } from '../trial.ts'

const check = (trial: Trial, device: Device, names: readonly string[]) =>
  trial.post('/legal/conflict-check', { names }, device.cookie)
const isPossible = async (trial: Trial, device: Device, ...names: string[]) =>
  (await (await check(trial, device, names)).json()) as object

test('a party of any matter is found, however its name is written, behind a wall too, and nothing more is said', async () => {
  const trial = startTrial()
  const [one, other] = [await trial.person('legal'), await trial.person({ role: 'legal', on: trial.newId() })]
  const walled = newMatter({ wall: trial.newId(), parties: ['Fenland Homes Limited'] })
  await setWall(trial, one, walled.id, [])
  await one.push('matter.save', [wire(walled)])
  await one.push('matter.save', [wire(newMatter({ parties: ['José O’Neill'] }))])
  const yes = { x: 'sync1', isPossible: true }
  expect(await isPossible(trial, other, 'Nobody', 'FENLAND HOMES LTD.')).toEqual(yes)
  expect(await isPossible(trial, other, 'Mr Jose ONeill')).toEqual(yes)
  expect(await isPossible(trial, other, 'Fenland Farms Ltd')).toEqual({ x: 'sync1', isPossible: false })
})

test('a matter that was taken away is not searched', async () => {
  const trial = startTrial()
  const one = await trial.person('legal')
  const matter = newMatter({ parties: ['Fenland Homes'] })
  await one.push('matter.save', [wire(matter)])
  await one.push('matter.remove', [{ k: 'matter', id: matter.id, s: matter.s, set: { deleted: { deleted: true } } }])
  expect(await isPossible(trial, one, 'Fenland Homes')).toMatchObject({ isPossible: false })
})

test('all matters are searched, not only the first of them', async () => {
  const trial = startTrial()
  const one = await trial.person('legal')
  for (let i = 0; i < 6; i++) {
    const matters = Array.from({ length: 100 }, (_, n) => newMatter({ parties: [`Party${i}x${n}`] }))
    expect(await one.push('matter.save', matters.map(wire))).toMatchObject({ o: 'ok' })
  }
  for (const name of ['Party0x0', 'Party3x50', 'Party5x99'])
    expect(await isPossible(trial, one, name)).toMatchObject({ isPossible: true })
})

test('one person asks thirty times in a quarter of an hour, whatever others ask', async () => {
  const trial = startTrial()
  const [one, two] = [await trial.person('legal'), await trial.person('legal')]
  for (let i = 0; i < 30; i++) expect((await check(trial, one, ['Smith'])).status).toBe(200)
  expect(await errorCode(await check(trial, one, ['Smith']))).toBe('too_many_checks')
  expect((await check(trial, two, ['Smith'])).status).toBe(200)
  trial.clock.now += 15 * 60_000
  expect((await check(trial, one, ['Smith'])).status).toBe(200)
})

test('the log says who asked and how much, but no name and no answer', async () => {
  const trial = startTrial()
  const one = await trial.person('legal')
  await one.push('matter.save', [wire(newMatter({ parties: ['Canary Holdings'] }))])
  await check(trial, one, ['Canary Holdings', 'Smith'])
  await check(trial, one, ['Smith', 'Jones'])
  const line = `conflict check: 2 names, asked by ${one.userId}`
  expect(trial.log).toEqual([line, line])
})

test.each([[[]], [['']], [Array.from({ length: 21 }, () => 'Smith')], [['x'.repeat(201)]]])(
  'names that cannot be searched are refused',
  async (names) => {
    const trial = startTrial()
    const answer = await check(trial, await trial.person('legal'), names)
    expect(await errorCode(answer)).toBe('bad_request')
  },
)

test('the matter whose parties they are is no conflict with itself, but only for those who may read it', async () => {
  const trial = startTrial()
  const [one, other] = [await trial.person('legal'), await trial.person('legal')]
  const walled = newMatter({ wall: trial.newId(), parties: ['Fenland Homes'] })
  await setWall(trial, one, walled.id, [])
  await one.push('matter.save', [wire(walled)])
  const ask = async ({ cookie }: Device) => {
    const body = { names: ['Fenland Homes'], ownMatterId: walled.id }
    return (await (await trial.post('/legal/conflict-check', body, cookie)).json()) as object
  }
  expect(await ask(one)).toMatchObject({ isPossible: false })
  expect(await ask(other)).toMatchObject({ isPossible: true })
})
