// Fields of the forms by which people come in, with what to do when one is not right.
import * as z from 'zod/mini'
import { grantSchema } from '../../domain/grant-schema.ts'

export const emailSchema = z
  .string('Give an e-mail address.')
  .check(z.trim(), z.toLowerCase(), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/, 'This is not an e-mail address.'))

export const passwordSchema = z
  .string('Choose a password.')
  .check(z.minLength(12, 'Use at least 12 characters.'), z.maxLength(200, 'Use at most 200 characters.'))

export const personNameSchema = z
  .string('Give a name.')
  .check(z.trim(), z.minLength(1, 'Give a name.'), z.maxLength(120, 'Use at most 120 characters.'))

/** What the list of devices shall call this one. */
export const deviceSchema = z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80)))

export const grantsSchema = z.array(grantSchema).check(z.maxLength(200))
