// When sums are written anew: whoever compares them before and after must not read off what one person recorded.
import { expect, test } from 'vitest'
import { create } from '../../../src/domain/mutation.ts'
import { catalogueScope, timeScope } from '../../../src/domain/scope.ts'
import { type Practice, record, recordAll, restarted, startPractice, teamMonths, wire } from '../practice.ts'
import type { Device } from '../trial.ts'

/** A practice whose server hears of time only by `changed` of the figures that are handed back. */
async function practiceWith(waits: Parameters<typeof restarted>[1]) {
  const practice = await startPractice()
  await practice.trial.figures.stop()
  const figures = restarted(practice, waits)
  const manager = await practice.trial.person('manager')
  const hours = async () => (await teamMonths(manager))[0]?.days.map((day) => day.chargeableSeconds / 3600)
  const work = async (lawyer: Device) => {
    await record(practice, lawyer)
    figures.changed([timeScope(lawyer.userId)])
  }
  return { practice, figures, hours, work }
}
const aWhile = () => new Promise((done) => setTimeout(done, 200))
const soon = { timeout: 10_000 }
const threeOf = ({ lawyers }: Practice) => lawyers as [Device, Device, Device]

test('what one or two people add is not told at once, and with what a third adds it is', async () => {
  const { practice, figures, hours, work } = await practiceWith({ delayMs: 1 })
  const [first, second, third] = threeOf(practice)
  await recordAll(practice)
  figures.refresh()
  await figures.settled()
  for (const lawyer of [first, first, second]) await work(lawyer)
  await aWhile()
  expect(await hours()).toEqual([3])
  await work(third)
  await expect.poll(hours, soon).toEqual([7])
  await figures.stop()
})

test('a change of the catalogue, which managers make at will, does not bring it out', async () => {
  const { practice, figures, hours, work } = await practiceWith({ delayMs: 1 })
  const { trial, head } = practice
  await recordAll(practice)
  figures.refresh()
  await figures.settled()
  await work(threeOf(practice)[0])
  const holiday = { on: '2026-03-06', name: 'A day off', source: '' }
  await head.push('holiday.save', [wire(create('holiday', trial.newId(), holiday))])
  figures.changed([catalogueScope])
  await aWhile()
  expect(await hours()).toEqual([3])
  await figures.stop()
})

test('what one person adds is told after the longest wait', async () => {
  const { practice, figures, hours, work } = await practiceWith({ delayMs: 1, longestMs: 20 })
  await recordAll(practice)
  await work(threeOf(practice)[0])
  await expect.poll(hours, soon).toEqual([4])
  await figures.stop()
})
