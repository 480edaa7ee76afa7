// Which column of a log is what, by the words of its name.
import type { LogField, LogMapping } from './incident-log.ts'
import { textHash } from './text-hash.ts'

/** Names of the same field, the surest first, with single blanks and without the marks that products put before them. */
const names: Readonly<Record<LogField, string>> = {
  number:
    'number|incident number|incident id|ticket number|ticket id|ticket|case number|case id|reference|incident reference|ref|incident ref|ticket ref|request number|call number|call id|call ref|issue key|id|key|incident|case|no',
  title: 'short description|title|summary|subject|brief description|incident title|ticket title',
  text: 'description|details|long description|full description|detailed description|notes|body',
  type: 'type|ticket type|incident type|record type|call type|issue type|request type',
  state: 'state|incident state|status|incident status|ticket status|ticket state|call status',
  opened:
    'opened at|opened|opened on|date opened|opened date|open date|open time|opened time|raised at|raised|raised on|date raised|reported at|reported|reported on|date reported|reported date|logged at|logged|logged on|date logged|log date|call date|created at|created|created on|date created|created date|created time|creation date|submitted|submitted at|submit date|registered|date',
  resolved:
    'resolved at|resolved|resolved on|date resolved|resolved date|resolved time|resolution date|resolve date|solved at|fixed at|completed at|completed|date completed',
  closed: 'closed at|closed|closed on|date closed|closed date|closed time|close date|closure date|close time',
  updated:
    'updated at|updated|updated on|last updated|date updated|updated date|updated time|last updated at|modified at|modified|last modified|last modified at|last modified date|changed at|event time|event timestamp|timestamp|time',
  order: 'mod count|update count|event order|event number|sequence|seq|revision|version|updates',
  requester:
    'caller id|caller|caller name|requester|requester name|requestor|requested by|requested for|reported by|raised by|reporter|affected user|user|end user|customer name|customer|contact name|contact',
  openedBy: 'opened by|logged by|created by|submitted by|entered by|author',
  updatedBy: 'updated by|last updated by|modified by|last modified by|changed by|performed by|actor',
  team: 'assignment group|assigned group|assigned team|support group|support team|resolver group|resolver team|owner group|team|group|queue',
  assignee:
    'assigned to|assignee|assigned person|assigned agent|assigned analyst|owner|incident owner|technician|analyst|resolver|agent|engineer|handler',
  category: 'category|category name|incident category|category 1|classification|cause|root cause|problem type',
  subcategory: 'subcategory|sub category|subcategory name|category 2',
  symptom: 'symptom|category 3|item',
  system:
    'cmdb ci|configuration item|ci|ci name|affected ci|system|system name|affected system|application|business service|service|service name|affected service|product|component|software|asset',
  impact: 'impact|impact level',
  urgency: 'urgency|urgency level',
  priority: 'priority|priority level|incident priority|ticket priority|prio|severity',
  council:
    'council|council name|authority|borough|district|company|company name|organisation|organization|client|partner|tenant|account|location|site',
  reopens: 'reopen count|reopened count|reopens|times reopened|reopened|reopen',
  resolution: 'close notes|resolution notes|resolution|resolution details|closure notes|closing notes|solution|outcome',
}
const fields = Object.keys(names) as LogField[]

/** `u_Opened-At ` -> `opened at`. */
const plain = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:u|sys|x) (?=.)/, '')

/** A column is one field at most: the field that names it more surely has it. */
export function mappingOf(header: readonly string[]): LogMapping {
  const columns = header.map(plain)
  const candidates = fields.flatMap((field) =>
    names[field].split('|').map((name, rank) => ({ field, rank, index: columns.indexOf(name) })),
  )
  const mapping: Partial<Record<LogField, number>> = {}
  const taken = new Set<number>()
  for (const { field, index } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (index < 0 || taken.has(index) || mapping[field] !== undefined) continue
    mapping[field] = index
    taken.add(index)
  }
  if (mapping.title !== undefined || mapping.text === undefined) return mapping
  // A text alone is the title; where it is too long for one it is kept whole besides.
  const { text, ...others } = mapping
  return { ...others, title: text }
}

/** The same for files with the same columns, however their names are written. */
export const fingerprintOf = (header: readonly string[]): string => textHash(header.map(plain).join('\n'))
