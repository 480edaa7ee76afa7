// Every kind of record there is.

import { assumptionKind, hourlyRateKind } from './assumption.ts'
import { attachmentKind } from './attachment.ts'
import { calendarKind, holidayKind } from './calendar-record.ts'
import { conflictKind } from './conflict.ts'
import {
  deskTeamKind,
  importRunKind,
  incidentTemplateKind,
  priorityMatrixKind,
  savedViewKind,
} from './desk-settings.ts'
import { commentKind, followKind, incidentEventKind, incidentKind, workNoteKind } from './incident.ts'
import { isKindName, type KindName } from './kind-names.ts'
import { absenceKind, chargeRateKind, postKind, teamKind } from './legal-practice.ts'
import { maintenanceKind } from './maintenance.ts'
import { matterKind, narrativeKind } from './matter.ts'
import { affectedKind, eventKind, outageKind, reachKind, segmentKind } from './outage.ts'
import { councilKind, divisionKind, partnershipKind, personKind } from './partnership.ts'
import type { Kind } from './record.ts'
import { dependencyKind, systemKind } from './system.ts'
import { entryKind, outageAnswerKind, timerKind } from './time-entry.ts'
import { councilMonthKind, teamMonthKind } from './time-figures.ts'

export const kinds = {
  partnership: partnershipKind,
  council: councilKind,
  division: divisionKind,
  person: personKind,
  calendar: calendarKind,
  holiday: holidayKind,
  system: systemKind,
  dependency: dependencyKind,
  outage: outageKind,
  affected: affectedKind,
  segment: segmentKind,
  reach: reachKind,
  event: eventKind,
  maintenance: maintenanceKind,
  assumption: assumptionKind,
  hourly_rate: hourlyRateKind,
  team: teamKind,
  post: postKind,
  absence: absenceKind,
  charge_rate: chargeRateKind,
  matter: matterKind,
  narrative: narrativeKind,
  timer: timerKind,
  entry: entryKind,
  outage_answer: outageAnswerKind,
  team_month: teamMonthKind,
  council_month: councilMonthKind,
  incident: incidentKind,
  incident_event: incidentEventKind,
  comment: commentKind,
  work_note: workNoteKind,
  follow: followKind,
  priority_matrix: priorityMatrixKind,
  desk_team: deskTeamKind,
  incident_template: incidentTemplateKind,
  saved_view: savedViewKind,
  import_run: importRunKind,
  attachment: attachmentKind,
  conflict: conflictKind,
} as const satisfies Record<KindName, unknown>

type DocOfKind<K> = K extends Kind<string, infer D> ? D : never
/** The document of a kind, by name. */
export type DocOf<K extends KindName> = DocOfKind<(typeof kinds)[K]>
/** A record as reads hand it out: its id beside its fields. */
export type Recorded<K extends KindName> = DocOf<K> & { readonly id: string }

export const kindNamed = (name: string): Kind | undefined =>
  isKindName(name) ? (kinds[name] as unknown as Kind) : undefined
