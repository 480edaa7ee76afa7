/** duration_parse: what a person typed into one duration field; not readable is an answer. */
import { BARE_UNITS, readDuration } from '../../domain/duration-text.ts'
import { required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { oneOfTexts, positive, text } from '../read.ts'
import { rounded } from '../write.ts'

export const durationParseKind = kind(
  {
    text: required(text),
    unit_min: withDefault(positive, 6),
    bare_unit: withDefault(oneOfTexts(BARE_UNITS), 'hours'),
  },
  (input) => {
    const reading = readDuration(input.text, { unitMinutes: input.unit_min, bareUnit: input.bare_unit })
    if (!reading.ok) return { valid: false, seconds: null, minutes: null, form: null, reason: reading.reason }
    const { seconds, form } = reading
    return { valid: true, seconds, minutes: rounded(seconds / 60, 6), form, reason: null }
  },
)
