// A file of an incident, an outage or a matter: what it is called and of which parts it is made. The parts themselves
// travel beside the records, each known by its hash.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { personIdSchema } from './incident.ts'
import { defineKind, instantSchema } from './record.ts'
import { deskScope, legalScope, matterScope, sharedDeskScope } from './scope.ts'

/** Bytes of every part but the last. */
export const partBytes = 256 * 1024
export const fileLimits = { bytes: 5 * 1024 * 1024, perRecord: 20 } as const
const mostParts = fileLimits.bytes / partBytes

/** Types that are known by name; whatever else comes is only bytes. */
export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain'] as const
export const otherFileType = 'application/octet-stream'
export type FileType = (typeof fileTypes)[number] | typeof otherFileType

export const partsOf = (size: number): number => Math.ceil(size / partBytes)

/** What its record says of the place that a file shares with it. */
export type FilePlace = Pick<Attachment, 'ofKind' | 'ofId' | 'councilId' | 'teamId' | 'wallId'>

const sideSchema = z.nullable(z.int().check(z.minimum(1), z.maximum(20_000)))
const mostNameLetters = 120
/** What is no part of a name: separators of paths, and characters that do not show or that write backwards. */
const notInNames = /[\p{C}\p{Zl}\p{Zp}\\/]/gu
const isFileName = (name: string) => !name.match(notInNames) && /[^\p{Z}.]/u.test(name)
const fileNameSchema = z.string().check(z.maxLength(mostNameLetters), z.refine(isFileName))

/** A name as a file system gave it, as it can be kept: without a path, cut in front of its ending. */
export function fileNameOf(given: string): string {
  const name = (given.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replace(notInNames, '').trim()
  if (!isFileName(name)) return 'file'
  const ending = name.match(/\.[^.]{1,10}$/)?.[0] ?? ''
  return name.length <= mostNameLetters
    ? name
    : `${name
        .slice(0, mostNameLetters - ending.length - 1)
        .trimEnd()
        .replace(/\p{Cs}$/u, '')}${ending}`
}

export const fileTypeOf = (given: string): FileType => fileTypes.find((type) => type === given) ?? otherFileType

export const attachmentSchema = z
  .object({
    ofKind: z.enum(['incident', 'outage', 'matter']),
    ofId: idSchema,
    /** Of an incident alone. */
    councilId: z.nullable(idSchema),
    /** Of a matter alone, as `wallId`. */
    teamId: z.nullable(idSchema),
    wallId: z.nullable(idSchema),
    name: fileNameSchema,
    type: z.enum([...fileTypes, otherFileType]),
    /** Bytes. */
    size: z.int().check(z.minimum(0), z.maximum(fileLimits.bytes)),
    /** Of pictures, in points. */
    width: sideSchema,
    height: sideSchema,
    /** SHA-256 of each part, in order, as hexadecimal digits. */
    parts: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.maxLength(mostParts)),
    addedById: personIdSchema,
    addedAt: instantSchema,
  })
  .check(
    z.refine(({ size, parts }) => parts.length === partsOf(size), { path: ['parts'] }),
    z.refine(isPlaced, { path: ['ofKind'] }),
  )
export type Attachment = z.infer<typeof attachmentSchema>

/** Names where its record lies, and nothing else. */
function isPlaced({ ofKind, ofId, councilId, teamId, wallId }: FilePlace): boolean {
  if ((councilId !== null) !== (ofKind === 'incident') || (teamId !== null) !== (ofKind === 'matter')) return false
  return wallId === null || (ofKind === 'matter' && wallId === ofId)
}

export function scopeOfFile({ councilId, teamId, wallId }: FilePlace): string {
  if (wallId !== null) return matterScope(wallId)
  if (teamId !== null) return legalScope(teamId)
  return councilId === null ? sharedDeskScope : deskScope(councilId)
}

/** Added once and never changed; it may only be taken away, and what was taken away does not come back. */
export const attachmentKind = defineKind(
  'attachment',
  attachmentSchema,
  {
    place: ['ofKind', 'ofId', 'councilId', 'teamId', 'wallId'],
    file: ['name', 'type', 'size', 'width', 'height', 'parts'],
    added: ['addedById', 'addedAt'],
  },
  scopeOfFile,
)
