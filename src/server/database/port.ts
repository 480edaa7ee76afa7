// What the server needs of a database. One implementation for each database; everything else is the same code.
import type { Grant } from '../../domain/access.ts'
import type { Digest } from '../../domain/digest.ts'
import type { Row, Scope } from '../../domain/record.ts'
import type { OpResult } from '../../domain/wire.ts'
import type { ActStatements } from './acts-port.ts'
import type { FileStatements } from './files-port.ts'
import type { HotStatements } from './hot-port.ts'
import type { LeaseStatements } from './lease-port.ts'
import type { PrivacyStatements } from './privacy-port.ts'
import type { RetentionStatements } from './retention-port.ts'

/** An installation of the app: one browser profile and one person. */
export interface Client {
  readonly id: string
  readonly userId: string
  /** The last op that has a verdict. */
  readonly lastMid: number
  readonly build: number
  readonly seenAt: number
}

export interface StoredOp {
  readonly client: string
  readonly mid: number
  readonly hash: string
  readonly userId: string
  readonly receivedAt: number
  /** The op's text as it came; it is kept once, here. */
  readonly body: string
  readonly outcome: OpResult
}

/** A row as it lies in the database: `doc` and `groups` are JSON, so that a pull copies them unread. */
export interface StoredRow extends Omit<Row, 'doc' | 'groups'> {
  readonly doc: string
  readonly groups: string
}

export interface User {
  readonly id: string
  /** Lower case. */
  readonly email: string
  readonly name: string
  /** null until an invitation is accepted. */
  readonly passwordHash: string | null
  readonly grants: readonly Grant[]
  readonly isDisabled: boolean
  readonly isSample: boolean
}

