// Whether a post that does not say so is about planned work, by the words of its title and file name.
import type { Flag } from './parsed-import.ts'

const unplanned = /\bun(?:planned|scheduled)\b/i
const stated = /\b(?:planned|scheduled)\b/i
const work = /\b(?:maintenances?|upgrad(?:e|es|ed|ing)|migrat(?:e|es|ed|ing|ion|ions)|brown-?outs?)\b/i
const failure =
  /\b(?:outages?|down|unreachable|unavailable|offline|broken|fail(?:s|ed|ing|ure|ures)?|disrupt(?:ed|ion|ions)|degraded|delay(?:s|ed)?|incidents?)\b/i

/**
 * Planned work can be left out of the figures, so a failure must not become planned by a word that merely stands near it
 * ("Incident with Migrations"): a title that speaks of a failure is planned only if it says so outright ("Planned outage").
 * The file name decides only where the title speaks of neither.
 */
export function maintenanceByWords(title: string, fileName: string): Flag | undefined {
  if (unplanned.test(title)) return undefined
  if (stated.test(title)) return 'maintenance_by_title'
  if (failure.test(title)) return undefined
  if (work.test(title)) return 'maintenance_by_title'
  const words = fileName.replaceAll('_', ' ')
  return work.test(words) || stated.test(words) ? 'maintenance_by_file_name' : undefined
}
