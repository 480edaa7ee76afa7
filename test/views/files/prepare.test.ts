// What becomes of a file that somebody chose: a small picture without its notes, the file as it is, or a reason.
import { expect, test } from 'vitest'
import { fileLimits } from '../../../src/domain/attachment.ts'
import { fileKind } from '../../../src/views/files/file-kind.ts'
import { countedFiles, fileSize } from '../../../src/views/files/file-words.ts'
import { prepareFile } from '../../../src/views/files/prepare.ts'
import { type Drawing, fitted, scaled } from '../../../src/views/files/scaled.ts'

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const beginnings = {
  jpeg: ascii('\xff\xd8\xff\xe1\x00\x10Exif'),
  png: ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  webp: ascii('RIFF\x24\0\0\0WEBPVP8 '),
  heic: ascii('\0\0\0\x18ftypheic\0\0\0\0'),
  pdf: ascii('%PDF-1.7\n%\xe2\xe3'),
  zip: ascii('PK\x03\x04\x14\0\0\0'),
  svg: ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'),
}
const fileOf = (name: string, head: Uint8Array<ArrayBuffer>, size = head.length) => {
  const bytes = new Uint8Array(size)
  bytes.set(head)
  return new File([bytes], name)
}

/** A browser that reads pictures of this size and writes each type in so many bytes. */
const drawing = (bytes: Partial<Record<string, number>>, size = { width: 4000, height: 3000 }) => {
  const done = { opened: 0, released: 0, drawn: [] as object[] }
  const made: Drawing = {
    open: async () => {
      done.opened += 1
      return { ...size, source: {} as CanvasImageSource, release: () => (done.released += 1) }
    },
    write: async (_, drawnSize, type) => {
      done.drawn.push({ ...drawnSize, type })
      return new Blob([new Uint8Array(bytes[type] ?? 0)], { type: bytes[type] === undefined ? 'image/png' : type })
    },
  }
  const scale: typeof scaled = (file, isPng) => scaled(file, isPng, made)
  return { done, scale }
}
const blind: typeof scaled = async () => undefined

test.each([
  ['jpeg', 'image/jpeg', true],
  ['png', 'image/png', true],
  ['webp', 'image/webp', true],
  ['heic', 'application/octet-stream', true],
  ['pdf', 'application/pdf', false],
  ['zip', 'application/octet-stream', false],
  ['svg', 'text/plain', false],
] as const)('the first bytes of a %s say what it is', (name, type, isPicture) => {
  expect(fileKind(beginnings[name])).toEqual({ type, isPicture })
})

test('text is told from other bytes, also where the part that is looked at ends inside a letter', () => {
  const long = new TextEncoder().encode(`${'a'.repeat(4095)}é`)
  expect(fileKind(long).type).toBe('text/plain')
  expect(fileKind(Uint8Array.of(0x61, 0xff, 0x62)).type).toBe('application/octet-stream')
  expect(fileKind(Uint8Array.of(0x61, 0, 0x62)).type).toBe('application/octet-stream')
})

