// What was done, in words: in the scope of the matter, or of the team where there is no matter.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { instantOfId, makeId } from '../identity.ts'
import { narrativeTextSchema } from '../matter.ts'
import type { Reads, Refusal, Write } from '../mutation.ts'
import { change, changeDiffering, create, defineMutation, refuse } from '../mutation.ts'
import { deletedGroup } from '../record.ts'

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

/**
 * One narrative for each chain of entries. Where the text belongs elsewhere now, it moves: the old record goes, and its
 * words with it.
 */
export async function writeNarrative(
  reads: Reads,
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
  const gone = known ? [withSet(change('narrative', known, { text: '' }), true)] : []
  if (written === '') return gone
  const here = create('narrative', narrativeId(entryId, wallId ?? teamId), {
    ...{ teamId, wallId, entryId, matterId },
    text: written,
  })
  // It may have lain here before it moved away.
  return [...gone, withSet(here, false)]
}

const withSet = (write: Write, deleted: boolean): Write => ({
  ...write,
  set: { ...write.set, [deletedGroup]: { deleted } },
})

/**
 * Of an entry in one place there is one record: two devices that write it without knowing of each other meet in one
 * conflict, and neither text is hidden behind the other.
 */
function narrativeId(entryId: string, placeId: string): string {
  const [entry, place] = [tailOf(entryId), tailOf(placeId)]
  return makeId(
    instantOfId(entryId),
    entry.map((byte, i) => byte ^ (place[i] ?? 0)),
  )
}

/** The ten bytes of an id after its time. */
const tailOf = (id: string): Uint8Array =>
  Uint8Array.from(id.replaceAll('-', '').slice(12).match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))

export const saveNarrative = defineMutation({
  name: 'narrative.save',
  roles: ['legal'],
  args: z.object({ entryId: idSchema, text: narrativeTextSchema }),
  writes: { narrative: ['place', 'edge', 'text', 'deleted'] },
  async run({ entryId, text }, reads) {
    const entry = await reads.get('entry', entryId)
    if (!entry) return refuse('no_such_entry', 'This entry is not on this device any more.')
    const place = await placeOfText(reads, entry)
    if ('code' in place) return place
    return writeNarrative(reads, entry.rootId, place, text)
  },
})
