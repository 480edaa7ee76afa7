// Ops that earlier versions wrote, brought to today's schema. Devices keep what was recorded for months, files for years:
// a step that was ever released stays here for ever.
import { schemaNumber } from './schema-number.ts'
import type { Op } from './wire.ts'

/** From one schema number to the next: what the op did, said in the later one's words. Pure. Throws at what it cannot read. */
export type Lift = (op: Op) => Op

export interface Versions {
  /** Schema number of today's records and ops. */
  readonly schema: number
  /** `lifts[0]` brings schema 1 to 2, and so on: one fewer than there are numbers. */
  readonly lifts: readonly Lift[]
}

const lifts: readonly Lift[] = []

export const ourVersions: Versions = { schema: schemaNumber, lifts }

/** Written by a later version than this one, which may have been put back to a former one. */
export const isOfLaterSchema = ({ schema }: Pick<Op, 'schema'>, versions = ourVersions): boolean =>
  schema > versions.schema

/**
 * The op in today's schema; one that is of it already is handed back as it is, and so is one of a later one, of which
 * nobody here knows anything. undefined: there was never such a schema, or the op cannot be read in it.
 */
export function upcast(op: Op, versions = ourVersions): Op | undefined {
  if (op.schema < 1) return undefined
  try {
    return versions.lifts.slice(op.schema - 1).reduce((lifted, lift, i) => {
      const schema = op.schema + i + 1
      return { ...lift(lifted), schema }
    }, op)
  } catch {
    return undefined
  }
}
