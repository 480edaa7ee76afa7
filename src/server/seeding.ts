// How the server writes records itself: at set-up, for the sample, for people's names. The same push as a device's.
import type { Access, Grant } from '../domain/access.ts'
import { mutationNamed } from '../domain/mutations/all.ts'
import type { Doc, Scope } from '../domain/record.ts'
import { schemaNumber } from '../domain/schema-number.ts'
import { ourVersions } from '../domain/upcast.ts'
import type { Op, WireChange } from '../domain/wire.ts'
import { build } from './build.ts'
import type { Statements } from './database/port.ts'
import { idsAt } from './sync/apply-op.ts'
import { pushOps } from './sync/push.ts'
import type { OpRules } from './sync/rules.ts'

interface OwnChange {
  readonly k: string
  readonly id: string
  readonly s: Scope
  readonly set: Readonly<Record<string, Doc>>
}

/** What a mutation handed back, when it ran, and its wire name. At most 200 records and 64 KiB. */
export interface OwnOp {
  readonly name: string
  /** Edit time, ms; the story of a sample lies in the past. */
  readonly at: number
  readonly changes: readonly OwnChange[]
}

export interface Pen {
  /** Not a UUID, so that no device can be this client. One client belongs to one person. */
  readonly client: string
  readonly access: Access
  readonly now: number
  readonly random: (size: number) => Uint8Array
  /** For the server's own mutations; the domain's when not given. */
  readonly rules?: OpRules
}

/** Writes the ops in the caller's transaction and hands back the touched scopes. A refusal is our own mistake: it throws. */
export async function pushOwn(statements: Statements, pen: Pen, ops: readonly OwnOp[]): Promise<ReadonlySet<Scope>> {
  const written = ops.filter(({ changes }) => changes.length > 0)
  let mid = (await statements.client(pen.client))?.lastMid ?? 0
  const texts: string[] = []
  // Where one of these ops follows another, the marks are of this same client, which never meets itself as somebody else.
  for (const { name, at, changes: own } of written) {
    mid++
    const changes = await Promise.all(own.map((change) => changeOf(statements, change)))
    const op: Op = { mid, name, by: pen.access.userId, at, schema: schemaNumber, changes }
    texts.push(JSON.stringify(op))
  }
  if (texts.length === 0) return new Set()
  // A fault undoes the caller's whole transaction: an op needs no attempt of its own, which would cost as much again.
  const pushed = await pushOps(
    { ...statements, attempt: (work) => work() },
    {
      client: pen.client,
      access: pen.access,
      receivedAt: pen.now,
      offset: 0,
      newId: idsAt(pen.now, pen.random),
      build,
      versions: ourVersions,
      rulesOf: (wanted) => (pen.rules?.name === wanted ? pen.rules : mutationNamed(wanted)),
      texts,
      onFault: (error) => {
        throw error
      },
    },
  )
  if (!('results' in pushed)) throw new Error("The server's own changes were out of order")
  for (const [i, { o, code }] of pushed.results.entries())
    if (o === 'rejected') throw new Error(`The server's own ${written[i]?.name} was refused: ${code}`)
  return pushed.touched
}

async function changeOf(statements: Statements, { k, id, s, set }: OwnChange): Promise<WireChange> {
  const row = await statements.row(k, id)
  const marks = row ? (JSON.parse(row.groups) as Record<string, { v: number }>) : {}
  const base = Object.fromEntries(Object.keys(set).flatMap((group) => (marks[group] ? [[group, marks[group].v]] : [])))
  return { k, id, s, base, set: { ...set } }
}

export interface SampleAccount {
  readonly email: string
  readonly name: string
  readonly team: string
  readonly grants: readonly Grant[]
}

/** What the sample is written through. */
export interface SampleSeat {
  readonly now: number
  /** Makes an account (all of the sample share one password) with its row of names, and hands back the person's id. */
  createAccount(account: SampleAccount): Promise<string>
  /** Writes ops as that person, who must have an account here and be allowed to. */
  push(personId: string, ops: readonly OwnOp[]): Promise<void>
}

/** Waits for nothing but the seat: it runs inside one transaction. */
export type FillSample = (seat: SampleSeat) => Promise<void>
