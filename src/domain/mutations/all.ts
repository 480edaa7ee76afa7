// Every mutation by its wire name; the server knows an op by it.
import type { Mutation } from '../mutation.ts'
import { answerOutage } from './answer-outage.ts'
import { addAttachment, removeAttachment } from './attach.ts'
import { importOutages, importRecords } from './bring-in.ts'
import { correctOutage } from './correct-outage.ts'
import { importIncidentChanges, importIncidents, undoImport } from './import-incidents.ts'
import { removals, saves } from './keep-catalogue.ts'
import { removeAssumption, removeHourlyRate, setAssumption, setHourlyRate } from './keep-facts.ts'
import { saveNarrative } from './narrative.ts'
import { announceMaintenance, cancelMaintenance, changeMaintenance } from './plan-work.ts'
import { raiseIncident, withdrawIncident } from './raise-incident.ts'
import { addEntry, bringBackEntry, correctEntry, removeEntry, settleEntries } from './record-time.ts'
import { reportAgain, reportOutage, withdrawOutage } from './report-outage.ts'
import { changeLevel, changeReach, endOutage, reopenOutage } from './run-outage.ts'
import { changeTimer, resumeTimers, startTimer, stopTimer, withdrawTimer } from './run-timer.ts'
import { solveConflict } from './solve-conflict.ts'
import { addComment, addWorkNote, escalateIncident } from './tell-incident.ts'
import { addNote, describeOutage, markSystem, saveReach } from './tell-outage.ts'
import { undoIncidentChanges, workOnIncident, workOnIncidents } from './work-incident.ts'

const all = [
  reportOutage,
  withdrawOutage,
  reportAgain,
  endOutage,
  reopenOutage,
  changeLevel,
  changeReach,
  describeOutage,
  addNote,
  saveReach,
  markSystem,
  correctOutage,
  announceMaintenance,
  changeMaintenance,
  cancelMaintenance,
  importOutages,
  importRecords,
  solveConflict,
  setAssumption,
  removeAssumption,
  setHourlyRate,
  removeHourlyRate,
  addEntry,
  correctEntry,
  removeEntry,
  bringBackEntry,
  settleEntries,
  saveNarrative,
  startTimer,
  changeTimer,
  stopTimer,
  resumeTimers,
  withdrawTimer,
  answerOutage,
  raiseIncident,
  withdrawIncident,
  workOnIncident,
  workOnIncidents,
  undoIncidentChanges,
  addComment,
  addWorkNote,
  escalateIncident,
  importIncidents,
  importIncidentChanges,
  undoImport,
  addAttachment,
  removeAttachment,
  ...Object.values(saves),
  ...Object.values(removals),
]

/** What the server needs of a mutation; it never runs one. */
export type MutationRules = Pick<Mutation, 'name' | 'roles' | 'writes'>

const byName: ReadonlyMap<string, MutationRules> = new Map(all.map((mutation) => [mutation.name, mutation]))

export const mutationNames: readonly string[] = [...byName.keys()]

export const mutationNamed = (name: string): MutationRules | undefined => byName.get(name)
