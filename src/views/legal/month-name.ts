import { formatDate } from '../../domain/format.ts'

/** "November 2026" of "2026-11". */
export const monthName = (month: string): string => formatDate(`${month}-01`).split(' ').slice(1).join(' ')
