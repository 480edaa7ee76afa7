import * as z from 'zod/mini'
import { roles } from './access.ts'

export const roleSchema = z.enum(roles)
/** An administrator is one for all councils: accounts are not any one council's. */
export const grantSchema = z
  .object({ role: roleSchema, on: z.nullable(z.string()) })
  .check(z.refine((grant) => grant.role !== 'admin' || grant.on === null))
