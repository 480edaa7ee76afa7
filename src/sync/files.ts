// A file as it is looked at: from this device, or else from the server, and kept from then on.
import { type FileFacts, fileBytes, hashOf, isFull, partHere } from '../store/files.ts'
import { keepPart, noteUsed } from '../store/parts.ts'
import type { Store } from '../store/store.ts'
import { fetchPart } from './parts-transport.ts'
import { type Network, TransportError } from './transport.ts'

/** `not_here`: the server does not have all of it (yet), or not for this person. `offline`: it could not be asked. */
export type Fetched = Uint8Array<ArrayBuffer> | 'not_here' | 'offline'

const browser: Network = {
  fetch: (input, init) => fetch(input, init),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

const running = new WeakMap<Store, Map<string, Promise<Fetched>>>()

/** The file's bytes. What is asked for twice at a time is fetched once. Throws for a broken store alone. */
export function fetchFile(store: Store, file: FileFacts, network: Network = browser): Promise<Fetched> {
  const files = running.get(store) ?? new Map<string, Promise<Fetched>>()
  running.set(store, files)
  const known = files.get(file.id)
  if (known) return known
  const fetching = hereOrThere(store, file, network).finally(() => files.delete(file.id))
  files.set(file.id, fetching)
  return fetching
}

async function hereOrThere(store: Store, file: FileFacts, network: Network): Promise<Fetched> {
  const here = await fileBytes(store, file)
  if (here !== 'not_here') {
    await noteUsed(store, file.id)
    return here
  }
  const whole = new Uint8Array(file.size)
  let at = 0
  for (const [n, hash] of file.parts.entries()) {
    const bytes = (await partHere(store, file.id, n, hash)) ?? (await partThere(store, file, n, network))
    if (typeof bytes === 'string') return bytes
    if (at + bytes.length > whole.length) return 'not_here'
    whole.set(bytes, at)
    at += bytes.length
  }
  return at === whole.length ? whole : 'not_here'
}

async function partThere(store: Store, file: FileFacts, n: number, network: Network): Promise<Fetched> {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = await fetchPart(network, file.id, n)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return error.code === 'refused' || error.code === 'not_found' ? 'not_here' : 'offline'
  }
  // A portal's page, or an answer that was cut short.
  if ((await hashOf(bytes)) !== file.parts[n]) return 'offline'
  await keepPart(store, file, n, bytes).catch((error: unknown) => {
    // Without room it is shown and not kept.
    if (!isFull(error)) throw error
  })
  return bytes
}
