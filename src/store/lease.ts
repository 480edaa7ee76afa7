// The lease of legal text: for so long the key to what lies sealed here is on this device. The server gives it, and its
// end, or a clock that says so, takes it away.
import { Dexie, RangeSet } from 'dexie'
import type { StoreDatabase } from './database.ts'
import { changedPart } from './name-changed.ts'
import { type Cipher, type Sealing, sealedTables } from './sealing.ts'

/** As it lies in `meta`. Once it has ended it is there without its key. */
export interface Lease {
  /** Of the key: what is sealed opens with the same one alone. */
  readonly id: string
  /** 32 bytes in base64. */
  readonly key?: string
  /** When it was asked for, by this device's clock, ms. */
  readonly grantedAt: number
  readonly hours: number
  /** When the key was forgotten, ms. */
  readonly lockedAt?: number
}

export const leaseKey = 'lease'
/** In `meta` too: the id of the key under which everything here was sealed that came before it. */
export const sealedWithKey = 'sealedWith'
const HOUR_MS = 3_600_000
/** A clock may be put right by so much without a word. */
const slackMs = 5 * 60_000

export const endOf = ({ grantedAt, hours }: Lease): number => grantedAt + hours * HOUR_MS

const isRunning = (lease: Lease, now: number): boolean =>
  lease.key !== undefined && now < endOf(lease) && now >= lease.grantedAt - slackMs

/** What this tab holds of the lease. */
export interface Lock extends Sealing {
  lease(): Lease | undefined
  use(lease: Lease | undefined, cipher: Cipher | undefined): void
}

export function makeLock(now: () => number): Lock {
  let held: { readonly lease: Lease | undefined; readonly cipher: Cipher | undefined } | undefined
  const cipher = () => (held?.cipher && held.lease && isRunning(held.lease, now()) ? held.cipher : undefined)
  return {
    lease: () => held?.lease,
    cipher,
    isLocked: () => held?.lease !== undefined && cipher() === undefined,
    use: (lease, next) => {
      held = { lease, cipher: next }
    },
  }
}

interface Locked {
  readonly database: StoreDatabase
  readonly lock: Lock
  readonly now: () => number
}

const storedLease = async (database: StoreDatabase): Promise<Lease | undefined> =>
  (await database.meta.get(leaseKey))?.value as Lease | undefined

/** Takes up the lease as it lies here; one that has ended loses its key. Whoever watches sealed records reads them anew. */
export async function readLease(locked: Locked): Promise<Lease | undefined> {
  const { database, lock, now } = locked
  const lease = await withoutEnded(database, now)
  const cipher = lease?.key === undefined ? undefined : await cipherOf(lease.key)
  // Another may have been stored, and taken up, while the cipher was fetched.
  if (!isSameLease(lease, await storedLease(database))) return readLease(locked)
  const [known, wasOpen] = [lock.lease(), lock.cipher() !== undefined]
  lock.use(lease, cipher)
  const isSame = lease?.key === known?.key && wasOpen === (lock.cipher() !== undefined)
  if (known === undefined || isSame) return lease
  const everything = new RangeSet(Number.NEGATIVE_INFINITY, [[]])
  Dexie.on.storagemutated.fire(
    Object.fromEntries(sealedTables.map((table) => [changedPart(database.name, table, ''), everything])),
  )
  return lease
}

const isSameLease = (a: Lease | undefined, b: Lease | undefined): boolean =>
  a?.id === b?.id && a?.key === b?.key && a?.grantedAt === b?.grantedAt && a?.hours === b?.hours

/** Without the file that seals, legal text stays closed; all else goes on. */
async function cipherOf(key: string): Promise<Cipher | undefined> {
  const loaded = await import('./cipher.ts').catch(() => undefined)
  return loaded?.makeCipher(Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)))
}

const isOver = (lease: Lease | undefined, now: number): lease is Lease =>
  lease?.key !== undefined && !isRunning(lease, now)

async function withoutEnded(database: StoreDatabase, now: () => number): Promise<Lease | undefined> {
  const lease = await storedLease(database)
  if (!isOver(lease, now())) return lease
  return database.transaction('rw', 'meta', async () => {
    const present = await storedLease(database)
    if (!isOver(present, now())) return present
    return forgetKey(database, present, now())
  })
}

/** Inside a transaction over `meta`. What is settled without a key lies open, and is sealed with the next lease. */
export async function forgetKey(database: StoreDatabase, lease: Lease, now: number): Promise<Lease> {
  const ended = endedAt(lease, now)
  await database.meta.put({ key: leaseKey, value: ended })
  await database.meta.delete(sealedWithKey)
  return ended
}

/** Without its key. */
function endedAt({ key: _, ...lease }: Lease, now: number): Lease {
  return { ...lease, lockedAt: now < lease.grantedAt ? now : Math.min(now, endOf(lease)) }
}

/** What a person is told; undefined where legal text is nothing that could be locked. */
export type LeaseState = { readonly openUntil: number } | { readonly lockedSince: number }

export async function leaseState({ database, now }: Pick<Locked, 'database' | 'now'>): Promise<LeaseState | undefined> {
  const lease = await storedLease(database)
  if (!lease) return undefined
  if (isRunning(lease, now())) return { openUntil: endOf(lease) }
  return { lockedSince: lease.lockedAt ?? endedAt(lease, now()).lockedAt ?? endOf(lease) }
}
