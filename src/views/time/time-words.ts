// Recorded time in words. Pure.
import { counted, formatCount } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Activity, Chargeability } from '../../domain/legal-words.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import type { MatterChoices } from '../../store/time.ts'

export const activityLabels: Readonly<Record<Activity, string>> = {
  advice: 'Advice',
  drafting: 'Drafting',
  research: 'Research',
  correspondence: 'Correspondence',
  meeting: 'Meeting',
  hearing: 'Hearing',
  travel: 'Travel',
  administration: 'Administration',
  training: 'Training',
  other: 'Other work',
}

export const chargeLabels: Readonly<Record<Chargeability, string>> = {
  chargeable: 'Chargeable',
  non_chargeable: 'Non-chargeable',
  no_charge: 'No charge',
}

export const absenceLabels: Readonly<Record<Recorded<'absence'>['reason'], string>> = {
  leave: 'Leave',
  sickness: 'Sickness',
  training: 'Training',
  other: 'Other',
}

/** The local date of the partnership's clock. */
export const dateAt = (at: number): LocalDate => localDateAt(zoneOf(DEFAULT_ZONE), at)

/** "6:12", hours and minutes. */
export const clockWords = (seconds: number): string => hoursAndMinutes(Math.round(seconds / 60))

/** How long a timer has run, "0:42". The page's clock moves in steps and may not have reached the start yet. */
export const elapsedWords = (startAt: number, now: number): string =>
  hoursAndMinutes(Math.max(0, Math.round((now - startAt) / 60_000)))

const hoursAndMinutes = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** "26 h 5 min"; hours are not made days: a day of work has no fixed length. */
export function timeWords(seconds: number): string {
  if (seconds > 0 && seconds < 30) return 'under a minute'
  const minutes = Math.round(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${formatCount(hours)} h` : `${formatCount(hours)} h ${rest} min`
}

export const unitsWords = (units: number): string => counted(units, 'unit')

/** The title of a matter; one that only others may see has none here. */
export function matterTitle(matterId: string | null, matters: Pick<MatterChoices, 'byId'>): string {
  if (matterId === null) return 'No matter'
  return matters.byId.get(matterId)?.title ?? 'A matter that is not on this device'
}

type Worked = Pick<Recorded<'entry'>, 'activity' | 'chargeability'>

/** "Drafting, no charge"; what is usual is not said. */
export const workWords = ({ activity, chargeability }: Worked): string =>
  chargeability === 'chargeable'
    ? activityLabels[activity]
    : `${activityLabels[activity]}, ${chargeLabels[chargeability].toLowerCase()}`

interface OnMatter extends Worked {
  readonly matterId: string | null
}

/** What a row or page of it is called: the matter, or without one the activity. */
export const workTitle = (work: OnMatter, matters: Pick<MatterChoices, 'byId'>): string =>
  work.matterId === null ? activityLabels[work.activity] : matterTitle(work.matterId, matters)

/** What its title leaves out: "Drafting", "No matter, non-chargeable". */
export const workDetail = (work: OnMatter): string => {
  if (work.matterId !== null) return workWords(work)
  return work.chargeability === 'chargeable'
    ? 'No matter'
    : `No matter, ${chargeLabels[work.chargeability].toLowerCase()}`
}

/** "Depot lease · Drafting". */
export const onWords = (work: OnMatter, matters: Pick<MatterChoices, 'byId'>): string =>
  `${workTitle(work, matters)} · ${workDetail(work)}`

/** Who can read what is written of the time on this matter. */
export const readersWords = (matter: Pick<Recorded<'matter'>, 'wallId'> | undefined): string =>
  matter && matter.wallId !== null
    ? 'Privileged: only the people named on this matter can read it.'
    : 'Privileged: only the legal team can read it. ICT, managers and councils cannot.'

/** Who sets up what a person's time needs. */
export const notInTeam = {
  title: 'You are not in a legal team yet',
  text: 'A practice manager sets up the team and your post, under Legal practice. Then your time is recorded here.',
} as const
