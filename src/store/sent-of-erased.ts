// What was sent is kept for a server that loses it. Of a record that was erased for good no server would take it any more,
// so it goes with the record.
import { isErased, type PulledRow } from '../domain/record.ts'
import type { SentOp, StoreDatabase } from './database.ts'
import { readOp } from './read-op.ts'
import { touchOf } from './touch.ts'

/** Inside a transaction over sent. Hands back what the ops lay over, to be shown anew. */
export async function dropSentOf({ sent }: StoreDatabase, rows: readonly PulledRow[]): Promise<string[]> {
  const erased = rows.filter(isErased)
  if (erased.length === 0) return []
  const ids = new Set(erased.map(({ id }) => id))
  const touches = new Set(erased.map(touchOf))
  const gone: SentOp[] = []
  await sent.each((op) => {
    // Few ops need to be parsed: most name none of the ids.
    const isNamed = [...op.text.matchAll(/"id":"([^"]+)"/g)].some(([, id = '']) => ids.has(id))
    if (isNamed && readOp(op.text)?.changes.some((change) => touches.has(touchOf(change)))) gone.push(op)
  })
  await sent.bulkDelete(gone.flatMap(({ seq }) => seq ?? []))
  return gone.flatMap((op) => op.touches)
}
