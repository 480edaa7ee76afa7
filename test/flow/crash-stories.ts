// Twelve things that people do, each short and always the same, to be cut off at any step.
import type { Grant } from '../../src/domain/access.ts'
import { importOutages } from '../../src/domain/mutations/bring-in.ts'
import { correctOutage } from '../../src/domain/mutations/correct-outage.ts'
import { saveNarrative } from '../../src/domain/mutations/narrative.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { addEntry } from '../../src/domain/mutations/record-time.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import { addComment, addWorkNote } from '../../src/domain/mutations/tell-incident.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import { councilId, lawyer, outagesOf, practice, raised, sharedIncident, sharedOutage } from './crash-before.ts'
import type { World } from './crash-world.ts'
import { ict, report, titled } from './devices.ts'

export interface CrashStory {
  readonly name: string
  readonly grants: readonly Grant[]
  /** Before any step counts; hands back the story itself. */
  prepare(world: World): Promise<() => Promise<void>>
}

const share = (world: World) => world.device().syncNow()

export const crashStories: readonly CrashStory[] = [
  {
    name: 'an outage is reported',
    grants: ict,
    prepare: async (world) => {
      await share(world)
      return async () => {
        await world.does(reportOutage, report)
        await share(world)
      }
    },
  },
  {
    name: 'an outage is corrected',
    grants: ict,
    prepare: async (world) => {
      const outageId = await sharedOutage(world)
      const startAt = world.trial.clock.now - 3_600_000
      const after = {
        startAt,
        endAt: null,
        level: 'partial' as const,
        loss: 0.5,
        isOneLevel: true,
        reason: 'A typing error',
      }
      return async () => {
        await world.does(correctOutage, { outageId, ...after })
        await share(world)
      }
    },
  },
  {
    name: 'an outage is described and ended',
    grants: ict,
    prepare: async (world) => {
      const outageId = await sharedOutage(world)
      return async () => {
        await world.does(describeOutage, titled(outageId, 'No mail'))
        await world.does(endOutage, { outageId })
        await share(world)
      }
    },
  },
  {
    name: 'an incident is raised and worked on',
    grants: ict,
    prepare: async (world) => {
      await share(world)
      return async () => {
        const [incident] = await world.does(raiseIncident, raised('No sound'))
        await world.does(workOnIncident, { incidentId: incident?.id ?? '', parts: { move: { state: 'in_progress' } } })
        await share(world)
      }
    },
  },
  {
    name: 'an incident is spoken of',
    grants: ict,
    prepare: async (world) => {
      const incidentId = await sharedIncident(world)
      return async () => {
        await world.does(addComment, { incidentId, councilId, text: 'Tried \u0000 ✉', minutes: 0 })
        await share(world)
        await world.does(addWorkNote, { incidentId, councilId, text: 'It is the switch', minutes: 10 })
        await share(world)
      }
    },
  },
  {
    name: 'time is recorded',
    grants: lawyer,
    prepare: async (world) => {
      const said = await practice(world)
      return async () => {
        await world.does(addEntry, said)
        await share(world)
      }
    },
  },
  {
    name: 'a narrative is replaced',
    grants: lawyer,
    prepare: async (world) => {
      const said = await practice(world)
      const [entry] = await world.does(addEntry, said)
      await share(world)
      return async () => {
        await world.does(saveNarrative, { entryId: entry?.id ?? '', text: 'Advised on the lease, and the rent' })
        await share(world)
      }
    },
  },
  {
    name: 'a file is brought in',
    grants: ict,
    prepare: async (world) => {
      await share(world)
      const file = outagesOf(world)
      return async () => {
        await world.does(importOutages, file)
        await share(world)
      }
    },
  },
  {
    name: 'two people differ, and it is settled',
    grants: ict,
    prepare: async (world) => {
      const outageId = await sharedOutage(world)
      await world.colleague.act(describeOutage, titled(outageId, 'theirs'))
      await world.colleague.syncNow()
      return async () => {
        await world.does(describeOutage, titled(outageId, 'mine'))
        await share(world)
        const [conflict] = await world.device().store.reads.all('conflict')
        if (conflict) await world.does(solveConflict, { conflictId: conflict.id, outcome: 'other' })
        await share(world)
      }
    },
  },
  {
    name: 'a desk is taken away while something of it waits',
    grants: [{ role: 'ict', on: councilId }],
    prepare: async (world) => {
      const incidentId = await sharedIncident(world)
      const { userId } = world.device()
      return async () => {
        await world.does(addWorkNote, { incidentId, councilId, text: 'It is the switch', minutes: 10 })
        world.grants = [{ role: 'staff', on: null }]
        const { grants } = world
        await world.trial.database.write(async (statements) => {
          const user = await statements.user(userId)
          if (user) await statements.saveUser({ ...user, grants })
        })
        await share(world)
      }
    },
  },
  {
    name: 'somebody signs out, and in again',
    grants: ict,
    prepare: async (world) => {
      const outageId = await sharedOutage(world)
      return async () => {
        await world.does(describeOutage, titled(outageId, 'The last thing'))
        await world.does(endOutage, { outageId })
        await share(world)
        // Only what waits for nobody is removed.
        if ((await world.device().store.database.outbox.count()) > 0) return
        await world.clear()
        await share(world)
      }
    },
  },
  {
    name: 'a device begins with what there is',
    grants: ict,
    prepare: async (world) => {
      const { colleague } = world
      for (let i = 0; i < 6; i++) {
        const [outage] = await colleague.act(reportOutage, report)
        await colleague.act(describeOutage, titled(outage?.id ?? '', `Outage ${i}`))
        await colleague.act(raiseIncident, raised(`Incident ${i}`))
      }
      await colleague.syncNow()
      return async () => {
        await world.does(reportOutage, report)
        await share(world)
      }
    },
  },
]
