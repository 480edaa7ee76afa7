// What a simulated history is made of.
import { IDBFactory } from 'fake-indexeddb'
import type { Grant } from '../../src/domain/access.ts'
import type { Doc } from '../../src/domain/record.ts'
import { startDevice, type TrialDevice } from './device.ts'
import type { SimulatedServer } from './simulated-server.ts'

export const ict: Grant = { role: 'ict', on: null }
export const admin: Grant = { role: 'admin', on: null }

/** Where a device keeps its records, and what that can do beyond keeping. */
export interface Disk {
  readonly factory: IDBFactory
  /** The disk is full at this write from now; undefined: this disk never is. */
  readonly fillAfter?: (writes: number) => void
  /** The browser takes the connection away at this request from now. */
  readonly loseAfter?: (requests: number) => void
  /** As it is now, to go its own way. */
  readonly copy?: () => Disk
}
export const dexieDisk = (): Disk => ({ factory: new IDBFactory() })

/** Something that somebody did: what it was and where it was done. */
export interface Deed {
  readonly device: number
  readonly key: string
  /** Every place that had it was lost, by no fault of Uptally's. */
  isExcused?: true
}

/** A place where somebody works. */
export interface Seat {
  /** Whose it is, by number. */
  readonly person: number
  readonly userId: string
  readonly cookie: string
  /** Its profile was copied from that of this device, or is its own. */
  readonly lineage: number
  readonly disk: Disk
}

export interface History {
  readonly server: SimulatedServer
  readonly newDisk: () => Disk
  readonly devices: TrialDevice[]
  readonly seats: Seat[]
  /** In the order in which they were done. */
  readonly deeds: Deed[]
  /** Every installation that the server has heard of. */
  readonly clients: Set<string>
  /** The grants of each person now. */
  readonly grants: Grant[][]
  readonly told: string[]
  /** What each device wrote last, by `kind id group`. */
  readonly own: Map<string, { readonly value: Doc; readonly ver: number }>[]
  /** Requests that are still on their way, for hours maybe. */
  readonly late: (() => Promise<unknown>)[]
  /** Installations that were told to remove their records, and when. */
  readonly wiped: Map<string, number>
  /** As they were when the backup was made. */
  readonly backedUp: Grant[][]
  isPutBack: boolean
  /** An earlier state of a profile. */
  kept: { readonly at: number; readonly disk: Disk } | undefined
  /** Faults that were met. */
  faultCount: number
}

/** A tab on the device's disk. */
export async function openDevice(history: History, at: number): Promise<void> {
  const { person, disk, ...installation } = history.seats[at] as Seat
  const { server, clients, devices } = history
  const grants = history.grants[person] ?? []
  devices[at] = await startDevice(server, installation, grants, disk.factory, (client) => void clients.add(client))
}
