import * as z from 'zod/mini'
import { roles } from './access.ts'

export const roleSchema = z.enum(roles)
export const grantSchema = z.object({ role: roleSchema, on: z.nullable(z.string()) })
