// Time as people record and correct it. Entries are only added: a correction or a removal is a new entry that replaces
// what it corrects. What was done goes into the narrative, in the matter's scope, in the same op.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { narrativeTextSchema } from '../matter.ts'
import type { MutationContext, Reads, Refusal, Write } from '../mutation.ts'
import { create, defineMutation, refuse } from '../mutation.ts'
import { type Entry, entrySchema } from '../time-entry.ts'
import { placeOfText, writeNarrative } from './narrative.ts'
import { priceEntry } from './price-entry.ts'

const roles = ['legal', 'practice_manager'] as const
const writes = {
  entry: ['entry'],
  narrative: ['place', 'edge', 'text', 'deleted'],
} as const

/** What a person says of a stretch of time. */
const saidSchema = z.object({
  teamId: idSchema,
  matterId: entrySchema.shape.matterId,
  activity: entrySchema.shape.activity,
  chargeability: entrySchema.shape.chargeability,
  workedOn: entrySchema.shape.workedOn,
  startAt: entrySchema.shape.startAt,
  endAt: entrySchema.shape.endAt,
  seconds: entrySchema.shape.seconds,
  isEstimated: z.boolean(),
})
type Said = z.infer<typeof saidSchema>

const noSuchEntry = refuse('no_such_entry', 'This entry is not on this device any more.')
const notYours = refuse('not_yours', 'Only the person who worked it can change this entry.')

export const addEntry = defineMutation({
  name: 'entry.add',
  roles,
  args: z.object({
    ...saidSchema.shape,
    source: entrySchema.shape.source,
    /** Empty: nothing is written down. */
    narrative: narrativeTextSchema,
  }),
  writes,
  async run({ narrative, source, ...said }, reads, context) {
    const refusal = checkTimes(said)
    if (refusal) return refusal
    const id = entryIdAt(said, context)
    const own = { source, timerId: null, rootId: id, replaces: [], isRemoved: false }
    return writeEntry(reads, context, id, said, own, narrative)
  },
})

/** Corrects an entry. The rate that was kept stays, unless the work is now other work; units follow the time. */
export const correctEntry = defineMutation({
  name: 'entry.correct',
  roles,
  args: z.object({ entryId: idSchema, ...saidSchema.shape, narrative: narrativeTextSchema }),
  writes,
  async run({ entryId, narrative, ...said }, reads, context) {
    const entry = await reads.get('entry', entryId)
    if (!entry) return noSuchEntry
    if (entry.personId !== context.personId) return notYours
    const refusal = checkTimes(said)
    if (refusal) return refusal
    const { source, timerId, rootId } = entry
    const own = { source, timerId, rootId, replaces: [entryId], isRemoved: false }
    const isSameWork =
      said.matterId === entry.matterId &&
      said.workedOn === entry.workedOn &&
      said.chargeability === entry.chargeability &&
      said.teamId === entry.teamId
    const kept = isSameWork && entry.pencePerHour !== null ? { pencePerHour: entry.pencePerHour } : {}
    return writeEntry(reads, context, entryIdAt(said, context), said, { ...own, ...kept }, narrative)
  },
})

export const removeEntry = defineMutation({
  name: 'entry.remove',
  roles,
  args: z.object({ entryId: idSchema }),
  writes: { entry: ['entry'] },
  run: (args, reads, context) => succeedEntry(args.entryId, [args.entryId], true, reads, context),
})

/** Takes a removal back. */
export const bringBackEntry = defineMutation({
  name: 'entry.bring_back',
  roles,
  args: z.object({ entryId: idSchema }),
  writes: { entry: ['entry'] },
  run: (args, reads, context) => succeedEntry(args.entryId, [args.entryId], false, reads, context),
})

/** Chooses between statements of one thing that were made apart: `keepId` counts from now on. */
export const settleEntries = defineMutation({
  name: 'entry.settle',
  roles,
  args: z.object({ keepId: idSchema, ids: z.array(idSchema).check(z.minLength(2), z.maxLength(20)) }),
  writes: { entry: ['entry'] },
  async run({ keepId, ids }, reads, context) {
    const kept = await reads.get('entry', keepId)
    if (!kept || !ids.includes(keepId)) return noSuchEntry
    return succeedEntry(keepId, ids, kept.isRemoved, reads, context)
  },
})

/** A new entry with the content of one that is here, in place of `ids`. */
export async function succeedEntry(
  entryId: string,
  ids: readonly string[],
  isRemoved: boolean,
  reads: Reads,
  context: MutationContext,
): Promise<Write[] | Refusal> {
  const entry = await reads.get('entry', entryId)
  if (!entry) return noSuchEntry
  if (entry.personId !== context.personId) return notYours
  const { id: _, ...doc } = entry
  const next = { ...doc, replaces: [...ids], isRemoved, recordedAt: context.now }
  return [create('entry', entryIdAt(entry, context), next)]
}

/** An entry's id carries the time of the work, so that ids sort by it. */
const entryIdAt = ({ startAt, workedOn }: Pick<Entry, 'startAt' | 'workedOn'>, context: MutationContext) =>
  context.newId(startAt ?? Date.parse(`${workedOn}T12:00:00Z`))

function checkTimes({ seconds, startAt, endAt }: Said): Refusal | undefined {
  if (seconds <= 0) return refuse('no_time', 'Say how long it took, such as 1.5, 90m, 10-11.30 or 3u.', 'duration')
  if (startAt !== null && endAt !== null && endAt < startAt)
    return refuse('end_before_start', 'It ends before it starts. Check the two times.', 'duration')
  return undefined
}

type OfEntry = Pick<Entry, 'source' | 'timerId' | 'rootId' | 'replaces' | 'isRemoved'> & { pencePerHour?: number }

async function writeEntry(
  reads: Reads,
  context: MutationContext,
  id: string,
  said: Said,
  own: OfEntry,
  narrative: string,
): Promise<Write[] | Refusal> {
  const place = await placeOfText(reads, said)
  if ('code' in place) return place
  const worked = { ...said, personId: context.personId, councilId: place.councilId }
  const priced = await priceEntry(reads, worked)
  const entry = create('entry', id, { ...worked, ...priced, ...own, recordedAt: context.now })
  return [entry, ...(await writeNarrative(reads, own.rootId, place, narrative))]
}
