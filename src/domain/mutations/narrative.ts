// What was done, in words: in the scope of the matter, or of the team where there is no matter.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { narrativeTextSchema } from '../matter.ts'
import type { MutationContext, Reads, Refusal, Write } from '../mutation.ts'
import { changeDiffering, create, defineMutation, refuse, setDeleted } from '../mutation.ts'

export interface PlaceOfText {
  readonly teamId: string
  readonly wallId: string | null
  readonly matterId: string | null
  /** The matter's client. */
  readonly councilId: string | null
}

export async function placeOfText(
  reads: Reads,
  { teamId, matterId }: { readonly teamId: string; readonly matterId: string | null },
): Promise<PlaceOfText | Refusal> {
  if (matterId === null) return { teamId, wallId: null, matterId, councilId: null }
  const matter = await reads.get('matter', matterId)
  if (!matter) return refuse('no_such_matter', 'This matter is not on this device any more. Choose another.', 'matter')
  return { teamId: matter.teamId, wallId: matter.wallId, matterId, councilId: matter.councilId }
}

/** One narrative for each chain of entries. Where the text belongs elsewhere now, it moves: the old record goes. */
export async function writeNarrative(
  reads: Reads,
  context: MutationContext,
  entryId: string,
  { teamId, wallId, matterId }: PlaceOfText,
  text: string,
): Promise<Write[]> {
  const [known] = await reads.where('narrative', 'entryId', entryId)
  const written = text.trim()
  const isHere = known?.teamId === teamId && known.wallId === wallId
  if (known && isHere) {
    const write = changeDiffering('narrative', known, { matterId, text: written })
    return write ? [write] : []
  }
  const gone = known ? [setDeleted('narrative', known, true)] : []
  if (written === '') return gone
  return [...gone, create('narrative', context.newId(), { teamId, wallId, entryId, matterId, text: written })]
}

export const saveNarrative = defineMutation({
  name: 'narrative.save',
  roles: ['legal'],
  args: z.object({ entryId: idSchema, text: narrativeTextSchema }),
  writes: { narrative: ['place', 'edge', 'text', 'deleted'] },
  async run({ entryId, text }, reads, context) {
    const entry = await reads.get('entry', entryId)
    if (!entry) return refuse('no_such_entry', 'This entry is not on this device any more.')
    const place = await placeOfText(reads, entry)
    if ('code' in place) return place
    return writeNarrative(reads, context, entry.rootId, place, text)
  },
})
