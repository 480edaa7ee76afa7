// Fields of a record as the story and conflicts keep them, told in words.
import * as z from 'zod/mini'
import { counted, formatPercent, formatWhen } from '../../domain/format.ts'
import { levelLabels } from '../../domain/level.ts'
import { levelSchema } from '../../domain/outage.ts'
import type { Doc } from '../../domain/record.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { councilNames } from './outage-words.ts'

const fieldsSchema = z.object({
  startAt: z.optional(z.number()),
  endAt: z.optional(z.nullable(z.number())),
  level: z.optional(levelSchema),
  loss: z.optional(z.number()),
  councilIds: z.optional(z.array(z.string())),
  title: z.optional(z.string()),
  cause: z.optional(z.string()),
  workaround: z.optional(z.string()),
  systemId: z.optional(z.string()),
  mark: z.optional(z.string()),
  fromAt: z.optional(z.number()),
  deleted: z.optional(z.boolean()),
  divisions: z.optional(z.array(z.object({ divisionId: z.string(), people: z.number() }))),
})
export type ToldFields = z.infer<typeof fieldsSchema>

/** The fields that can be told; none when the record was written by a newer version in a way not known here. */
export function readFields(doc: Doc): ToldFields {
  const parsed = fieldsSchema.safeParse(doc)
  return parsed.success ? parsed.data : {}
}

const markWords: Readonly<Record<string, string>> = { affected: 'hit', not_affected: 'not affected', none: 'taken off' }

const quoted = (text: string) => (text === '' ? 'nothing' : `“${text}”`)

type Teller<V> = readonly [name: string, words: (value: NonNullable<V>, names: Catalogue, now: number) => string]
type Tellers = { readonly [F in Exclude<keyof ToldFields, 'systemId'>]-?: Teller<ToldFields[F]> }

const tellers: Tellers = {
  startAt: ['Start', (at, _names, now) => formatWhen(at, now)],
  endAt: ['End', (at, _names, now) => formatWhen(at, now)],
  level: ['Level', (level) => levelLabels[level]],
  loss: ['Share lost', (loss) => formatPercent(loss * 100)],
  councilIds: ['Councils', (ids, names) => councilNames(ids, names.councils)],
  title: ['Name', quoted],
  cause: ['Cause', quoted],
  workaround: ['Workaround', quoted],
  mark: ['System', (mark) => markWords[mark] ?? mark],
  fromAt: ['From', (at, _names, now) => formatWhen(at, now)],
  deleted: ['Record', (isDeleted) => (isDeleted ? 'taken back' : 'kept')],
  divisions: ['People', (divisions) => peopleWords(divisions)],
}

const peopleWords = (divisions: readonly { readonly people: number }[]) =>
  divisions.length === 0
    ? 'everyone'
    : counted(
        divisions.reduce((sum, division) => sum + division.people, 0),
        'person',
        'people',
      )

export type ToldField = keyof typeof tellers
const toldFields = Object.keys(tellers) as ToldField[]

export const fieldName = (field: ToldField): string => tellers[field][0]

/** The value of a field: "11:00", "Slow", "all councils", "still open" for an end that is not there. */
export function fieldWords(field: ToldField, fields: ToldFields, names: Catalogue, now: number): string {
  const value = fields[field]
  if (value === null || value === undefined) return field === 'endAt' ? 'still open' : 'nothing'
  const words = tellers[field][1] as (value: unknown, names: Catalogue, now: number) => string
  return words(value, names, now)
}

/** The fields of `b` whose value differs from that in `a`. */
export const differing = (a: ToldFields, b: ToldFields): ToldField[] =>
  toldFields.filter((field) => b[field] !== undefined && JSON.stringify(a[field]) !== JSON.stringify(b[field]))
