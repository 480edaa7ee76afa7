// All that is held about one person, as JSON in a zip.
import { startZip } from '../../reports/zip.ts'
import { withoutWalls } from '../auth/walls.ts'
import type { StoredAct } from '../database/acts-port.ts'
import type { Database, User } from '../database/port.ts'
import { type Asking, type HeldRecord, heldOf, type WithheldRecord } from './held.ts'

const pageRows = 500

/** undefined when there is no such account. */
export async function subjectAccess(
  database: Database,
  asking: Asking,
  now: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { personId } = asking
  const found = await database.read(async (statements) => {
    const user = await statements.user(personId)
    if (!user) return undefined
    const sessions = (await statements.sessionsOf(personId)).map(({ hash: _, ...session }) => session)
    const passkeys = (await statements.passkeysOf(personId)).map(({ id, name, createdAt, usedAt }) => ({
      ...{ id, name, createdAt, usedAt },
    }))
    const identities = (await statements.identitiesOf(personId)).map(({ userId: _, ...identity }) => identity)
    return { user, sessions, passkeys, identities, devices: await statements.clientsOf(personId) }
  })
  if (!found) return undefined
  const { records, withheld } = await recordsOf(database, asking)
  const zip = startZip(now)
  const add = (path: string, value: unknown) => zip.file(path).write(`${JSON.stringify(value, null, 2)}\n`)
  zip.file('README.txt').write(readme(found.user, now))
  add('account.json', accountOf(found.user, asking))
  add('sessions.json', found.sessions)
  add('passkeys.json', found.passkeys)
  add('identities.json', found.identities)
  add('devices.json', found.devices)
  add('acts.json', await actsOf(database, personId))
  add('records.json', records)
  add('withheld.json', { count: withheld.length, records: withheld })
  return zip.end()
}

/** Being named behind a wall is for those named to know. */
function accountOf({ passwordHash, grants, ...account }: User, { access, personId }: Asking) {
  const shown = access.userId === personId ? grants : withoutWalls(grants)
  return { ...account, grants: shown, hasPassword: passwordHash !== null }
}

async function recordsOf(database: Database, asking: Asking) {
  const records: HeldRecord[] = []
  const withheld: WithheldRecord[] = []
  let after = { k: '', id: '' }
  while (true) {
    const from = after
    const rows = await database.read((statements) => statements.rowsNaming(asking.personId, from, pageRows))
    for (const row of rows) {
      const held = heldOf(row, asking)
      if (held && 'record' in held) records.push(held.record)
      else if (held) withheld.push(held.withheld)
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) return { records, withheld }
    after = { k: last.k, id: last.id }
  }
}

async function actsOf(database: Database, person: string): Promise<Omit<StoredAct, 'id'>[]> {
  const acts: Omit<StoredAct, 'id'>[] = []
  let before: StoredAct | undefined
  while (true) {
    const asked = { person, before }
    const page = await database.read((statements) => statements.acts(asked, pageRows))
    acts.push(...page.map(({ id: _, ...act }) => act))
    if (page.length < pageRows) return acts
    before = page.at(-1)
  }
}

const readme = ({ name, email }: User, now: number): string => `What Uptally holds about ${name} (${email})
As at ${new Date(now).toISOString()}. Times in the files are milliseconds since 1970, UTC.

account.json   The account and its roles. The password is kept only as a hash, which is not here.
sessions.json  Where the person is signed in.
passkeys.json  Passkeys by name.
identities.json  Who the person is at an identity provider.
devices.json   Installations of the app, with the number of their last change.
acts.json      What the audit trail says of the person: what, when, on which record.
records.json   Records that the person wrote a part of (isAuthor) or that name them (isSubject). Of a file (k: attachment)
               its name, size and place; the file itself is to be had where it was added.
withheld.json  Further records, by kind and id: whoever made this file may not read them, or they are Legal's.

Records may also speak of others. Read them through before you hand them on.
`
