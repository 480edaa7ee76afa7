import { byteOrderMark } from '../../reports/csv.ts'

/** Hands a text to the person as a file. */
export const downloadText = (name: string, type: 'text/csv' | 'application/json', text: string): void =>
  downloadBlob(name, new Blob([type === 'text/csv' ? byteOrderMark : '', text], { type: `${type};charset=utf-8` }))

/** Hands a file that is made already to the person. */
export const downloadBytes = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void =>
  downloadBlob(name, new Blob([bytes], { type }))

function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Safari reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
