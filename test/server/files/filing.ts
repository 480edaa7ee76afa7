// Files on the server: their records as devices push them, and their parts.
import { createHash } from 'node:crypto'
import type { Role } from '../../../src/domain/access.ts'
import { type FilePlace, partBytes, partsOf, scopeOfFile } from '../../../src/domain/attachment.ts'
import { create } from '../../../src/domain/mutation.ts'
import type { WireChange } from '../../../src/domain/wire.ts'
import { type Desk, raise, startDesk } from '../desk.ts'
import { type Device, origin, type Trial } from '../trial.ts'

export const bytesOf = (size: number, seed = 7): Buffer<ArrayBuffer> =>
  Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * seed + (i >> 8)) % 256))
const piecesOf = (bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer>[] =>
  Array.from({ length: partsOf(bytes.length) }, (_, n) => bytes.subarray(n * partBytes, (n + 1) * partBytes))
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export type Place = Partial<FilePlace> & Pick<FilePlace, 'ofKind' | 'ofId'>

/** The change that adds a file of these bytes, by that person. */
export function fileChange(
  trial: Trial,
  by: Device,
  at: Place,
  bytes: Buffer<ArrayBuffer>,
  more: object = {},
): WireChange {
  const place = { councilId: null, teamId: null, wallId: null, ...at }
  const facts = { name: 'rack.jpg', type: 'image/jpeg', size: bytes.length, width: 1600, height: 900 } as const
  const parts = piecesOf(bytes).map(sha)
  const doc = { ...place, ...facts, parts, addedById: by.userId, addedAt: trial.clock.now, ...more }
  const { k, id, set } = create('attachment', trial.newId(), doc)
  return { k, id, s: scopeOfFile(place), base: {}, set: { ...set } }
}

/** Its id, or why it was refused. */
export async function add(trial: Trial, by: Device, at: Place, bytes: Buffer<ArrayBuffer>, more: object = {}) {
  const change = fileChange(trial, by, at, bytes, more)
  const { o, code } = await by.push('attachment.add', [change])
  return o === 'ok' ? change.id : (code ?? o)
}

export const remove = async (by: Device, id: string, s: string, set: object = { deleted: { deleted: true } }) => {
  const { o, code } = await by.push('attachment.remove', [
    { k: 'attachment', id, s, base: { deleted: 0 }, set: set as WireChange['set'] },
  ])
  return code ?? o
}

export const put = (
  trial: Trial,
  by: Pick<Device, 'cookie'> | undefined,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) =>
  trial.handler(
    new Request(origin + path, {
      method: 'POST',
      body: bytes,
      headers: { origin, 'content-type': 'application/octet-stream', ...(by && { cookie: by.cookie }), ...headers },
    }),
  )
export const partOf = (id: string, n: number | string) => `/sync/v1/parts/${id}/${n}`

export async function putAll(trial: Trial, by: Device, id: string, bytes: Buffer<ArrayBuffer>): Promise<number[]> {
  const statuses = []
  for (const [n, piece] of piecesOf(bytes).entries()) statuses.push((await put(trial, by, partOf(id, n), piece)).status)
  return statuses
}

export async function missing(trial: Trial, by: Device, ids: readonly string[]): Promise<unknown> {
  const answer = await trial.post('/sync/v1/parts/missing', { x: 'sync1', db: trial.database.id, ids }, by.cookie)
  return ((await answer.json()) as { missing: unknown }).missing
}

/** Whether the person gets the file as it was, or the first status that is no success. */
export async function fetched(
  trial: Trial,
  by: Device,
  id: string,
  bytes: Buffer,
): Promise<'whole' | 'other' | number> {
  const found: Buffer[] = []
  for (let n = 0; n < partsOf(bytes.length); n++) {
    const answer = await trial.get(partOf(id, n), by.cookie)
    if (answer.status !== 200) return answer.status
    found.push(Buffer.from(await answer.arrayBuffer()))
  }
  return Buffer.concat(found).equals(bytes) ? 'whole' : 'other'
}

export const everyRole: readonly Role[] = [
  'staff',
  'ict',
  'legal',
  'practice_manager',
  'manager',
  'client_officer',
  'admin',
]

export const incidentAt = (desk: Desk, ofId: string) =>
  ({ ofKind: 'incident', ofId, councilId: desk.councilId }) as const
export const deskOf = (desk: Desk) => `desk:${desk.councilId}`
export async function withIncident() {
  const desk = await startDesk()
  const ofId = await raise(desk, desk.staff)
  return { desk, trial: desk.trial, at: incidentAt(desk, ofId), ofId }
}
export const aFile = bytesOf(2 * partBytes + 10)
