// Statuspage's API and exports made from it: the fields that are read; others are left alone.
import * as z from 'zod/mini'
import { maxComponents, maxDepth } from './limits.ts'

const time = z.nullish(z.string().check(z.maxLength(64)))
const words = z.nullish(z.string().check(z.maxLength(200_000)))

const updateSchema = z.object({
  status: z.nullish(z.string()),
  at: time,
  display_at: time,
  created_at: time,
  message: words,
  body: words,
})
export type StatusUpdate = z.infer<typeof updateSchema>

const componentSchema = z.union([z.string(), z.object({ name: z.string() })])
const updatesSchema = z.nullish(z.array(updateSchema).check(z.maxLength(2000)))

export const incidentSchema = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  title: words,
  name: words,
  status: z.nullish(z.string()),
  impact: z.nullish(z.string()),
  impact_override: z.nullish(z.string()),
  started_at: time,
  created_at: time,
  resolved_at: time,
  scheduled_for: time,
  scheduled_until: time,
  downtime_start: time,
  downtime_end: time,
  impact_window: z.nullish(z.object({ start_at: time, end_at: time })),
  components: z.nullish(z.array(componentSchema).check(z.maxLength(maxComponents))),
  updates: updatesSchema,
  incident_updates: updatesSchema,
})
export type StatusIncident = z.infer<typeof incidentSchema>

/** The incidents in a document: a list, `incidents` and `scheduled_maintenances` of the API, or one incident. */
export function incidentsIn(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document
  if (typeof document !== 'object' || document === null) return undefined
  const lists = ['incidents', 'scheduled_maintenances'].map((name) => (document as Record<string, unknown>)[name])
  const found = lists.filter((list) => Array.isArray(list))
  if (found.length > 0) return found.flat()
  return 'started_at' in document || 'created_at' in document ? [document] : undefined
}

/** Whether brackets nest too deep to be a status page; brackets inside texts do not count. */
export function isTooDeep(json: string): boolean {
  let depth = 0
  let isInText = false
  for (let i = 0; i < json.length; i++) {
    const char = json[i]
    if (isInText) {
      if (char === '\\') i++
      else if (char === '"') isInText = false
    } else if (char === '"') isInText = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    if (depth > maxDepth) return true
  }
  return false
}
