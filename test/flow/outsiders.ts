// People who should not have something, and everything that they get: while a story goes on, and then by asking at every door.
import type { WireChange } from '../../src/domain/wire.ts'
import type { Device, Trial } from '../server/trial.ts'

export interface Outsider {
  readonly name: string
  readonly device: Device
  /** Bodies and headers, as text. */
  received: string
}

export const outsider = (name: string, device: Device): Outsider => ({ name, device, received: '' })

/** Hears what the server tells by itself, until it is stopped. */
export async function listen(trial: Trial, who: Outsider): Promise<() => Promise<void>> {
  const stream = await trial.get('/sync/v1/events', who.device.cookie)
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  const reading = (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      who.received += new TextDecoder().decode(piece.value)
  })()
  return async () => {
    await reader.cancel()
    await reading
  }
}

export interface Doors {
  /** What they are after, as it lies on the server. */
  readonly rows: readonly { readonly k: string; readonly id: string; readonly s: string; readonly ver: number }[]
  /** The mutation that is tried on each kind, */
  readonly names: Readonly<Record<string, string>>
  /** with each of these groups by itself, */
  readonly set: (userId: string) => WireChange['set']
  /** and doors beside those of sync. */
  readonly paths: readonly string[]
  readonly posts: readonly (readonly [string, unknown])[]
}

/** All doors that there are, tried by somebody for whom they are shut or open. */
export async function tryEverything(trial: Trial, who: Outsider, { rows, names, set, paths, posts }: Doors) {
  const { device } = who
  const keep = async (answer: Response) => {
    who.received += `${await answer.text()} ${JSON.stringify([...answer.headers])}`
  }
  const ask = { x: 'sync1', db: trial.database.id, client: device.client, build: 1, schema: 1, limit: 10_000 }
  const cursors = Object.fromEntries(rows.map(({ s }) => [s, 0]))
  for (const given of [{}, cursors])
    await keep(await trial.post('/sync/v1/pull', { ...ask, cursors: given }, device.cookie))
  for (const { k, id, s, ver } of rows) {
    const tries = [s, `time:${device.userId}`, `user:${device.userId}`, 'catalogue', 'desk:shared'].flatMap((scope) =>
      Object.entries(set(device.userId)).map(([group, value]) => ({
        ...{ k, id, s: scope },
        base: { [group]: ver },
        set: { [group]: value },
      })),
    )
    const ops = tries.map((change) => device.opText(names[k] ?? '', [change]))
    who.received += JSON.stringify(await device.send(ops))
  }
  for (const path of ['/auth/state', '/auth/devices', '/admin/people', ...paths])
    await keep(await trial.get(path, device.cookie))
  for (const [path, body] of posts) await keep(await trial.post(path, body, device.cookie))
  await keep(await trial.post('/sync/v1/push', { x: 'sync1', ops: rows }, device.cookie))
}