test('a picture keeps its shape: the longer edge is 1600 px at most, and small ones stay as they are', () => {
  expect(fitted({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
  expect(fitted({ width: 1000, height: 8000 })).toEqual({ width: 200, height: 1600 })
  expect(fitted({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
  expect(fitted({ width: 20_000, height: 3 })).toEqual({ width: 1600, height: 1 })
})

test('a photo of 20 MB becomes a JPEG of 1600 px, whatever its name says it is', async () => {
  const { scale, done } = drawing({ 'image/jpeg': 300_000 })
  const prepared = await prepareFile(fileOf('IMG_2041.HEIC', beginnings.heic, 20 * 1024 * 1024), scale)
  expect(prepared).toMatchObject({ name: 'IMG_2041.jpg', type: 'image/jpeg', width: 1600, height: 1200 })
  expect(prepared).toMatchObject({ isUnread: false, bytes: { byteLength: 300_000 } })
  expect(done).toMatchObject({ opened: 1, released: 1 })
})

test.each([
  ['a screenshot stays a PNG where that is smaller', 90_000, 'screen.png', 'image/png'],
  ['a PNG of a photo becomes a JPEG', 4_000_000, 'screen.jpg', 'image/jpeg'],
])('%s', async (_, pngBytes, name, type) => {
  const { scale, done } = drawing({ 'image/png': pngBytes, 'image/jpeg': 120_000 }, { width: 1280, height: 800 })
  expect(await prepareFile(fileOf('screen.png', beginnings.png), scale)).toMatchObject({ name, type, width: 1280 })
  expect(done.drawn).toHaveLength(2)
})

test('a picture is drawn anew even where it is small: what the camera wrote into it stays behind', async () => {
  const { scale } = drawing({ 'image/jpeg': 40_000 }, { width: 800, height: 600 })
  const prepared = await prepareFile(fileOf('small.jpg', beginnings.jpeg, 30_000), scale)
  expect(prepared).toMatchObject({ width: 800, height: 600, bytes: { byteLength: 40_000 } })
})

test('what this browser cannot read or write as a picture is kept as the file that it is', async () => {
  const { scale, done } = drawing({})
  for (const way of [blind, scale]) {
    const prepared = await prepareFile(fileOf('odd.heic', beginnings.heic, 1000), way)
    expect(prepared).toMatchObject({ name: 'odd.heic', width: null, isUnread: true, bytes: { byteLength: 1000 } })
  }
  expect(done.released).toBe(1)
  expect(await scaled(new Blob([beginnings.jpeg]), false)).toBeUndefined()
})

test('what is no picture is kept as it is', async () => {
  const prepared = await prepareFile(fileOf('log.pdf', beginnings.pdf, 3000), blind)
  expect(prepared).toMatchObject({ name: 'log.pdf', type: 'application/pdf', width: null, height: null })
  expect(prepared).toMatchObject({ isUnread: false, bytes: { byteLength: 3000 } })
})

test('what is not kept is refused in a sentence that says how large it may be', async () => {
  const { bytes: most } = fileLimits
  expect(await prepareFile(fileOf('a.pdf', beginnings.pdf, most), blind)).toMatchObject({ name: 'a.pdf' })
  expect(await prepareFile(fileOf('a.pdf', beginnings.pdf, most + 1), blind)).toBe(
    'a.pdf is too large: it has 5.1 MB. Files may have 5 MB at most.',
  )
  expect(await prepareFile(fileOf('a.heic', beginnings.heic, most + 1), blind)).toBe(
    'a.heic is too large: it has 5.1 MB. This device cannot make it smaller, and such files may have 5 MB at most.',
  )
  expect(await prepareFile(fileOf('a.jpg', beginnings.jpeg, 50 * 1024 * 1024), blind)).toBe(
    'a.jpg is too large: it has 50 MB. Pictures may have 40 MB at most.',
  )
  expect(await prepareFile(new File([], 'none.txt'), blind)).toBe('none.txt is empty: there is nothing in it to add.')
})

test('a file that went away since it was chosen is told of', async () => {
  const file = fileOf('gone.txt', ascii('hello'))
  file.slice = () => {
    throw new DOMException('gone', 'NotFoundError')
  }
  expect(await prepareFile(file, blind)).toContain('gone.txt could not be read.')
})

test('sizes and counts are said in words', () => {
  expect([1, 1024, 1025, 319_000, 1024 * 1024, 1.25 * 1024 * 1024].map(fileSize)).toEqual([
    '1 KB',
    '1 KB',
    '2 KB',
    '312 KB',
    '1 MB',
    '1.3 MB',
  ])
  const [picture, other] = [{ width: 10 }, { width: null }]
  expect(countedFiles([picture])).toBe('1 picture')
  expect(countedFiles([picture, other, other])).toBe('1 picture and 2 files')
})
