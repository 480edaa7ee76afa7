// Parts of files over the network: bytes, known by their hash, beside the JSON of everything else.
import type * as z from 'zod/mini'
import { type MissingRequest, missingResponseSchema, partPath, partTakenSchema } from '../domain/parts-wire.ts'
import { answerTo, listening, type Network, notOurs, TransportError } from './transport.ts'

/** A part takes its time where the network is slow. */
const patienceMs = 180_000

const notTheServers = () => new TransportError('transport', 'The answer was cut short or is not the server’s.')

async function ofServer<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const parsed = schema.safeParse(await response.json().catch(() => undefined))
  if (!parsed.success) throw notTheServers()
  return parsed.data
}

/** By file, the parts that the server lacks and that this person may send. */
export const askMissing = (network: Network, request: MissingRequest): Promise<Record<string, number[]>> =>
  listening(network, async (signal) => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(request), signal }
    const { db, missing } = await ofServer(
      await answerTo(network, '/sync/v1/parts/missing', init),
      missingResponseSchema,
    )
    const other = notOurs(db, request.db)
    if (other) throw other
    return missing
  })

export const sendPart = (network: Network, id: string, n: number, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  listening(
    network,
    async (signal) => {
      const headers = { 'content-type': 'application/octet-stream' }
      const init = { method: 'POST', headers, body: bytes, signal }
      return ofServer(await answerTo(network, partPath(id, n), init), partTakenSchema)
    },
    patienceMs,
  )

/** What came; whether it is the part, its hash says. */
export const fetchPart = (network: Network, id: string, n: number): Promise<Uint8Array<ArrayBuffer>> =>
  listening(
    network,
    async (signal) => {
      const response = await answerTo(network, partPath(id, n), { signal })
      const bytes = await response.arrayBuffer().catch(() => undefined)
      if (!bytes) throw notTheServers()
      return new Uint8Array(bytes)
    },
    patienceMs,
  )
