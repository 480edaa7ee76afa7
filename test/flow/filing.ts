// Files as devices add them and look at them.
import { partBytes } from '../../src/domain/attachment.ts'
import type { DocOf, Recorded } from '../../src/domain/kinds.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { addFile } from '../../src/store/files.ts'
import { fetchFile } from '../../src/sync/files.ts'
import { origin } from '../server/trial.ts'
import type { TrialDevice } from './device.ts'
import { report } from './devices.ts'

type File = Recorded<'attachment'>
export const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) % 256)
export const threeParts = bytesOf(2 * partBytes + 100)
export const photo = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: 'rack.jpg',
  type: 'image/jpeg',
  width: 1600,
  height: 900,
  bytes,
})

/** As the device's page fetches it. */
export const looked = (device: TrialDevice, trial: { handler: (request: Request) => Promise<Response> }, file: File) =>
  fetchFile(device.store, file, {
    fetch: async (path, init) => {
      if (!device.isOnline) throw new TypeError('network is off')
      return trial.handler(new Request(origin + path, { ...init, signal: null, headers: { cookie: device.cookie } }))
    },
    after: () => () => {},
  })

export async function addTo(
  device: TrialDevice,
  of: Parameters<typeof addFile>[1]['of'],
  bytes = threeParts,
): Promise<File> {
  const result = await addFile(device.store, { of, ...photo(bytes) })
  if (!result.ok) throw new Error(result.refusal.message)
  const [write] = result.writes
  return { ...(Object.assign({}, ...Object.values(write?.set ?? {})) as DocOf<'attachment'>), id: write?.id ?? '' }
}

export const outageOf = async (device: TrialDevice) =>
  ({ kind: 'outage', id: (await device.act(reportOutage, report))[0]?.id ?? '' }) as const
export const fileOn = async (device: TrialDevice) => (await device.store.reads.all('attachment'))[0]
export const same = (got: unknown, bytes: Uint8Array) => got instanceof Uint8Array && Buffer.compare(got, bytes) === 0
