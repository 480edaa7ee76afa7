// Versions of Uptally that there have not been: two changes of the schema, of which the later says a share instead of a
// percentage, and the earlier renames a field.
import type { Doc } from '../../src/domain/record.ts'
import type { Lift, Versions } from '../../src/domain/upcast.ts'
import type { Op } from '../../src/domain/wire.ts'

type Edit = (value: Doc) => Doc

const inGroup =
  (group: string, edit: Edit): Lift =>
  (op) => ({
    ...op,
    changes: op.changes.map((change) => {
      const value = change.set[group]
      return value ? { ...change, set: { ...change.set, [group]: edit(value) } } : change
    }),
  })

const nameToTitle = inGroup('about', ({ name, ...rest }) => ({ title: name, ...rest }))
const titleToName = inGroup('about', ({ title, ...rest }) => ({ name: title, ...rest }))
const percentToShare = inGroup('level', ({ percent, ...rest }) => {
  if (typeof percent !== 'number') throw new Error('no percentage')
  return { loss: percent / 100, ...rest }
})
const shareToPercent = inGroup('level', ({ loss, ...rest }) => ({ percent: Number(loss) * 100, ...rest }))

/** Numbers up to `schema`, today's records being those of the last; before the last two steps nothing had changed. */
export function versionsOf(schema: number): Versions {
  const same: Lift = (op) => op
  const steps = [...Array.from({ length: schema }, () => same), nameToTitle, percentToShare]
  return { schema, lifts: steps.slice(steps.length - (schema - 1)) }
}

/** As it was written so many schemas before today's. */
export function earlierOp(text: string, steps: number): string {
  const op = JSON.parse(text) as Op
  const back = [shareToPercent, titleToName].slice(0, steps)
  return JSON.stringify(back.reduce((earlier, edit) => edit(earlier), op))
}
