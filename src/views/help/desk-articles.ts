import type { HelpArticle } from './help-article.ts'

export const deskArticles: readonly HelpArticle[] = [
  {
    id: 'raise',
    title: 'Raise an incident',
    also: 'ticket help request problem broken service desk new call',
    paragraphs: [
      'It is saved on your device at once, with or without a network, and reaches the desk when there is one.',
      'You follow what you raised under Incidents: its state, what was done, and the replies. You can reply there, too.',
      'Something that is down for many people is an outage: report that instead.',
    ],
    steps: [
      'Choose "Incidents", then "Raise incident".',
      'Say in a few words what is wrong. If you may raise for more than one council, choose the council.',
      'Choose Save. Everything else, such as the system, is folded away and may be left out.',
    ],
  },
  {
    id: 'incidents',
    title: 'Work on incidents',
    also: 'ticket desk assign priority impact urgency state waiting resolve reopen cancel comment note minutes template',
    paragraphs: [
      'Priority comes from impact (whom it hits) and urgency (how soon it matters). Another priority needs a reason, and both are kept.',
      'A comment is read by the requester. A work note is read by the desk alone and never leaves it. Minutes can go with either.',
      'Waiting for the requester is open, but not in the backlog. What waits for a supplier is.',
      'What comes back within 5 days is the same incident, reopened. Later, raise a new one that follows it.',
      'An incident can be linked to the outage that it is because of. Outages of the same system and time are suggested.',
      'If two people change the same thing while apart, both values are kept and somebody is asked.',
    ],
  },
  {
    id: 'search-incidents',
    title: 'Search incidents',
    also: 'find filter query saved view queue keys council state system assignee team before after bulk selected',
    paragraphs: [
      'Words are looked for in the reference, title, requester, system and category. All must be there.',
      'Keys narrow the search: council:, state:, system:, division:, cause:, assignee:, team:, requester:, priority:, after:, before:, import:. A value with blanks goes in quotes: system:"Case management".',
      'state: takes new, assigned, in-progress, waiting, resolved, closed, reopened, cancelled, and also open, waiting, backlog and escalated. assignee: takes a name, me or none; team: takes a name, mine or none. system:, division: and cause: take none, too.',
      'after:2026-04-01 before:2026-07-01 finds what was raised from 1 April to 30 June.',
      'A search can be saved for yourself or for the desk, and has its count beside it.',
      'Several at once: select them, or all that the search finds, then "Change selected". You see what will change before it does, and one Undo takes it back.',
      'J and K move, X selects, Enter opens, / searches. Single keys can be switched off under Settings, This device.',
    ],
  },
  {
    id: 'escalate',
    title: 'Escalate an incident',
    also: 'client officer urgent head of ict board complain level reason',
    paragraphs: [
      'A client officer can escalate any incident of their council, with a level and a reason. The desk sees it at once when both have a network.',
      'The levels are the service desk lead, the head of ICT, and the management board.',
    ],
  },
  {
    id: 'import-incidents',
    title: 'Bring in incidents from another tool',
    also: 'import csv log servicenow export migrate columns undo encoding delimiter event history',
    paragraphs: [
      'A file may hold one row for each incident, or one for each event: events are put together, and the history is kept.',
      'Nothing is written before you have seen how many incidents are new, the same, changed or refused, and why.',
      'The same file twice adds nothing, also from two devices. A whole import can be undone.',
      'People, teams and systems that Uptally does not know stay names. No account is made for anybody.',
      'A line that cannot be read is left out and named with its reason. The rest is brought in.',
    ],
    steps: [
      'Choose "Import", then "Import incidents instead", then the file.',
      'Look at the sample rows: are letters, columns and dates read as they are meant? Change what is not.',
      'Say what the file’s own words mean here: its states, its urgency, whose incidents they are.',
      'Check what would be imported, then bring it in. You can go on working meanwhile.',
    ],
  },
  {
    id: 'demand',
    title: 'Demand: what comes up, and how it goes',
    also: 'report statistics trend system division council cause backlog reopen rate median time to resolve chart tickets',
    paragraphs: [
      'Demand counts the incidents that were raised in a period, by system, division, council and cause. A name leads to its incidents.',
      'Time to resolve is the time that passed from raised to resolved: waiting, nights and weekends are in it. It is the middle one, with the number of incidents that it is of. Fewer than five give none.',
      'Soon after a period ends, what takes long is still open, so the median is lower than it will be. "Still open" says how many.',
      'Reopened is the share that came back at least once, of those that were ever resolved.',
      'The backlog is what is open now and not waiting for its requester, whenever it was raised.',
      'Imported incidents that only name a system count under that name. What says nothing is under "Not recorded", so that the parts sum to the total.',
      'Each table can be saved as CSV, with what it rests on.',
    ],
  },
]
