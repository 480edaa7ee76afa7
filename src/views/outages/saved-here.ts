import { deviceWord } from '../sync/device-word.ts'

/** "Saved on this phone.": said of what is durable here, whatever the network does. */
export const savedHere = (): string => `Saved on this ${deviceWord()}.`
