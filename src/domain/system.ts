// The catalogue of systems: what is agreed for each, and what needs what. Scope: catalogue.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { defineKind, localDateSchema, nameSchema, shareSchema, textSchema } from './record.ts'
import { catalogueScope } from './scope.ts'

const inCatalogue = () => catalogueScope

/** What is agreed for a system from a date on; a later entry never rewrites the days before it. */
export const agreementSchema = z.object({
  from: localDateSchema,
  calendarId: idSchema,
  targetPercent: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
  /** Notice that planned work needs to be left out; null: the partnership's setting. */
  noticeMinutes: z.nullable(z.number().check(z.minimum(0), z.maximum(525_600))),
})
export type Agreement = z.infer<typeof agreementSchema>

export const systemSchema = z.object({
  name: nameSchema,
  about: textSchema,
  owner: z.string().check(z.maxLength(120)),
  /** At least one; sorted by `from` is not promised. */
  agreements: z.array(agreementSchema).check(z.minLength(1), z.maxLength(50)),
  retiredOn: z.nullable(localDateSchema),
})
export type System = z.infer<typeof systemSchema>
export const systemKind = defineKind(
  'system',
  systemSchema,
  { about: ['name', 'about', 'owner'], service: ['agreements'], retired: ['retiredOn'] },
  inCatalogue,
)

/** The agreement in force on a local date; before the first one, the first. */
export function agreementOn(system: System, on: string): Agreement {
  const sorted = [...system.agreements].sort((a, b) => (a.from < b.from ? -1 : 1))
  const found = sorted.findLast((agreement) => agreement.from <= on) ?? sorted[0]
  if (!found) throw new Error('a system without an agreement passed the schema')
  return found
}

/**
 * `systemId` needs `needs`: all of it (hard), a share of it (soft: one system, `weight`), or `need` of several (any).
 * A hard or soft dependency names exactly one system.
 */
export const dependencyTypes = ['hard', 'soft', 'any'] as const
export const dependencySchema = z
  .object({
    systemId: idSchema,
    type: z.enum(dependencyTypes),
    needs: z.array(idSchema).check(z.minLength(1), z.maxLength(20)),
    weight: shareSchema,
    need: z.int().check(z.minimum(1), z.maximum(20)),
  })
  .check(z.refine((edge) => edge.type === 'any' || edge.needs.length === 1))
  .check(z.refine((edge) => edge.need <= edge.needs.length))
export type Dependency = z.infer<typeof dependencySchema>
export const dependencyKind = defineKind(
  'dependency',
  dependencySchema,
  { edge: ['systemId', 'type', 'needs', 'weight', 'need'] },
  inCatalogue,
)
