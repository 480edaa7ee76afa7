import type { DeviceWord } from './sync-words.ts'

/** What this device is called: a phone where the window is as narrow as one. */
export const deviceWord = (): DeviceWord => (matchMedia('(max-width: 599px)').matches ? 'phone' : 'device')
