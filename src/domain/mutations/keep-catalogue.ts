// Saving and removing what the catalogue and the legal practice hold. One pair of mutations for each kind, all alike.
import * as z from 'zod/mini'
import type { Role } from '../access.ts'
import { idSchema } from '../id-schema.ts'
import type { KindName } from '../kind-names.ts'
import type { DocOf, Recorded } from '../kinds.ts'
import { kinds } from '../kinds.ts'
import type { Mutation } from '../mutation.ts'
import { changeDiffering, create, defineMutation, setDeleted } from '../mutation.ts'
import { deletedGroup } from '../record.ts'

type KeptKind =
  | 'partnership'
  | 'council'
  | 'division'
  | 'person'
  | 'calendar'
  | 'holiday'
  | 'system'
  | 'dependency'
  | 'team'
  | 'post'
  | 'absence'
  | 'charge_rate'
  | 'matter'
  | 'priority_matrix'
  | 'desk_team'
  | 'incident_template'
  | 'saved_view'

export interface SaveArgs<K extends KindName> {
  /** The record's id; a new one when it does not exist yet. */
  readonly id: string
  readonly doc: DocOf<K>
}

function save<K extends KeptKind>(k: K, roles: readonly Role[]): Mutation<SaveArgs<K>> {
  return defineMutation({
    name: `${k}.save`,
    roles,
    args: z.object({ id: idSchema, doc: kinds[k].schema }) as unknown as z.ZodMiniType<SaveArgs<K>>,
    writes: { [k]: Object.keys(kinds[k].groups) },
    async run({ id, doc }, reads) {
      const record: Recorded<K> | undefined = await reads.get(k, id)
      if (!record) return [create(k, id, doc)]
      const write = changeDiffering(k, record, doc)
      return write ? [write] : []
    },
  })
}

function remove<K extends KeptKind>(k: K, roles: readonly Role[]): Mutation<{ id: string }> {
  return defineMutation({
    name: `${k}.remove`,
    roles,
    args: z.object({ id: idSchema }),
    writes: { [k]: [deletedGroup] },
    async run({ id }, reads) {
      const record = await reads.get(k, id)
      return record ? [setDeleted(k, record, true)] : []
    },
  })
}

export const saves = {
  partnership: save('partnership', ['admin']),
  council: save('council', ['admin']),
  person: save('person', ['admin']),
  calendar: save('calendar', ['admin']),
  holiday: save('holiday', ['admin']),
  division: save('division', ['manager', 'admin']),
  system: save('system', ['ict', 'admin']),
  dependency: save('dependency', ['ict', 'admin']),
  team: save('team', ['practice_manager', 'admin']),
  post: save('post', ['practice_manager']),
  absence: save('absence', ['legal', 'practice_manager']),
  charge_rate: save('charge_rate', ['practice_manager']),
  matter: save('matter', ['legal']),
  priority_matrix: save('priority_matrix', ['ict', 'admin']),
  desk_team: save('desk_team', ['ict', 'admin']),
  incident_template: save('incident_template', ['ict', 'admin']),
  saved_view: save('saved_view', ['ict', 'manager', 'client_officer']),
} as const

export const removals = {
  division: remove('division', ['manager', 'admin']),
  holiday: remove('holiday', ['admin']),
  calendar: remove('calendar', ['admin']),
  system: remove('system', ['ict', 'admin']),
  dependency: remove('dependency', ['ict', 'admin']),
  post: remove('post', ['practice_manager']),
  absence: remove('absence', ['legal', 'practice_manager']),
  charge_rate: remove('charge_rate', ['practice_manager']),
  matter: remove('matter', ['legal']),
  priority_matrix: remove('priority_matrix', ['ict', 'admin']),
  desk_team: remove('desk_team', ['ict', 'admin']),
  incident_template: remove('incident_template', ['ict', 'admin']),
  saved_view: remove('saved_view', ['ict', 'manager', 'client_officer']),
} as const
