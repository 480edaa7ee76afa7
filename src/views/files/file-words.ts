// What is said of files. Pure.
import { counted } from '../../domain/format.ts'

const KIB = 1024
const MIB = KIB * KIB

/** "1 KB", "312 KB", "1.2 MB": rounded up, so that nothing has none. */
export function fileSize(bytes: number): string {
  const kib = Math.ceil(bytes / KIB)
  if (kib < KIB) return `${kib} KB`
  const tenths = Math.ceil((bytes / MIB) * 10)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} MB`
}

/** "1 picture", "2 files", "1 picture and 2 files". */
export function countedFiles(files: readonly { readonly width: number | null }[]): string {
  const pictures = files.filter(({ width }) => width !== null).length
  const others = files.length - pictures
  const parts = [pictures > 0 ? counted(pictures, 'picture') : '', others > 0 ? counted(others, 'file') : '']
  return parts.filter(Boolean).join(' and ')
}

export const limitsHint = 'Photos are made smaller, and where they were taken is left out. Other files: 5 MB at most.'

export const fileStates = {
  waiting: 'On this device only until it is sent.',
  sending: 'Sending …',
  offline: 'Not here yet: shown when online.',
  not_here: 'Not here: the device that it was added on has not sent all of it, or it was erased.',
  locked: 'Locked until this device has reached the server.',
  unread: 'This device cannot read it as a picture. It goes as it is, with all that the camera wrote into it.',
  notShown: 'This is not shown here. Save it to open it.',
} as const
