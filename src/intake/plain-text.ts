// Text from a file, made safe to keep: plain, trimmed, no longer than a record may hold.
import { maxTextChars } from './limits.ts'
import type { Flag } from './parsed-import.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

export function htmlToText(html: string): string {
  return html
    .slice(0, 6 * maxTextChars)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6])\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function fitText(text: string): { readonly text: string; readonly flags: readonly Flag[] } {
  const plain = text.replace(/\r\n?/g, '\n').trim()
  return plain.length > maxTextChars
    ? { text: plain.slice(0, maxTextChars), flags: ['text_cut'] }
    : { text: plain, flags: [] }
}

/** One line, cut to `maxChars`. */
export function fitLine(text: string, maxChars: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, maxChars).trim()
}
