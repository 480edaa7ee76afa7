import { keptRows } from './held.ts'
import { person, signIn } from './steps.ts'
import { expect, test } from './story.ts'

test("A client officer's device holds no row of another council's own records, nor of colleagues' notes", async ({
  sample,
  newDevice,
}) => {
  const all = await newDevice(sample)
  await signIn(all, person.ict)
  const everything = await keptRows(all)
  const desks = new Set(everything.flatMap(({ scope }) => (scope?.startsWith('desk:') ? [scope] : [])))
  expect(desks.size, 'three councils and what they share').toBe(4)
  const notes = everything.filter(({ scope }) => scope === 'notes:shared')
  expect(notes.length).toBeGreaterThan(0)

  const officer = await newDevice(sample)
  await signIn(officer, person.client)
  const own = await officer.evaluate(() => JSON.parse(localStorage.getItem('uptally-session') ?? '{}').grants[0].on)
  const held = await keptRows(officer)
  const mine = everything.filter(({ scope }) => scope === `desk:${own}`)
  expect(held.filter(({ scope }) => scope === `desk:${own}`)).toHaveLength(mine.length)
  expect(mine.length).toBeGreaterThan(0)

  const others = [...desks].filter((scope) => scope !== 'desk:shared' && scope !== `desk:${own}`)
  const hidden = new Set([...others, 'notes:shared'])
  expect(held.filter(({ scope }) => scope !== undefined && hidden.has(scope))).toEqual([])
  const ids = everything.filter(({ scope }) => scope !== undefined && hidden.has(scope)).map(({ text }) => idOf(text))
  expect(ids.length).toBeGreaterThan(0)
  const whole = held.map(({ text }) => text).join('\n')
  expect(ids.filter((id) => whole.includes(id))).toEqual([])
})

const idOf = (text: string): string => (JSON.parse(text) as { id: string }).id
