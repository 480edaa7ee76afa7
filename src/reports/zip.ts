// Writes a zip (APPNOTE 6.3, without zip64: 4 GB and 65,535 files at most), each file compressed as it grows. Sizes stand
// before the data, so that readers which do not look at the end first can read it too.
import { Deflate } from 'fflate'
import type { Instant } from '../domain/time.ts'
import { joinedBytes, textSink } from './byte-parts.ts'

export interface Zip {
  /** Begins a file; it ends with the zip, so that several may grow at a time. They stand in the order they were begun. */
  file(path: string, options?: { isStored?: boolean }): { write(text: string): void }
  end(): Uint8Array<ArrayBuffer>
}

interface Entry {
  readonly path: Uint8Array
  readonly isStored: boolean
  readonly end: () => { crc: number; size: number; parts: readonly Uint8Array[]; packedSize: number }
}

/** A good share of what slower levels save, in half their time. */
const level = 5

/** `at` is the date that all files bear. */
export function startZip(at: Instant): Zip {
  const entries: Entry[] = []
  return {
    file: (path, { isStored = false } = {}) => {
      const parts: Uint8Array[] = []
      const deflate = isStored ? undefined : new Deflate({ level }, (part) => parts.push(part))
      let crc = 0
      let size = 0
      const sink = textSink((bytes) => {
        crc = crcOf(bytes, crc)
        size += bytes.length
        if (deflate) deflate.push(bytes)
        else parts.push(bytes)
      })
      const end = () => {
        sink.flush()
        deflate?.push(new Uint8Array(0), true)
        return { crc, size, parts, packedSize: parts.reduce((sum, part) => sum + part.length, 0) }
      }
      entries.push({ path: new TextEncoder().encode(path), isStored, end })
      return { write: sink.write }
    },
    end: () => packed(entries, dosTime(at)),
  }
}

function packed(entries: readonly Entry[], time: number): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { path, isStored, end } of entries) {
    const { crc, size, parts, packedSize } = end()
    // Version 2.0, names in UTF-8, method, date, sums and sizes: the same in both places.
    const shared = [...u16(20), ...u16(1 << 11), ...u16(isStored ? 0 : 8), ...u32(time)]
    const sums = [...u32(crc), ...u32(packedSize), ...u32(size), ...u16(path.length), ...u16(0)]
    const local = Uint8Array.of(...u32(0x04034b50), ...shared, ...sums)
    files.push(local, path, ...parts)
    const place = [...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(offset)]
    directory.push(Uint8Array.of(...u32(0x02014b50), ...u16(20), ...shared, ...sums, ...place), path)
    offset += local.length + path.length + packedSize
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0)
  const counts = [...u16(entries.length), ...u16(entries.length)]
  const end = [...u32(0x06054b50), ...u16(0), ...u16(0), ...counts, ...u32(directorySize), ...u32(offset), ...u16(0)]
  return joinedBytes([...files, ...directory, Uint8Array.from(end)])
}

const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]

/** Date and time in the form of the format's age: UTC, to two seconds. */
function dosTime(at: Instant): number {
  const date = new Date(at)
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of what came before (`crc`) and these bytes. */
function crcOf(bytes: Uint8Array, crc: number): number {
  let value = ~crc
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return ~value >>> 0
}
