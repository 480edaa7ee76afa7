// Files as a device keeps them: added with their record or not at all, and counted until the server has them.
import { expect, test } from 'vitest'
import { fileLimits, fileNameOf, partBytes } from '../../src/domain/attachment.ts'
import { removeAttachment } from '../../src/domain/mutations/attach.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { addFile, fileBytes, filesWaiting, hashOf } from '../../src/store/files.ts'
import { mutate } from '../../src/store/mutate.ts'
import type { Store } from '../../src/store/store.ts'
import { act, dump, newId, openTrialStore, opsOf, report } from './trial-store.ts'

const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) % 256)
const councilId = newId()
const plenty = async () => 10 * fileLimits.bytes + 1e9

async function outageIn(store: Store) {
  const writes = await act(store, reportOutage, report)
  return { kind: 'outage', id: writes.find(({ k }) => k === 'outage')?.id ?? '' } as const
}
const photo = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: 'rack.jpg',
  type: 'image/jpeg',
  width: 1600,
  height: 900,
  bytes,
})

test('a file is stored with its record and its op, in parts whose hashes the record names', async () => {
  const store = await openTrialStore()
  const of = await outageIn(store)
  const bytes = bytesOf(2 * partBytes + 5)
  expect((await addFile(store, { of, ...photo(bytes) }, plenty)).ok).toBe(true)
  const [file] = await store.reads.where('attachment', 'ofId', of.id)
  if (!file) throw new Error('no file')
  expect(file).toMatchObject({
    ofKind: 'outage',
    name: 'rack.jpg',
    type: 'image/jpeg',
    size: bytes.length,
    width: 1600,
  })
  expect(file.parts).toEqual(
    await Promise.all([0, 1, 2].map((n) => hashOf(bytes.slice(n * partBytes, (n + 1) * partBytes)))),
  )
  expect(await fileBytes(store, file)).toEqual(bytes)
  expect(await filesWaiting(store)).toBe(1)
  expect((await opsOf(store)).map(({ name }) => name)).toEqual(['outage.report', 'attachment.add'])
})

test.each([0, 1, partBytes, partBytes + 1, fileLimits.bytes])(
  'a file of %i bytes comes back as it was',
  async (size) => {
    const store = await openTrialStore()
    const of = await outageIn(store)
    const bytes = bytesOf(size)
    expect((await addFile(store, { of, ...photo(bytes) }, plenty)).ok).toBe(true)
    const [file] = await store.reads.all('attachment')
    const back = file && (await fileBytes(store, file))
    expect(back instanceof Uint8Array && Buffer.compare(back, bytes)).toBe(0)
    expect(await filesWaiting(store)).toBe(size === 0 ? 0 : 1)
  },
)

test('a file that is too large, a twenty-first, and one without room are refused and leave nothing', async () => {
  const store = await openTrialStore()
  const of = await outageIn(store)
  for (let i = 0; i < fileLimits.perRecord; i++) await addFile(store, { of, ...photo(bytesOf(i + 1)) }, plenty)
  const before = await dump(store)
  const codeOf = async (size: number, room = plenty) => {
    const result = await addFile(store, { of, ...photo(bytesOf(size)) }, room)
    return result.ok ? 'ok' : result.refusal.code
  }
  expect(await codeOf(fileLimits.bytes + 1)).toBe('file_too_large')
  expect(await codeOf(5)).toBe('too_many_files')
  expect(await codeOf(5, async () => 1000)).toBe('no_room')
  expect(await dump(store)).toEqual(before)
})

test('a disk that is full takes neither the file nor its op', async () => {
  const store = await openTrialStore()
  const of = await outageIn(store)
  const before = await dump(store)
  const failing: typeof store.database.parts.bulkAdd = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  const { parts } = store.database
  Object.defineProperty(parts, 'bulkAdd', { value: failing, configurable: true })
  const result = await addFile(store, { of, ...photo(bytesOf(9)) }, plenty)
  expect(result.ok ? '' : result.refusal.code).toBe('no_room')
  expect(await dump(store)).toEqual(before)
})

test('a person who does not have the incident here adds to it all the same: the server knows whose it is', async () => {
  const store = await openTrialStore({ grants: [{ role: 'staff', on: null }] })
  const of = { kind: 'incident', id: newId(), councilId } as const
  expect((await addFile(store, { of, ...photo(bytesOf(3)) }, plenty)).ok).toBe(true)
  const [op] = await opsOf(store)
  expect(op?.changes).toMatchObject([{ k: 'attachment', s: `desk:${councilId}` }])
})

test('a file for an outage or a matter that is not here, or for whose scope one has no right, is refused', async () => {
  const store = await openTrialStore()
  const codeOf = async (of: Parameters<typeof addFile>[1]['of'], at = store) => {
    const result = await addFile(at, { of, ...photo(bytesOf(3)) }, plenty)
    return result.ok ? 'ok' : result.refusal.code
  }
  expect(await codeOf({ kind: 'outage', id: newId() })).toBe('no_such_record')
  expect(await codeOf({ kind: 'matter', id: newId() })).toBe('no_such_record')
  const stranger = await openTrialStore({ grants: [{ role: 'ict', on: newId() }] })
  expect(await codeOf({ kind: 'incident', id: newId(), councilId }, stranger)).toBe('not_allowed')
})

test('a file that was taken away is no more', async () => {
  const store = await openTrialStore()
  const of = await outageIn(store)
  await addFile(store, { of, ...photo(bytesOf(3)) }, plenty)
  const [file] = await store.reads.all('attachment')
  expect((await mutate(store, removeAttachment, { id: file?.id ?? '' })).ok).toBe(true)
  expect(await store.reads.all('attachment')).toEqual([])
  const again = await mutate(store, removeAttachment, { id: file?.id ?? '' })
  expect(again.ok ? '' : again.refusal.code).toBe('no_such_file')
})

test('a name is kept without paths and without what does not show, and never empty or too long', () => {
  expect(fileNameOf('C:\\photos\\rack 1.jpg')).toBe('rack 1.jpg')
  expect(fileNameOf('../../etc/passwd')).toBe('passwd')
  expect(fileNameOf('rack\u202Egpj.exe')).toBe('rackgpj.exe')
  expect(fileNameOf('..')).toBe('file')
  expect(fileNameOf(' \u0000 ')).toBe('file')
  expect(fileNameOf(`${'é'.repeat(300)}.jpeg`)).toMatch(/^é+\.jpeg$/)
  expect(fileNameOf(`${'😀'.repeat(300)}.jpeg`).length).toBeLessThanOrEqual(120)
})
