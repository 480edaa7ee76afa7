/** Dates on the wall calendar, without a time or a zone. A day number counts days from 1970-01-01. */

import { DAY_MS } from './duration.ts'

export type LocalDate = string

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01; undefined unless the text is a real date `YYYY-MM-DD` of the years 0001 to 9999. */
export function dayNumber(date: LocalDate): number | undefined {
  const match = DATE.exec(date)
  if (!match) return undefined
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayOf(year, month, day)
}

/** For dates already known to be real: throws on any other text. */
export function dayOfDate(date: LocalDate): number {
  const day = dayNumber(date)
  if (day === undefined) throw new RangeError('not a date')
  return day
}

export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayOfDate(date) + days)
}

/** The same day so many months later (or earlier); the last day of the month where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthIndex = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(monthIndex / 12)
  const month = (monthIndex % 12) + 1
  return dateOfDay(dayOf(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))))
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** 1 January is 101, 31 December 1231: dates within a year in order, for closures that return every year. */
export function monthDayOfDay(day: number): number {
  const date = new Date(day * DAY_MS)
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}

function dayOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
