// Acts of the audit trail in words: "Outages: reported". What is new to this page shows by its own name.
import { isKindName } from '../../domain/kind-names.ts'
import { goingWords, kindWords } from './kind-words.ts'

const areas: Readonly<Record<string, string>> = {
  session: 'Signing in and out',
  passkey: 'Passkeys',
  account: 'Accounts and roles',
  wall: 'Who is named on a matter',
  audit: 'Audit trail',
  privacy: 'Data protection',
  import: 'Imports',
  sample: 'Sample',
  figures: 'Figures',
  op: 'Changes that the server could not read or does not know',
}

const deeds: Readonly<Record<string, string>> = {
  'session.begin': 'signed in',
  'session.refused': 'wrong password',
  'session.end': 'signed out',
  'session.revoke': 'a device signed out from elsewhere',
  'session.wipe': 'a device to be wiped',
  'session.wiped': 'a device has wiped itself',
  'passkey.add': 'added',
  'passkey.remove': 'removed',
  'passkey.rename': 'renamed',
  'account.begin': 'first account made',
  'account.accept': 'password chosen by a link',
  'account.password': 'password changed',
  'account.identity': 'bound to a work account',
  'account.reset': 'reset link made',
  'account.invite': 'invited',
  'account.roles': 'roles changed',
  'account.disable': 'switched off',
  'account.enable': 'switched on',
  'account.name': 'name written',
  'wall.set': 'changed',
  'audit.export': 'taken out as a file',
  'privacy.access': 'what is held about a person taken out',
  'privacy.erase': 'record erased',
  'privacy.departed': 'words of somebody who left erased',
  'privacy.retention': 'how long words are kept was set',
  'privacy.retained': 'words past their time removed',
  'sample.remove': 'removed',
  'op.refused': 'refused',
}

const verbs: Readonly<Record<string, string>> = {
  save: 'saved',
  set: 'set',
  add: 'added',
  remove: 'removed',
  report: 'reported',
  report_again: 'reported again',
  raise: 'raised',
  withdraw: 'withdrawn',
  end: 'ended',
  reopen: 'reopened',
  work: 'worked on',
  work_many: 'worked on, many at once',
  undo: 'taken back',
  comment: 'comment added',
  note: 'note added',
  escalate: 'escalated',
  correct: 'corrected',
  settle: 'settled',
  bring_back: 'brought back',
  start: 'started',
  stop: 'stopped',
  change: 'changed',
  cancel: 'cancelled',
  announce: 'announced',
  solve: 'solved',
}

export const areaWords = (area: string): string => areas[area] ?? (isKindName(area) ? kindWords[area] : area)

export function actWords(name: string): string {
  const [area = '', verb = ''] = name.split('.')
  return `${areaWords(area)}: ${deeds[name] ?? verbs[verb] ?? verb.replaceAll('_', ' ')}`
}

/** What can be looked for: in the order of the list. */
export const searchedAreas: readonly string[] = [
  ...['session', 'account', 'outage', 'maintenance', 'incident', 'system', 'division', 'council', 'conflict'],
  ...['entry', 'narrative', 'matter', 'wall', 'import', 'audit', 'privacy', 'op'],
]

/** "incident 3, comment 12" as people say it. */
export const countsInWords = (counts: string): string =>
  counts
    .split(', ')
    .map((part) => {
      const [name = '', count] = part.split(' ')
      return count === undefined ? part : `${goingWords(name)}: ${count}`
    })
    .join('; ')

export const outcomeWords = (outcome: string): string =>
  ({ ok: 'Done', conflict: 'Done, with a conflict', rejected: 'Refused', quarantined: 'Set aside' })[outcome] ?? outcome
