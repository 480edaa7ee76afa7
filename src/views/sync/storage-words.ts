// How much this device keeps, in words.
import { formatFigure } from '../../domain/format.ts'

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** "1.4 MB": decimal units, as storage is sold. */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${formatFigure(bytes / 1000 ** step, step < 2 ? 0 : 1)} ${units[step]}`
}

export interface StorageUse {
  readonly usedBytes: number
  readonly quotaBytes: number
  /** Whether the browser promised not to remove it by itself; undefined where it cannot be asked. */
  readonly isKept: boolean | undefined
}

const fullShare = 0.8

export const isNearlyFull = ({ usedBytes, quotaBytes }: StorageUse): boolean =>
  quotaBytes > 0 && usedBytes / quotaBytes >= fullShare

export function storageSentence(use: StorageUse): string {
  const kept = {
    true: 'The browser keeps it until you remove it.',
    false: 'The browser may remove it when the device is short of space.',
    undefined: 'This browser does not say whether it keeps it.',
  }[`${use.isKept}`]
  const used = `${formatBytes(use.usedBytes)} used of ${formatBytes(use.quotaBytes)} that Uptally may use here.`
  return isNearlyFull(use) ? `${used} Nearly full: free some space on this device. ${kept}` : `${used} ${kept}`
}

export async function readStorageUse(storage: StorageManager | undefined): Promise<StorageUse | undefined> {
  if (!storage?.estimate) return undefined
  const { usage = 0, quota = 0 } = await storage.estimate()
  return { usedBytes: usage, quotaBytes: quota, isKept: await storage.persisted?.() }
}
