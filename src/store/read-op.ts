import { type Op, opSchema } from '../domain/wire.ts'

/** Undefined when the stored text was damaged: the server refuses it, and it is parked as it is. */
export function readOp(text: string): Op | undefined {
  try {
    return opSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
