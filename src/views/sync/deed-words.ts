// What a mutation did, in words, by its wire name.
const mutationWords: Readonly<Record<string, string>> = {
  'import.outages': 'Imported outages',
  'import.records': 'Imported records',
  'conflict.solve': 'Conflict solved',
  'import.incidents': 'Imported incidents',
  'import.incident_changes': 'Imported changes of incidents',
  'import.undo': 'Import taken back',
  'incident.work_many': 'Incidents changed together',
  'outage_answer.set': 'What an outage did to your day',
}

const thingWords: Readonly<Record<string, string>> = {
  outage: 'Outage',
  affected: 'System',
  segment: 'Part of an outage',
  reach: 'Who was affected',
  maintenance: 'Planned work',
  partnership: 'Partnership',
  council: 'Council',
  division: 'Division',
  person: 'Person',
  calendar: 'Calendar',
  holiday: 'Holiday',
  system: 'System',
  dependency: 'Dependency',
  assumption: 'Assumption',
  hourly_rate: 'Hourly rate',
  team: 'Legal team',
  post: 'Post',
  absence: 'Absence',
  charge_rate: 'Charge rate',
  matter: 'Matter',
  timer: 'Timer',
  entry: 'Recorded time',
  narrative: 'Text on recorded time',
  incident: 'Incident',
  priority_matrix: 'Priority table',
  desk_team: 'Desk team',
  incident_template: 'Template',
  saved_view: 'Saved view',
  outage_answer: 'What an outage did to the day',
}

const deedWords: Readonly<Record<string, string>> = {
  report: 'reported',
  report_again: 'reported again',
  withdraw: 'withdrawn',
  end: 'ended',
  reopen: 'reopened',
  level: 'level changed',
  reach: 'reach changed',
  describe: 'described',
  note: 'note added',
  people: 'people affected saved',
  system: 'system marked',
  correct: 'corrected',
  announce: 'announced',
  change: 'changed',
  cancel: 'cancelled',
  set: 'saved',
  save: 'saved',
  remove: 'removed',
  start: 'started',
  stop: 'stopped',
  resume: 'taken up again',
  add: 'added',
  bring_back: 'brought back',
  settle: 'chosen from two',
  raise: 'raised',
  work: 'changed',
  undo: 'change taken back',
  comment: 'comment added',
  escalate: 'escalated',
}

/** A kind of record as people call one of them. */
export const thingOf = (kind: string): string => thingWords[kind] ?? kind

/** "Outage reported", by the wire name of the mutation. */
export function deedOf(name: string): string {
  const whole = mutationWords[name]
  if (whole) return whole
  const [thing = '', deed = ''] = name.split('.')
  return `${thingOf(thing)} ${deedWords[deed] ?? deed.replaceAll('_', ' ')}`.trim()
}
