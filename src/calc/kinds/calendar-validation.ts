/** calendar_validation: a bad calendar is an answer here, not an error. */
import { checkCalendar } from '../../domain/calendar-validation.ts'
import { required } from '../fields.ts'
import { kind } from '../kind.ts'
import { calendarSpec } from '../read-time.ts'

export const calendarValidationKind = kind({ calendar: required(calendarSpec) }, (input) => {
  const { problems, warnings, weeklyMinutes } = checkCalendar(input.calendar)
  return {
    valid: problems.length === 0,
    problems: problems.map(({ code, path }) => ({ code, path: `/input/calendar${path}` })),
    problem_codes: distinctSorted(problems),
    warning_codes: distinctSorted(warnings),
    weekly_min: weeklyMinutes,
  }
})

function distinctSorted(entries: readonly { code: string }[]): string[] {
  return [...new Set(entries.map(({ code }) => code))].sort()
}
