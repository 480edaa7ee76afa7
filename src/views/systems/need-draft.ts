// One more need, as its form holds it. Pure.
import type { Dependency } from '../../domain/system.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

export interface NeedDraft {
  readonly type: Dependency['type']
  readonly needs: readonly string[]
  /** Percent lost while the needed system is down; for a soft need. */
  readonly weight: string
  /** How many of the group are needed. */
  readonly need: string
}

export const newNeed: NeedDraft = { type: 'hard', needs: [], weight: '50', need: '1' }

export type ReadNeed =
  | { readonly ok: true; readonly need: Dependency }
  | { readonly ok: false; readonly errors: FormError[] }

export function readNeed(systemId: string, draft: NeedDraft): ReadNeed {
  const { type, needs } = draft
  const errors: FormError[] = []
  if (needs.length === 0) errors.push({ fieldId: 'need-systems', message: 'Choose the system that is needed' })
  else if (type === 'any' && needs.length < 2)
    errors.push({ fieldId: 'need-systems', message: 'A group needs at least two systems' })
  else if (type !== 'any' && needs.length > 1)
    errors.push({ fieldId: 'need-systems', message: 'Choose one system, or say that some of several are enough' })
  const percent = Number(draft.weight.trim())
  if (type === 'soft' && !(percent > 0 && percent <= 100))
    errors.push({ fieldId: 'need-weight', message: 'The share must be a number from 1 to 100' })
  const count = Number(draft.need.trim())
  if (type === 'any' && !(Number.isInteger(count) && count >= 1 && count <= Math.max(needs.length, 1)))
    errors.push({
      fieldId: 'need-count',
      message: `How many are needed must be a number from 1 to ${Math.max(needs.length, 1)}`,
    })
  if (errors.length > 0) return { ok: false, errors }
  const weight = type === 'soft' ? percent / 100 : 1
  return { ok: true, need: { systemId, type, needs: [...needs], weight, need: type === 'any' ? count : 1 } }
}