export interface StoredSession {
  readonly hash: string
  /** What the list of devices calls it; the hash never leaves the server. */
  readonly id: string
  readonly userId: string
  readonly label: string
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

export interface Invitation {
  readonly hash: string
  readonly userId: string
  readonly until: number
}

export interface Passkey {
  /** Of the credential, base64url. */
  readonly id: string
  readonly userId: string
  /** What its person calls it. */
  readonly name: string
  /** COSE. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** Of signatures, as the authenticator last said; 0 for one that does not count. */
  readonly counter: number
  readonly transports: readonly string[]
  readonly createdAt: number
  readonly usedAt: number | null
}

/** Who an account is at an identity provider. One subject has one account, and an account one subject of a provider. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly userId: string
  readonly createdAt: number
}

/** A device that is to remove what it holds, known by the session that it had. */
export interface Wipe {
  readonly hash: string
  readonly id: string
  readonly userId: string
  readonly label: string
  /** The name of whoever asked. */
  readonly askedBy: string
  readonly askedAt: number
}

export interface SyncStatements {
  client(id: string): Promise<Client | undefined>
  saveClient(client: Client): Promise<void>
  op(client: string, mid: number): Promise<StoredOp | undefined>
  midOfHash(client: string, hash: string): Promise<number | undefined>
  addOp(op: StoredOp): Promise<void>
  /** Every scope there is, with the version of its latest row. */
  heads(): Promise<Map<Scope, number>>
  /** 0 for a scope that does not exist yet. In a writing transaction the head stays locked until its end. */
  head(scope: Scope): Promise<number>
  saveHead(scope: Scope, head: number): Promise<void>
  row(kind: string, id: string): Promise<StoredRow | undefined>
  saveRow(row: StoredRow): Promise<void>
  /** By version, `limit` rows and the rest of the last version, so that what one op wrote is never cut. */
  rowsAfter(scope: Scope, version: number, limit: number): Promise<StoredRow[]>
  countAfter(scope: Scope, version: number): Promise<number>
  /** Rows of a kind in whatever scope that are not deleted, by id, after that id. */
  rowsOfKind(kind: string, after: string, limit: number): Promise<StoredRow[]>
  /** The latest comments on an incident that are not deleted, by id, the latest first. */
  commentsOf(incidentId: string, limit: number): Promise<StoredRow[]>
  /** Whether an incident has a line of history of ours, a file, or something was said of it. */
  isWorkedOn(incidentId: string): Promise<boolean>
}

export interface QuarantineStatements {
  /** Ops of scopes that were taken away from their authors, the oldest first. */
  quarantined(limit: number): Promise<StoredOp[]>
  saveOutcome(client: string, mid: number, outcome: OpResult): Promise<void>
  /** The op that was accepted under another number for the one that a device once had under `origin`. */
  opOfOrigin(origin: string): Promise<StoredOp | undefined>
  saveOrigin(origin: string, client: string, mid: number): Promise<void>
}

export interface DigestStatements {
  /** Of the rows of a scope, as they were written. */
  digest(scope: Scope): Promise<Digest>
  /** Records that a device at that version has, and that are deleted since, neither by ops of these names nor of that client. */
  deletedUnstated(scope: Scope, after: number, names: readonly string[], client: string): Promise<number>
}

export interface AccountStatements {
  user(id: string): Promise<User | undefined>
  userByEmail(email: string): Promise<User | undefined>
  users(): Promise<User[]>
  saveUser(user: User): Promise<void>
  session(hash: string): Promise<StoredSession | undefined>
  sessionsOf(userId: string): Promise<StoredSession[]>
  saveSession(session: StoredSession): Promise<void>
  endSession(userId: string, id: string): Promise<void>
  invitation(hash: string): Promise<Invitation | undefined>
  invitations(): Promise<Invitation[]>
  /** Replaces what the person was sent before. */
  saveInvitation(invitation: Invitation): Promise<void>
  endInvitations(userId: string): Promise<void>
  setting(key: string): Promise<string | undefined>
  saveSetting(key: string, value: string | null): Promise<void>
}

export interface WipeStatements {
  wipe(hash: string): Promise<Wipe | undefined>
  wipesOf(userId: string): Promise<Wipe[]>
  /** Once for each device. */
  saveWipe(wipe: Wipe): Promise<void>
  endWipe(hash: string): Promise<void>
  /** Sessions that are over, of devices that may still hold records: the latest 50. */
  endedSessions(userId: string): Promise<Pick<StoredSession, 'hash' | 'id' | 'label'>[]>
  /** Its device has removed what it held. */
  forgetEnded(hash: string): Promise<void>
}

export interface PasskeyStatements {
  passkey(id: string): Promise<Passkey | undefined>
  passkeysOf(userId: string): Promise<Passkey[]>
  savePasskey(passkey: Passkey): Promise<void>
  endPasskey(userId: string, id: string): Promise<void>
}

export interface IdentityStatements {
  identity(issuer: string, subject: string): Promise<Identity | undefined>
  identitiesOf(userId: string): Promise<Identity[]>
  usersWithIdentity(): Promise<ReadonlySet<string>>
  addIdentity(identity: Identity): Promise<void>
  endIdentities(userId: string): Promise<void>
}

export interface Statements
  extends SyncStatements,
    DigestStatements,
    AccountStatements,
    ActStatements,
    PrivacyStatements,
    HotStatements,
    FileStatements,
    RetentionStatements,
    LeaseStatements,
    WipeStatements,
    PasskeyStatements,
    IdentityStatements,
    QuarantineStatements {
  /** Does the work or, when it throws, none of it, inside the transaction that is under way. */
  attempt<T>(work: () => Promise<T>): Promise<T>
}

/** Work must use the statements that it is given and wait for nothing else: transactions take turns. */
export interface Database {
  /** Identity of this installation's data; a device keeps one store for each. */
  readonly id: string
  /** Another one after a backup was put back; `id` until then. */
  readonly epoch: string
  read<T>(work: (statements: Statements) => Promise<T>): Promise<T>
  /** Commits when the work is done, durably; a throw undoes all of it. */
  write<T>(work: (statements: Statements) => Promise<T>): Promise<T>
  close(): Promise<void>
}
