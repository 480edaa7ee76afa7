// Text typed into a form and not yet saved, kept over the reload that an update needs.
import * as z from 'zod/mini'

const keptSchema = z.array(z.object({ label: z.string(), text: z.string() }))
export type TypedText = z.infer<typeof keptSchema>

const key = 'typed-before-update'
/** A password is never written down; a box that is ticked is no text. */
const textControls =
  'textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url]'

/** Every text on the page that differs from what the page came with, but for forms that keep their own draft. */
export function collectTypedText(page: ParentNode): TypedText {
  const controls = [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(textControls)]
  return controls.flatMap((control) => {
    const text = control.value.trim()
    if (text === '' || control.value === control.defaultValue || control.closest('[data-has-draft]')) return []
    return [{ label: control.labels?.[0]?.textContent?.trim() || 'Text', text }]
  })
}

export function keepTypedText(typed: TypedText, storage: Storage): void {
  if (typed.length > 0) storage.setItem(key, JSON.stringify(typed))
}

export function keptText(storage: Storage): TypedText {
  try {
    return keptSchema.parse(JSON.parse(storage.getItem(key) ?? '[]'))
  } catch {
    return []
  }
}

export const dropKeptText = (storage: Storage): void => storage.removeItem(key)
