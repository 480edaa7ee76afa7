// Files are added to incidents, outages and matters, and taken away again.
import * as z from 'zod/mini'
import { roles } from '../access.ts'
import { attachmentSchema, type FilePlace, fileLimits } from '../attachment.ts'
import { idSchema } from '../id-schema.ts'
import { create, defineMutation, type Reads, type Refusal, refuse, setDeleted } from '../mutation.ts'

const { shape } = attachmentSchema

/** The record that a file belongs to. Of an incident one's device may have no more than what it follows. */
export const fileOfSchema = z.union([
  z.object({ kind: z.literal('incident'), id: idSchema, councilId: idSchema }),
  z.object({ kind: z.enum(['outage', 'matter']), id: idSchema }),
])
export type FileOf = z.infer<typeof fileOfSchema>

const tooMany = refuse(
  'too_many_files',
  `There are ${fileLimits.perRecord} files here already, and no more can be added. Take one away first.`,
)
const noSuchRecord = refuse('no_such_record', 'What this file is for is not on this device any more.')
const noSuchFile = refuse('no_such_file', 'This file is not on this device any more.')

/** Its bytes are stored with it: `store/files.ts`. */
export const addAttachment = defineMutation({
  name: 'attachment.add',
  roles,
  args: z.object({
    of: fileOfSchema,
    name: shape.name,
    type: shape.type,
    size: shape.size,
    width: shape.width,
    height: shape.height,
    parts: shape.parts,
  }),
  writes: { attachment: ['place', 'file', 'added'] },
  async run({ of, ...file }, reads, { now, personId, newId }) {
    const place = await placeOf(of, reads)
    if ('code' in place) return place
    if ((await reads.where('attachment', 'ofId', of.id)).length >= fileLimits.perRecord) return tooMany
    return [create('attachment', newId(), { ...place, ...file, addedById: personId, addedAt: now })]
  },
})

async function placeOf(of: FileOf, reads: Reads): Promise<FilePlace | Refusal> {
  const place = { ofKind: of.kind, ofId: of.id, councilId: null, teamId: null, wallId: null }
  if (of.kind === 'incident') return { ...place, councilId: of.councilId }
  if (of.kind === 'outage') return (await reads.get('outage', of.id)) ? place : noSuchRecord
  const matter = await reads.get('matter', of.id)
  return matter ? { ...place, teamId: matter.teamId, wallId: matter.wallId } : noSuchRecord
}

/** By whoever added it, by ICT at a desk, by Legal of a matter: the server sees to it. Its bytes go for good. */
export const removeAttachment = defineMutation({
  name: 'attachment.remove',
  roles,
  args: z.object({ id: idSchema }),
  writes: { attachment: ['deleted'] },
  async run({ id }, reads) {
    const file = await reads.get('attachment', id)
    return file ? [setDeleted('attachment', file, true)] : noSuchFile
  },
})
