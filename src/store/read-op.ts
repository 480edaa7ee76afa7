import { upcast } from '../domain/upcast.ts'
import { type Op, opSchema } from '../domain/wire.ts'

/**
 * In today's schema, whatever version of Uptally wrote it; of a later version than this one, as it stands. Undefined when
 * the stored text was damaged: the server refuses it, and it is parked as it is.
 */
export function readOp(text: string): Op | undefined {
  try {
    const op = opSchema.safeParse(JSON.parse(text)).data
    return op && upcast(op)
  } catch {
    return undefined
  }
}
