// A desk of any size on a running server: incidents as an import leaves them, sent as a device of ICT would send them.
import { makeId } from '../../src/domain/identity.ts'
import { create } from '../../src/domain/mutation.ts'
import { schemaNumber } from '../../src/domain/schema-number.ts'
import { opLimits, protocol, pullLimit, pushLimits, type Session } from '../../src/domain/wire.ts'
import { type MadeIncident, madeIncident } from '../desk/made-incidents.ts'
import { samplePassword } from './device.ts'

type Post = (path: string, body: object) => Promise<Response>

/** Resolves when the server has them all. `email`: somebody of ICT. */
export async function fillDesk(
  origin: string,
  email: string,
  count: number,
  patchOf: (n: number) => Partial<MadeIncident> = () => ({}),
): Promise<void> {
  let cookie = ''
  const post: Post = (path, body) => {
    const headers = { origin, cookie, 'content-type': 'application/json' }
    return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const signedIn = await post('/auth/sign-in', { email, password: samplePassword })
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { db, userId } = ((await signedIn.json()) as { session: Session }).session
  const head = { x: protocol, db, build: Math.floor(Date.now() / 1000), client: newId() }
  const { councilIds, systemIds } = await catalogueOf(post, head)

  const importId = newId()
  let mid = 0
  const opOf = (from: number, size: number) => {
    const changes = Array.from({ length: size }, (_, i) => {
      const { id, ...doc } = madeIncident(from + i, patchOf(from + i))
      const systemId = doc.systemId && (systemIds[(from + i) % systemIds.length] ?? null)
      const councilId = councilIds[(from + i) % councilIds.length] ?? ''
      // The sample has none of these accounts.
      const names = { requesterId: null, assigneeId: null, teamId: null }
      const { k, s, set } = create('incident', id, { ...doc, ...names, systemId, councilId, importId })
      return { k, id, s, set, base: Object.fromEntries(Object.keys(set).map((group) => [group, 0])) }
    })
    return JSON.stringify({
      mid: ++mid,
      name: 'import.incidents',
      by: userId,
      at: Date.now(),
      schema: schemaNumber,
      changes,
    })
  }
  const perOp = 15
  const perPush = Math.min(pushLimits.ops, Math.floor(pushLimits.bytes / opLimits.bytes))
  for (let from = 0; from < count; ) {
    const ops: string[] = []
    while (ops.length < perPush && from < count) {
      ops.push(opOf(from, Math.min(perOp, count - from)))
      from += perOp
    }
    const answer = await post('/sync/v1/push', { ...head, now: Date.now(), ops })
    const { results } = (await answer.json()) as { results?: { o: string; code?: string }[] }
    const refused = results ? results.find(({ o }) => o !== 'ok') : { o: answer.status }
    if (refused) throw new Error(`the server did not take them: ${JSON.stringify(refused)}`)
  }
}

async function catalogueOf(post: Post, head: object): Promise<{ councilIds: string[]; systemIds: string[] }> {
  const answer = await post('/sync/v1/pull', { ...head, schema: schemaNumber, cursors: {}, limit: pullLimit })
  const rows = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { k?: string; id: string })
  const idsOf = (kind: string) => rows.filter(({ k }) => k === kind).map(({ id }) => id)
  return { councilIds: idsOf('council'), systemIds: idsOf('system') }
}

const newId = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
