// Calendars and holidays as people keep them. calendar.ts computes with them. Scope: catalogue.
import * as z from 'zod/mini'
import { defineKind, localDateSchema, nameSchema } from './record.ts'
import { catalogueScope } from './scope.ts'

const inCatalogue = () => catalogueScope

const clockSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))
const spansSchema = z.array(z.tuple([clockSchema, clockSchema])).check(z.maxLength(12))
const closureSchema = z.object({ from: localDateSchema, through: localDateSchema })

export const calendarRecordSchema = z.object({
  name: nameSchema,
  zone: z.string().check(z.maxLength(64)),
  /** Every minute of every day; `week` is then empty. */
  isAlwaysOpen: z.boolean(),
  /** Weekday "1" (Monday) to "7" -> spans of local clock time; a day not named is closed. */
  week: z.record(z.string().check(z.regex(/^[1-7]$/)), spansSchema),
  /** Closed on the holidays of the catalogue. */
  observesHolidays: z.boolean(),
  closures: z.array(closureSchema).check(z.maxLength(400)),
  /** Hours of one date in place of the weekly ones. */
  shifts: z.record(localDateSchema, spansSchema),
})
export type CalendarRecord = z.infer<typeof calendarRecordSchema>
export const calendarKind = defineKind(
  'calendar',
  calendarRecordSchema,
  { about: ['name'], hours: ['zone', 'isAlwaysOpen', 'week', 'observesHolidays', 'closures', 'shifts'] },
  inCatalogue,
)

/** One dated holiday, with where it was published: holidays are data, never a rule. */
export const holidaySchema = z.object({
  on: localDateSchema,
  name: nameSchema,
  source: z.string().check(z.maxLength(200)),
})
export type Holiday = z.infer<typeof holidaySchema>
export const holidayKind = defineKind('holiday', holidaySchema, { day: ['on', 'name', 'source'] }, inCatalogue)
