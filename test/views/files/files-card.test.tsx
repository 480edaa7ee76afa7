// Photos and files on the pages of their records: adding, what is said of each, and taking away.
import 'fake-indexeddb/auto'
import { webcrypto } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { fileLimits } from '../../../src/domain/attachment.ts'
import { reportOutage } from '../../../src/domain/mutations/report-outage.ts'
import { addFile, fileBytes } from '../../../src/store/files.ts'
import type { Store } from '../../../src/store/store.ts'
import { Files } from '../../../src/views/files/files.tsx'
import { Notices } from '../../../src/views/parts/notice/notices.tsx'
import { act, openTrialStore, report } from '../../store/trial-store.ts'
import { button, find } from '../parts/render.ts'
import { showIn, soon, text } from '../time/trial-app.tsx'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}

// This document has no hashes of its own.
Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true })

/** Addresses that were made and not given back. */
function watchAddresses(): Set<string> {
  const open = new Set<string>()
  let made = 0
  const { createObjectURL, revokeObjectURL } = URL
  URL.createObjectURL = () => {
    made += 1
    open.add(`blob:${made}`)
    return `blob:${made}`
  }
  URL.revokeObjectURL = (address) => open.delete(address)
  onTestFinished(() => void Object.assign(URL, { createObjectURL, revokeObjectURL }))
  return open
}

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)
const rack = { name: 'rack.jpg', type: 'image/jpeg', width: 1600, height: 1200, bytes: jpeg }
const note = (words: string, name = 'note.txt') => new File([words], name)

async function openOutage() {
  const store = await openTrialStore()
  const writes = await act(store, reportOutage, report)
  return { store, of: { kind: 'outage', id: writes.find(({ k }) => k === 'outage')?.id ?? '' } as const }
}
const showFiles = (store: Store, of: { kind: 'outage'; id: string }, mayAdd = true) =>
  showIn(store, () => (
    <Notices>
      <h1>An outage</h1>
      <Files of={of} mayAdd={mayAdd} mayRemoveAny={mayAdd} />
    </Notices>
  ))
