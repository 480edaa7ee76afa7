// An answer about a division's work as it is typed, and the reading of it. Pure.
import type { Assumption, AssumptionTopic } from '../../domain/assumption.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { shareSteps } from './fact-words.ts'
import { type Read, readNumber } from './said-draft.ts'

export const exactly = 'exactly'

export interface AnswerDraft {
  /** One of the steps as text, or `exactly` what is typed in `percent`; undefined: nothing chosen yet. */
  readonly step: string | undefined
  readonly percent: string
  /** Minutes into an outage, for a workaround. */
  readonly after: string
}

export function draftOfAnswer(before: Pick<Assumption, 'share' | 'afterMinutes'> | undefined): AnswerDraft {
  if (!before) return { step: undefined, percent: '', after: '0' }
  const isStep = shareSteps.some(({ share }) => share === before.share)
  return {
    step: isStep ? String(before.share) : exactly,
    percent: isStep ? '' : String(Number((before.share * 100).toFixed(6))),
    after: String(before.afterMinutes),
  }
}

export function readAnswer(
  draft: AnswerDraft,
  topic: AssumptionTopic,
): Read<{ readonly share: number; readonly afterMinutes: number }> {
  const errors: FormError[] = []
  const share = readShare(draft, errors)
  const after = topic === 'workaround' ? readNumber(draft.after) : 0
  if (after === undefined || !Number.isInteger(after) || after > 10_080)
    errors.push({ fieldId: 'answer-after', message: 'Minutes must be a whole number, a week at most' })
  if (share === undefined || after === undefined || errors.length > 0) return { ok: false, errors }
  return { ok: true, value: { share, afterMinutes: after } }
}

function readShare({ step, percent }: AnswerDraft, errors: FormError[]): number | undefined {
  if (step === undefined) errors.push({ fieldId: 'answer-share', message: 'Choose how much' })
  if (step !== exactly) return step === undefined ? undefined : Number(step)
  const typed = readNumber(percent)
  if (typed !== undefined && typed <= 100) return typed / 100
  errors.push({ fieldId: 'answer-percent', message: 'The share must be a number from 0 to 100' })
  return undefined
}
