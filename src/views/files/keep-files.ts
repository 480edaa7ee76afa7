// Adds files to a record that is safe on this device already: what cannot be kept of them takes nothing else along.
import { removeAttachment } from '../../domain/mutations/attach.ts'
import { addFile, type NewFile } from '../../store/files.ts'
import { mutate } from '../../store/mutate.ts'
import type { Store } from '../../store/store.ts'
import type { Prepared } from './prepare.ts'

export interface Kept {
  /** The attachments' ids, with what they were made of. */
  readonly kept: readonly { readonly id: string; readonly file: Prepared }[]
  /** A sentence for each reason why others were not kept. */
  readonly problems: readonly string[]
}

const notStored = 'This device could not keep it: reload the page, then add it again.'

/** One after the other, in their order. */
export async function keepFiles(store: Store, of: NewFile['of'], files: readonly Prepared[]): Promise<Kept> {
  const kept: { id: string; file: Prepared }[] = []
  const problems = new Map<string, string[]>()
  for (const file of files) {
    const outcome = await addFile(store, { of, ...file }).catch(() => undefined)
    const id = outcome?.ok ? outcome.writes[0]?.id : undefined
    if (id !== undefined) kept.push({ id, file })
    else {
      const reason = outcome && !outcome.ok ? outcome.refusal.message : notStored
      problems.set(reason, [...(problems.get(reason) ?? []), file.name])
    }
  }
  return { kept, problems: [...problems].map(([reason, names]) => `${names.join(', ')} was not added. ${reason}`) }
}

/** What an Undo of adding does. What is gone already stays gone. */
export async function takeBack(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) await mutate(store, removeAttachment, { id })
}
