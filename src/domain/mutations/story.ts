// A line of an outage's story, written beside every change of it.

import type { MutationContext, Write } from '../mutation.ts'
import { create } from '../mutation.ts'
import type { OutageEvent } from '../outage.ts'
import type { Doc } from '../record.ts'

interface Line {
  readonly type: OutageEvent['type']
  readonly text?: string
  readonly before?: Doc
  readonly after?: Doc
}

export function tell(context: MutationContext, outageId: string, line: Line): Write {
  return create('event', context.newId(), {
    outageId,
    type: line.type,
    at: context.now,
    byId: context.personId,
    text: line.text ?? '',
    before: line.before ?? {},
    after: line.after ?? {},
  })
}
