// What was done on a matter moves behind its wall: no word of it stays where everybody of the team reads.
import { expect, test } from 'vitest'
import type { DocOf } from '../../../src/domain/kinds.ts'
import { create } from '../../../src/domain/mutation.ts'
import { legalScope } from '../../../src/domain/scope.ts'
import { newMatter, setWall, wire } from '../practice.ts'
import { anotherDevice, type Device, startTrial } from '../trial.ts'

const words = { first: 'canary-one of the grievance', second: 'canary-two of the grievance' }

/** A narrative that two devices of one lawyer have written differently; the second text is shown. */
async function twoTexts() {
  const trial = startTrial()
  const [lawyer, outsider] = [await trial.person('legal'), await trial.person('legal')]
  const wall = trial.newId()
  await setWall(trial, lawyer, wall, [])
  const matter = newMatter({ wall })
  const { teamId } = matter.doc
  await lawyer.push('matter.save', [wire(matter)])
  const doc: DocOf<'narrative'> = { teamId, wallId: null, entryId: trial.newId(), matterId: null, text: words.first }
  const narrative = create('narrative', trial.newId(), doc)
  const made = wire(narrative)
  await lawyer.push('narrative.save', [made])
  const again = anotherDevice(trial, lawyer)
  const other = { ...made, base: { text: 0 }, set: { text: { text: words.second } } }
  trial.clock.now += 1000
  expect((await again.push('narrative.save', [other])).o).toBe('conflict')
  const conflict = (await lawyer.pull()).rows.find(({ k }) => k === 'conflict')
  if (!conflict) throw new Error('no conflict')
  const solve = () => {
    const solved = { solvedAt: trial.clock.now, solvedById: lawyer.userId, outcome: 'shown' }
    const base = { solved: conflict.groups.solved?.v ?? 0 }
    return lawyer.push('conflict.solve', [{ k: 'conflict', id: conflict.id, s: conflict.s, base, set: { solved } }])
  }
  const move = () =>
    lawyer.push('entry.correct', [
      { ...made, base: { text: conflict.ver, deleted: 0 }, set: { text: { text: '' }, deleted: { deleted: true } } },
      wire(create('narrative', trial.newId(), { ...doc, wallId: wall, matterId: wall, text: words.second })),
    ])
  const seenBy = async (device: Device) => JSON.stringify((await device.pull()).rows)
  return { lawyer, outsider, solve, move, seenBy, teamScope: legalScope(teamId) }
}

test('a conflict about it that was solved before keeps none', async () => {
  const { lawyer, outsider, solve, move, seenBy } = await twoTexts()
  expect((await solve()).o).toBe('ok')
  expect(await seenBy(outsider)).toContain('canary')
  expect((await move()).o).toBe('ok')
  expect(await seenBy(outsider)).not.toContain('canary')
  expect(await seenBy(lawyer)).toContain(words.second)
})

test('a conflict that nobody has solved keeps both texts until somebody does, and then none', async () => {
  const { outsider, solve, move, seenBy } = await twoTexts()
  expect((await move()).o).toBe('ok')
  expect(await seenBy(outsider)).toContain(words.first)
  expect((await solve()).o).toBe('ok')
  expect(await seenBy(outsider)).not.toContain('canary')
})

test('the emptied conflict comes to devices that had it with its words', async () => {
  const { outsider, solve, move, teamScope } = await twoTexts()
  await solve()
  const { end } = await outsider.pull()
  await move()
  const { rows } = await outsider.pull(end.cursors)
  expect(
    rows
      .filter(({ s }) => s === teamScope)
      .map(({ k }) => k)
      .sort(),
  ).toEqual(['conflict', 'narrative'])
})
