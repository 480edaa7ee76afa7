// What is said on an incident, in order, and the time it took. Pure.
export interface Said {
  readonly id: string
  readonly at: number
  readonly byId: string
  readonly text: string
  readonly minutes: number
}

export interface TalkLine extends Said {
  /** A work note is the desk's own; a comment is read by the requester. */
  readonly isNote: boolean
}

/** Oldest first. */
export function talkOf(comments: readonly Said[], notes: readonly Said[]): TalkLine[] {
  const lines = [
    ...comments.map((said) => ({ ...said, isNote: false })),
    ...notes.map((said) => ({ ...said, isNote: true })),
  ]
  return lines.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

export const totalMinutes = (lines: readonly Pick<Said, 'minutes'>[]): number =>
  lines.reduce((sum, { minutes }) => sum + minutes, 0)

const mostMinutes = 24 * 60

/** Whole minutes of a day at most, nothing typed is 0; else undefined. */
export function readMinutes(typed: string): number | undefined {
  const text = typed.trim()
  if (text === '') return 0
  return /^\d{1,4}$/.test(text) && Number(text) <= mostMinutes ? Number(text) : undefined
}

export const minutesProblem = 'Minutes must be a whole number from 0 to 1,440'
