// Status pages in JSON (Statuspage's API, a list, or one incident a line) -> outages.
import { levelOfWord } from './level-words.ts'
import { maxKeyChars, maxNameChars, maxTitleChars } from './limits.ts'
import type { Flag, ParsedEntries, ParsedOutage, RefusedEntry } from './parsed-import.ts'
import { fitLine, fitText } from './plain-text.ts'
import { type ReadOptions, readTimes, type TimeTexts } from './read-times.ts'
import { incidentSchema, incidentsIn, isTooDeep, type StatusIncident, type StatusUpdate } from './statuspage-schema.ts'

export function looksLikeStatuspage(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

export function parseStatuspage(file: string, text: string, options: ReadOptions): ParsedEntries {
  const entries: ParsedOutage[] = []
  const refused: RefusedEntry[] = []
  const add = (value: unknown, line?: number) => {
    const read = readIncident(file, line, value, options)
    if ('reason' in read) refused.push(read)
    else entries.push(read)
  }
  const whole = readJson(text)
  if ('value' in whole) {
    const incidents = incidentsIn(whole.value)
    if (!incidents) return { entries, refused: [{ file, reason: 'It holds no list of incidents.' }] }
    for (const incident of incidents) add(incident)
    return { entries, refused }
  }
  const lines = text.split('\n')
  if (lines.filter((line) => line.trimStart().startsWith('{')).length < 2)
    return { entries, refused: [{ file, reason: whole.reason }] }
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const read = readJson(line)
    if ('value' in read) add(read.value, index + 1)
    else refused.push({ file, line: index + 1, reason: read.reason })
  }
  return { entries, refused }
}

function readJson(text: string): { value: unknown } | { reason: string } {
  if (isTooDeep(text)) return { reason: 'It nests too deep to be a status page.' }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { reason: 'It is not valid JSON.' }
  }
}

function readIncident(
  file: string,
  line: number | undefined,
  value: unknown,
  options: ReadOptions,
): ParsedOutage | RefusedEntry {
  const at = line === undefined ? { file } : { file, line }
  const parsed = incidentSchema.safeParse(value)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.')
    return { ...at, reason: path ? `"${path}" is not as expected.` : 'It is not an incident.' }
  }
  const incident = parsed.data
  const title = fitLine(incident.name ?? incident.title ?? '', maxTitleChars) || 'Untitled incident'
  const stated = String(incident.id ?? '').trim()
  const key = (stated || `${incident.started_at ?? incident.created_at ?? ''} ${title}`).slice(0, maxKeyChars)
  const updates = sortedUpdates(incident)
  const isMaintenance = isPlanned(incident, updates)
  const times = readTimes(timesOf(incident, updates, isMaintenance), options)
  if ('reason' in times) return { ...at, key, reason: times.reason }

  const level = isMaintenance ? 'at_risk' : levelOfWord(incident.impact_override ?? incident.impact ?? '')
  const names = (incident.components ?? []).map((component) =>
    fitLine(typeof component === 'string' ? component : component.name, maxNameChars),
  )
  const components = [...new Set(names.filter((name) => name !== ''))]
  const body = fitText(updates.map(storyLine).join('\n\n'))
  const flags: Flag[] = [...times.flags, ...body.flags]
  if (level === undefined) flags.push('no_level')
  if (components.length === 0) flags.push('no_component')
  return { key, ...at, title, components, level: level ?? 'down', isMaintenance, ...times, text: body.text, flags }
}

/** Oldest first: the API lists the newest first. */
function sortedUpdates(incident: StatusIncident): StatusUpdate[] {
  const updates = [...(incident.updates ?? incident.incident_updates ?? [])]
  return updates.sort((a, b) => (Date.parse(timeOf(a) ?? '') || 0) - (Date.parse(timeOf(b) ?? '') || 0))
}

const timeOf = (update: StatusUpdate) => update.display_at ?? update.at ?? update.created_at ?? undefined

function isPlanned(incident: StatusIncident, updates: readonly StatusUpdate[]): boolean {
  return (
    incident.impact === 'maintenance' ||
    Boolean(incident.scheduled_for) ||
    updates[0]?.status?.toLowerCase() === 'scheduled'
  )
}

function timesOf(incident: StatusIncident, updates: readonly StatusUpdate[], isMaintenance: boolean): TimeTexts {
  const began = incident.started_at ?? incident.created_at ?? undefined
  const ended = incident.resolved_at ?? undefined
  const isOver = /^(?:resolved|completed|postmortem)$/i.test(incident.status ?? updates.at(-1)?.status ?? '')
  if (isMaintenance) {
    // Such a record runs from its announcement; the work itself runs from `In progress` to `Completed`.
    const stamp = (status: RegExp) =>
      updates.map((update) => (status.test(update.status ?? '') ? timeOf(update) : undefined)).find(Boolean)
    const inProgress = stamp(/^in[ _]progress$/i)
    const completed = stamp(/^completed$/i)
    const first = updates[0]
    return {
      start: inProgress ?? incident.scheduled_for ?? began,
      end: completed ?? incident.scheduled_until ?? ended,
      announced: incident.created_at ?? first?.created_at ?? first?.at ?? undefined,
      isOver,
    }
  }
  // An operator's later statement of the impact is nearer the truth than when the page was opened and closed.
  const window = incident.impact_window
  return {
    start: window?.start_at ?? incident.downtime_start ?? began,
    end: window?.end_at ?? incident.downtime_end ?? ended,
    isOver,
  }
}

function storyLine(update: StatusUpdate): string {
  const message = update.message ?? update.body ?? ''
  return [timeOf(update), update.status, message.trim()].filter(Boolean).join(' - ')
}
