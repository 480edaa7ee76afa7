// cState status posts (one file each: YAML front matter and a running log) -> outages.
import { type FrontMatter, hasFrontMatter, splitPost } from './front-matter.ts'
import { levelOfWord } from './level-words.ts'
import { maxKeyChars, maxNameChars, maxTitleChars } from './limits.ts'
import { maintenanceByWords } from './maintenance-words.ts'
import type { Flag, ParsedOutage, RefusedEntry } from './parsed-import.ts'
import { fitLine, fitText, htmlToText } from './plain-text.ts'
import { type ReadOptions, readTimes, type TimeTexts } from './read-times.ts'

export function looksLikePost(name: string, text: string): boolean {
  return /\.(?:md|markdown|html?)$/i.test(name) || hasFrontMatter(text)
}

/** Exactly one entry or one refusal. */
export function parsePost(file: string, text: string, options: ReadOptions): ParsedOutage | RefusedEntry {
  const key = postKey(file)
  const refuse = (reason: string, line?: number) => ({ file, key, reason, ...(line === undefined ? {} : { line }) })
  const post = splitPost(text)
  if ('reason' in post) return refuse(post.reason, post.line)
  const { fields } = post
  if (isTrue(fields.draft)) return refuse('It is a draft: its own site does not show it.')

  const title = fitLine(fields.title ?? '', maxTitleChars) || key.replace(/\.\w+$/, '')
  const kind = kindOf(fields, title, key)
  const times = readTimes(timesOf(fields, kind.isMaintenance), options)
  if ('reason' in times) return refuse(times.reason)
  const components = componentsOf(fields)
  const body = fitText(/\.html?$/i.test(file) ? htmlToText(post.body) : post.body)
  const flags: Flag[] = [...times.flags, ...kind.flags, ...body.flags]
  if (components.length === 0) flags.push('no_component')
  return {
    key,
    file,
    title,
    components,
    level: kind.level,
    isMaintenance: kind.isMaintenance,
    ...times,
    text: body.text,
    flags,
  }
}

/** The same wherever the folder lies; a bundle `name/index.md` is known by its folder. */
function postKey(file: string): string {
  const [name = '', folder] = file.split(/[/\\]/).reverse()
  const key = folder && /^index\.\w+$/i.test(name) ? folder : name
  return key.slice(-maxKeyChars)
}

function timesOf(fields: FrontMatter, isMaintenance: boolean): TimeTexts {
  const isOver = isTrue(fields.resolved)
  // An outage that is not resolved is open, whatever end was left standing; planned work has its planned end.
  const isOpen = fields.resolved !== undefined && !isOver && !isMaintenance
  return {
    start: fields.date,
    end: isOpen ? undefined : fields.resolvedWhen,
    announced: fields.announced ?? fields.publishDate,
    isOver,
  }
}

function componentsOf(fields: FrontMatter): string[] {
  const listed = typeof fields.affected === 'string' ? [fields.affected] : (fields.affected ?? [])
  return [...new Set(listed.map((name) => fitLine(name, maxNameChars)).filter((name) => name !== ''))]
}

function kindOf(
  fields: FrontMatter,
  title: string,
  key: string,
): Pick<ParsedOutage, 'level' | 'isMaintenance' | 'flags'> {
  const flags: Flag[] = []
  const isInformational = isTrue(fields.informational)
  const level = isInformational ? 'at_risk' : levelOfWord(fields.severity ?? '')
  if (isInformational) flags.push('informational')
  if (level === undefined) flags.push('no_level')
  const isStated = /^maintenance$/i.test(fields.section?.trim() ?? '')
  const words = isStated ? undefined : maintenanceByWords(title, key)
  if (words) flags.push(words)
  return { level: level ?? 'down', isMaintenance: isStated || words !== undefined, flags }
}

function isTrue(text: string | undefined): boolean {
  return /^(?:true|yes|on)$/i.test(text?.trim() ?? '')
}