const choose = async (...files: File[]) => {
  const input = await soon(() => find<HTMLInputElement>('input[type=file]'))
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
/** In order of the alphabet: the clock of these tests stands still. */
const names = () => [...document.querySelectorAll('.file__name')].map(({ textContent }) => textContent).sort()
const attached = (store: Store, id: string) => store.reads.where('attachment', 'ofId', id)

test('several files at once are kept with the record, and told with an Undo that takes them away again', async () => {
  const { store, of } = await openOutage()
  const told = showFiles(store, of)
  await choose(note('one', 'one.txt'), note('two', 'two.txt'))
  await soon(() => expect(names()).toEqual(['one.txt', 'two.txt']))
  expect(text()).toContain('On this device only until it is sent.')
  expect(told.at(-1)?.message).toContain('2 files added.')
  const first = (await attached(store, of.id)).find(({ name }) => name === 'one.txt')
  expect(first && new TextDecoder().decode((await fileBytes(store, first)) as Uint8Array)).toBe('one')
  told.at(-1)?.undo?.()
  await soon(() => expect(names()).toEqual([]))
})

test('what is refused is said, and what was chosen beside it is kept', async () => {
  const { store, of } = await openOutage()
  showFiles(store, of)
  const large = new File([new Uint8Array(fileLimits.bytes + 1)], 'large.bin')
  await choose(large, new File([], 'empty.txt'), note('fits'))
  await soon(() => expect(names()).toEqual(['note.txt']))
  const alert = find('.file-field [role=alert]').textContent
  expect(alert).toContain('large.bin is too large: it has 5.1 MB. Files may have 5 MB at most.')
  expect(alert).toContain('empty.txt is empty')
  expect(find('#add-files').getAttribute('aria-describedby')).toContain('add-files-error')
})

test('what is removed is gone at once, and an Undo brings the same back', async () => {
  const { store, of } = await openOutage()
  const told = showFiles(store, of)
  await choose(note('the same'))
  const remove = await soon(() => button('Remove note.txt'))
  remove.click()
  await soon(async () => expect(await attached(store, of.id)).toEqual([]))
  expect(document.activeElement?.id).toBe('add-files')
  expect(told.at(-1)?.message).toBe('note.txt removed.')
  told.at(-1)?.undo?.()
  const back = await soon(async () => {
    const [file] = await attached(store, of.id)
    expect(file?.name).toBe('note.txt')
    return file
  })
  expect(back && new TextDecoder().decode((await fileBytes(store, back)) as Uint8Array)).toBe('the same')
})

test('what is not on this device says so, and removing it asks first', async () => {
  const { store, of } = await openOutage()
  await addFile(store, { of, ...rack })
  await store.database.parts.clear()
  await store.database.outbox.clear()
  const told = showFiles(store, of)
  await soon(() => expect(text()).toContain('Not here yet: shown when online.'))
  expect(document.querySelector('.file__picture')).toBeNull()
  button('Remove rack.jpg').click()
  await soon(() => expect(find('dialog[open].confirm').textContent).toContain('this cannot be undone here'))
  expect(await attached(store, of.id)).toHaveLength(1)
  button('Remove').click()
  await soon(async () => expect(await attached(store, of.id)).toEqual([]))
  expect(told.at(-1)?.undo).toBeUndefined()
})

test('a picture is shown small and in full with its name, and its addresses are given back', async () => {
  const open = watchAddresses()
  const { store, of } = await openOutage()
  await addFile(store, { of, ...rack })
  showFiles(store, of)
  await soon(() => find<HTMLImageElement>('.file__picture'))
  find('.file__open').click()
  const large = await soon(() => find<HTMLImageElement>('dialog[open] .file-view__picture'))
  expect(large.alt).toBe('rack.jpg')
  expect(find('dialog[open]').textContent).toContain('1 KB, added by Somebody')
  expect(button('Save to this device')).toBeTruthy()
  expect(open.size).toBe(1)
  button('Close').click()
  button('Remove rack.jpg').click()
  await soon(() => expect(open.size).toBe(0))
})

test('what says that it is a picture and is not is never shown as one', async () => {
  const open = watchAddresses()
  const { store, of } = await openOutage()
  await addFile(store, { of, ...rack, bytes: new TextEncoder().encode('<svg onload="alert(1)"/>') })
  showFiles(store, of)
  await soon(() => expect(names()).toEqual(['rack.jpg']))
  find('.file__open').click()
  await soon(() => expect(text()).toContain('This is not shown here. Save it to open it.'))
  expect(open.size).toBe(0)
})

test('with 20 files the way to add more is gone until one is removed', async () => {
  const { store, of } = await openOutage()
  for (let n = 0; n < fileLimits.perRecord; n++) await addFile(store, { of, ...rack, name: `${n}.jpg` })
  showFiles(store, of)
  await soon(() => expect(names()).toHaveLength(20))
  expect(text()).toContain('20 files are the most there may be.')
  expect(document.querySelector('#add-files')).toBeNull()
  button('Remove 0.jpg').click()
  await soon(() => find('#add-files'))
})

test('whoever may not add sees what there is, and nothing where there is nothing', async () => {
  const { store, of } = await openOutage()
  showFiles(store, of, false)
  expect(text()).not.toContain('Photos and files')
  await addFile(store, { of, ...rack })
  await soon(() => expect(names()).toEqual(['rack.jpg']))
  expect(document.querySelector('#add-files')).toBeNull()
})

test('files are taken by dropping them on the page and by pasting, and text beside a picture stays text', async () => {
  const { store, of } = await openOutage()
  showFiles(store, of)
  await soon(() => find('#add-files'))
  const carry = (type: string, field: string, files: File[], types: string[]) => {
    const event = new Event(type, { bubbles: true, cancelable: true })
    Object.defineProperty(event, field, { value: { files, types } })
    document.body.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(carry('dragover', 'dataTransfer', [], ['Files'])).toBe(true)
  expect(carry('drop', 'dataTransfer', [note('a', 'dropped.txt')], ['Files'])).toBe(true)
  await soon(() => expect(names()).toEqual(['dropped.txt']))
  expect(carry('paste', 'clipboardData', [note('b', 'pasted.txt')], ['Files'])).toBe(true)
  await soon(() => expect(names()).toEqual(['dropped.txt', 'pasted.txt']))
  expect(carry('paste', 'clipboardData', [note('c')], ['text/plain', 'Files'])).toBe(false)
  expect(carry('dragover', 'dataTransfer', [], ['text/plain'])).toBe(false)
})
