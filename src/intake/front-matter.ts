// Splits a markdown or HTML post into its YAML front matter and body.
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import * as z from 'zod/mini'
import { maxComponents, maxFrontMatterChars } from './limits.ts'

const oneText = z.optional(z.string())

// Every scalar is a text: the failsafe schema keeps `2.397`, `no` and dates as they are written.
const frontMatterSchema = z.object({
  title: oneText,
  date: oneText,
  publishDate: oneText,
  announced: oneText,
  resolved: oneText,
  resolvedWhen: oneText,
  severity: oneText,
  informational: oneText,
  draft: oneText,
  section: oneText,
  affected: z.optional(z.union([z.string(), z.array(z.string()).check(z.maxLength(maxComponents))])),
})
export type FrontMatter = z.infer<typeof frontMatterSchema>

export type Post =
  | { readonly fields: FrontMatter; readonly body: string }
  | { readonly reason: string; readonly line?: number }

export function hasFrontMatter(text: string): boolean {
  return /^\s*---[ \t]*\r?\n/.test(text)
}

export function splitPost(text: string): Post {
  if (/^\s*\+\+\+[ \t]*\r?\n/.test(text)) return { reason: 'It has no front matter (---): TOML (+++) is not read.' }
  const opening = /^\s*---[ \t]*\r?\n/.exec(text)?.[0]
  if (opening === undefined) return { reason: 'It has no front matter (---).' }
  const rest = text.slice(opening.length)
  const closing = /^---[ \t]*\r?$/m.exec(rest)
  if (!closing) return { reason: 'Its front matter has no end (---).' }
  if (closing.index > maxFrontMatterChars) return { reason: 'Its front matter is too large.' }
  const read = readYaml(rest.slice(0, closing.index))
  return 'reason' in read ? read : { fields: read.fields, body: rest.slice(closing.index + closing[0].length) }
}

function readYaml(yaml: string): { fields: FrontMatter } | { reason: string; line?: number } {
  try {
    // No aliases at all: they are of no use in a status post and can be made to explode.
    const fields = frontMatterSchema.safeParse(load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: 0 }))
    if (fields.success) return { fields: fields.data }
    const field = fields.error.issues[0]?.path[0]
    return {
      reason:
        field === undefined
          ? 'Its front matter holds no fields.'
          : `"${String(field)}" in its front matter is not as expected.`,
    }
  } catch (error) {
    if (!(error instanceof YAMLException)) return { reason: 'Its front matter cannot be read.' }
    const line = (error.mark?.line ?? 0) + 2
    return { reason: `Its front matter is not valid YAML: ${error.reason}`, line }
  }
}
