// The file of what was not sent: handing it to the person, and reading one that they bring.
import { type SealedFile, seal, sealedFileSchema, unseal } from '../../store/sealed-file.ts'
import { type UnsentFile, unsentFileSchema } from '../../store/unsent-file.ts'
import { downloadText } from './download.ts'

const nameAt = (at: number, what: string) => `uptally-${what}-${new Date(at).toISOString().slice(0, 10)}.json`

/** As it is: only for a device whose storage is broken. */
export const saveUnsent = (file: UnsentFile): void =>
  downloadText(nameAt(file.savedAt, 'not-sent'), 'application/json', `${JSON.stringify(file)}\n`)

export async function saveSealed(file: UnsentFile, passphrase: string): Promise<void> {
  const sealed = await seal(JSON.stringify(file), passphrase)
  downloadText(nameAt(file.savedAt, 'sealed'), 'application/json', `${JSON.stringify(sealed)}\n`)
}

export type Brought =
  | { readonly is: 'open'; readonly file: UnsentFile }
  | { readonly is: 'sealed'; readonly file: SealedFile }
  | { readonly is: 'other' }

export function readBrought(text: string): Brought {
  const value = parsed(text)
  const sealed = sealedFileSchema.safeParse(value)
  if (sealed.success) return { is: 'sealed', file: sealed.data }
  const open = unsentFileSchema.safeParse(value)
  return open.success ? { is: 'open', file: open.data } : { is: 'other' }
}

/** Undefined when the passphrase is another one, or the file was changed. */
export async function openSealed(file: SealedFile, passphrase: string): Promise<UnsentFile | undefined> {
  const text = await unseal(file, passphrase)
  return text === undefined ? undefined : unsentFileSchema.safeParse(parsed(text)).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
