// A record as its author's device shows it: what the server has, with what is not yet shared laid over it.
import { overlay } from '../domain/merge.ts'
import type { WireChange } from '../domain/wire.ts'
import type { StoredRow } from './database.ts'

type Change = Pick<WireChange, 's' | 'set'>

/** `confirmed` without waiting changes, or undefined when the server has never had the record. */
export function confirmedOf(row: StoredRow | undefined): StoredRow | undefined {
  if (!row) return undefined
  if (!row.confirmed) return row
  if (row.confirmed.ver === 0) return undefined
  const { confirmed, ...rest } = row
  return { ...rest, doc: confirmed.doc, del: confirmed.del, ver: confirmed.ver }
}

/** `confirmed` with the changes of unsent ops over it, in their order. Undefined when there is nothing to show. */
export function displayed(
  id: string,
  confirmed: StoredRow | undefined,
  changes: readonly Change[],
): StoredRow | undefined {
  const first = changes[0]
  if (!first) return confirmed
  const base = { doc: confirmed?.doc ?? {}, del: confirmed?.del ?? 0, ver: confirmed?.ver ?? 0 } as const
  let shown = { doc: base.doc, del: base.del === 1 }
  for (const change of changes) shown = overlay(shown, change.set)
  return {
    id,
    s: confirmed?.s ?? first.s,
    ver: base.ver,
    groups: confirmed?.groups ?? {},
    doc: shown.doc,
    del: shown.del ? 1 : 0,
    confirmed: base,
  }
}
