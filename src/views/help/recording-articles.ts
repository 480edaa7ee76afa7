import type { HelpArticle } from './help-article.ts'

export const recordingArticles: readonly HelpArticle[] = [
  {
    id: 'report',
    title: 'Report an outage',
    also: 'down broken fault slow log new incident',
    paragraphs: [
      'Three taps are enough, with or without a network. The third one saves it on your device.',
      'Everything else can be added later: who is affected, the cause, a way to work around it.',
      'If the system already has an open outage you are asked whether yours is the same one.',
    ],
    steps: [
      'Choose "Report outage".',
      'Choose the system.',
      'Choose how bad it is: Down, Partly down, Slow or At risk.',
    ],
  },
  {
    id: 'levels',
    title: 'What Down, Partly down, Slow and At risk mean',
    also: 'level severity loss share percent',
    paragraphs: [
      'Down: nobody can use the system. All of the time counts as lost.',
      'Partly down: some of it, or some people, cannot work. 30% counts as lost.',
      'Slow: it works, but slowly. 10% counts as lost.',
      'At risk: it works, and may fail. Nothing counts as lost.',
      'The share can be changed on the outage when it is known better.',
    ],
  },
  {
    id: 'end',
    title: 'End an outage',
    also: 'restore restored close finish over working again reopen',
    paragraphs: [
      'Open the outage and choose "Restored". The time is now, or an earlier one that you choose.',
      'If it fails again, open it and choose to reopen it. Both stretches are kept.',
      '"Undo" is offered for ten seconds after each of these.',
    ],
  },
  {
    id: 'correct',
    title: 'Correct a past outage',
    also: 'wrong time change edit mistake history late forgotten',
    paragraphs: [
      'Open the outage, choose to correct it, and change its times, systems or level. Figures are worked out again at once.',
      'What it said before stays in its history, with the name of who changed it and when.',
      'An outage that nobody recorded can be entered afterwards in the same way as a new one, with its own start and end.',
      'If the end is before the start the outage is kept and marked, and counts nothing until it is mended.',
    ],
  },
  {
    id: 'planned',
    title: 'Planned work',
    also: 'maintenance window notice announce downtime excluded',
    paragraphs: [
      'Announce planned work before it starts. Time lost in it is then left out of availability, if the notice was long enough.',
      'How much notice is needed is set for each system, or for the partnership.',
      'The page always says how much time was left out, so that nothing is hidden.',
    ],
  },
  {
    id: 'availability',
    title: 'Availability, and what it rests on',
    also: 'percent uptime figure sla target hours service time lost minutes budget',
    paragraphs: [
      'Availability is the share of agreed service time in which the system worked. Lost time outside the agreed hours does not lower it.',
      'Agreed hours come from the system’s calendar, holidays and closures included. A change of calendar holds from its date on and leaves earlier months as they were.',
      'Overlapping outages of one system count once. The worst level wins.',
      'Days belong to the time zone of the partnership, so a day in March has 23 hours and one in October 25.',
      'A dash, or "Not known", means there was no agreed service time. It is never shown as 100%.',
      'A figure can change when a device sends what it recorded earlier. Reports say as of when their figures are.',
    ],
  },
  {
    id: 'people',
    title: 'People affected and working time lost',
    also: 'head count division council impact cost lost hours users',
    paragraphs: [
      'Head counts are kept for each division and council, from a date on. They are filled in on an outage and can be changed there.',
      'Working time lost is the time in working hours, times the people, times the share of their work that needs the system.',
      'That share is written down for each division and system with its source: asked, measured or assumed.',
    ],
  },
]
