// An account's name in the catalogue, so that histories can name people. The row's id is the account's.
import type { Access } from '../../domain/access.ts'
import { personKind } from '../../domain/partnership.ts'
import type { Scope } from '../../domain/record.ts'
import { catalogueScope } from '../../domain/scope.ts'
import type { ServerContext } from '../context.ts'
import type { Statements } from '../database/port.ts'
import { pushOwn } from '../seeding.ts'
import { namePerson } from '../sync/rules.ts'

export interface NamedPerson {
  readonly id: string
  readonly name: string
  /** As it is when not given. */
  readonly team?: string
}

/** Written as `writer`; nothing is written when the name is that already. */
export async function writeName(
  context: Pick<ServerContext, 'now' | 'random'>,
  statements: Statements,
  writer: Access,
  person: NamedPerson,
  client = `accounts:${writer.userId}`,
): Promise<ReadonlySet<Scope>> {
  const row = await statements.row(personKind.name, person.id)
  const before = row && personKind.schema.safeParse(JSON.parse(row.doc)).data
  const doc = { name: person.name, team: person.team ?? before?.team ?? '' }
  if (before?.name === doc.name && before.team === doc.team) return new Set()
  const now = context.now()
  const change = { k: personKind.name, id: person.id, s: catalogueScope, set: { about: doc } }
  const pen = { client, access: writer, now, random: context.random, rules: namePerson }
  return pushOwn(statements, pen, [{ name: namePerson.name, at: now, changes: [change] }])
}
