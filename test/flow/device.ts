// A device to try: the real store on an IndexedDB in memory, the real sync loop, and a network in hand.
// Dexie's live queries do nothing where the global is missing, though each database here has a disk of its own.
import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished, vi } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { makeId } from '../../src/domain/identity.ts'
import type { Mutation, Write } from '../../src/domain/mutation.ts'
import type { Session } from '../../src/domain/wire.ts'
import { mutate } from '../../src/store/mutate.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { type Sync, startSync } from '../../src/sync/loop.ts'
import { type Device as Installation, origin, type Trial } from '../server/trial.ts'

// A story has a server, several devices and many commits to disk; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 })

/** What the network does with the next request to a path that starts so; undefined lets it through. */
export type Fault = (request: Request, send: () => Promise<Response>) => Promise<Response>

export interface TrialDevice {
  /** What goes wrong on this device meanwhile is no fault of ours. */
  isHurt: boolean
  /** It was told to remove its records. */
  isToWipe: boolean
  readonly store: Store
  readonly sync: Sync
  readonly userId: string
  /** Of the browser, whoever signs in there. */
  cookie: string
  /** Milliseconds that this device's clock is ahead of the server's. */
  clockAheadMs: number
  isOnline: boolean
  /** Taken in order, one a request. */
  readonly faults: Fault[]
  /** Does it, and throws when it was refused. */
  act<Args>(mutation: Mutation<Args>, args: Args): Promise<readonly Write[]>
  syncNow(): Promise<void>
  /** The tab is killed and opened again on the same disk. */
  restart(): Promise<TrialDevice>
  /** Another tab of the same browser. */
  secondTab(): Promise<TrialDevice>
  stop(): void
}

/** A device of the person who is signed in as `installation`. */
export async function startDevice(
  trial: Pick<Trial, 'database' | 'clock' | 'handler'>,
  installation: Pick<Installation, 'userId' | 'cookie'>,
  grants: readonly Grant[],
  disk: IDBFactory = new IDBFactory(),
  /** Told of each id under which the device speaks to the server. */
  onClient: (client: string) => void = () => {},
): Promise<TrialDevice> {
  const { userId, cookie } = installation
  let access = grants
  const session: Session = {
    db: trial.database.id,
    userId,
    name: 'Somebody',
    email: 'a@trial.test',
    grants: [...grants],
  }
  const device = {
    userId,
    cookie,
    clockAheadMs: 0,
    isOnline: true,
    faults: [] as Fault[],
    isHurt: false,
    isToWipe: false,
  }
  const now = () => trial.clock.now + device.clockAheadMs
  const newId = (at = now()) => makeId(at, crypto.getRandomValues(new Uint8Array(10)))
  const store = await openStore({
    name: `trial-${userId}`,
    personId: userId,
    access: () => ({ userId, grants: access }),
    now,
    newId,
    indexedDB: disk,
    IDBKeyRange,
  })
  const fetch = async (path: string, init?: RequestInit): Promise<Response> => {
    if (!device.isOnline) throw new TypeError('network is off')
    const client = /"client":"([^"]+)"/.exec(String(init?.body))?.[1]
    if (client !== undefined) onClient(client)
    // Nothing here falls silent: following the signal only costs time.
    const { signal: _, ...rest } = init ?? {}
    const headers = { ...rest.headers, origin, cookie: device.cookie }
    const request = () => new Request(origin + path, { ...rest, headers })
    const send = () => trial.handler(request())
    const fault = device.faults.shift()
    return fault ? fault(request(), send) : send()
  }
  // No timer, leader or event of its own: rounds happen when the test says so.
  const idle = () => () => {}
  const world = {
    fetch,
    now,
    chance: () => 0,
    build: 2_000_000_000,
    after: idle,
    isSeen: () => true,
    elect: idle,
    listen: idle,
    onWake: idle,
    onFault: (error: unknown) => {
      if (!device.isHurt) throw error
    },
  }
  const sync = startSync({
    store,
    session,
    world,
    onGrants: (granted) => {
      access = granted
    },
    onWipe: async () => {
      device.isToWipe = true
    },
  })
  const stop = () => {
    sync.stop()
    store.close()
  }
  onTestFinished(stop)
  return Object.assign(device, {
    store,
    sync,
    act: async <Args>(mutation: Mutation<Args>, args: Args) => {
      const result = await mutate(store, mutation, args)
      if (!result.ok) throw new Error(`${mutation.name}: ${result.refusal.message}`)
      return result.writes
    },
    syncNow: () => sync.syncNow(),
    restart: () => {
      stop()
      return startDevice(trial, installation, access, disk, onClient)
    },
    secondTab: () => startDevice(trial, installation, access, disk, onClient),
    stop,
  })
}

export const portalPage: Fault = async () =>
  new Response('<html>Sign in to the guest network</html>', { status: 200, headers: { 'content-type': 'text/html' } })

/** The server has done it, but the answer never arrives. */
export const answerLost: Fault = async (_request, send) => {
  await send()
  throw new TypeError('connection reset')
}

export const requestLost: Fault = async () => {
  throw new TypeError('connection reset')
}

/** The request arrives twice; the second answer is the one that is read. */
export const sentTwice: Fault = async (_request, send) => {
  await send()
  return send()
}

export const failsWith =
  (status: number): Fault =>
  async () =>
    new Response('nginx', { status })

/** Only a share of the answer's bytes arrives. */
export const cutShort = (share: number): Fault => cut((size) => Math.floor(size * share))

/** The answer breaks off after so many bytes. */
export const cutAt = (bytes: number): Fault => cut(() => bytes)

const cut =
  (at: (size: number) => number): Fault =>
  async (_request, send) => {
    const answer = await send()
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return new Response(bytes.subarray(0, at(bytes.length)), { status: answer.status, headers: answer.headers })
  }
