// Planned work: announced, changed, cancelled.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { maintenanceSchema } from '../maintenance.ts'
import { change, create, defineMutation, refuse } from '../mutation.ts'

const windowArgs = {
  title: maintenanceSchema.shape.title,
  text: maintenanceSchema.shape.text,
  systemIds: maintenanceSchema.shape.systemIds,
  startAt: maintenanceSchema.shape.startAt,
  endAt: maintenanceSchema.shape.endAt,
}
const endsTooEarly = refuse('end_before_start', 'Planned work must end after it starts.', 'endAt')
const noSuchWork = refuse('no_such_work', 'This planned work is not on this device any more.')

export const announceMaintenance = defineMutation({
  name: 'maintenance.announce',
  roles: ['ict'],
  args: z.object(windowArgs),
  writes: { maintenance: ['about', 'systems', 'times', 'state', 'origin'] },
  run(window, _reads, context) {
    if (window.endAt <= window.startAt) return endsTooEarly
    const rest = { announcedAt: context.now, cancelledAt: null, source: '', sourceKey: '' }
    return [create('maintenance', context.newId(), { ...window, ...rest })]
  },
})

/** A window that grows or moves, or takes in another system, is announced anew; one that shrinks keeps its notice. */
export const changeMaintenance = defineMutation({
  name: 'maintenance.change',
  roles: ['ict'],
  args: z.object({ maintenanceId: idSchema, ...windowArgs }),
  writes: { maintenance: ['about', 'systems', 'times'] },
  async run({ maintenanceId, ...window }, reads, context) {
    if (window.endAt <= window.startAt) return endsTooEarly
    const planned = await reads.get('maintenance', maintenanceId)
    if (!planned) return noSuchWork
    const isWithin =
      window.startAt >= planned.startAt &&
      window.endAt <= planned.endAt &&
      window.systemIds.every((id) => planned.systemIds.includes(id))
    return [change('maintenance', planned, { ...window, announcedAt: isWithin ? planned.announcedAt : context.now })]
  },
})

export const cancelMaintenance = defineMutation({
  name: 'maintenance.cancel',
  roles: ['ict'],
  args: z.object({ maintenanceId: idSchema }),
  writes: { maintenance: ['state'] },
  async run({ maintenanceId }, reads, context) {
    const planned = await reads.get('maintenance', maintenanceId)
    if (!planned) return noSuchWork
    return [change('maintenance', planned, { cancelledAt: context.now })]
  },
})
