import * as z from 'zod/mini'

export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const idSchema = z.string().check(z.regex(idPattern))
