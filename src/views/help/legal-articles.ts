import type { HelpArticle } from './help-article.ts'

export const legalArticles: readonly HelpArticle[] = [
  {
    id: 'own-time',
    title: 'Record your time',
    also: 'timer stopwatch entry duration narrative again week gap forgotten overlap estimated lost',
    paragraphs: [
      '"Start timer" runs on every page and device until "Stop"; starting another stops the first. After ten hours it asks when it ended: nothing is thrown away, and what you say then is marked (e).',
      'In "Add time" write how long and what: "1.5 depot lease", "90m", "10-11.30", "3u", "yesterday 1h 12m". "Again" records recent work once more. On the two nights when the clocks change, the hour that comes twice is asked about and the one left out is refused.',
      'Seconds are kept as they were; units are for billing, and the week shows what rounding adds. "Correct" and "Remove" keep the history. If two devices said different things, both are kept and you choose.',
      'What was done is privileged: the legal team reads it, or only those named on the matter. If an outage touched your day you may say "Lost time" or "Worked round it".',
    ],
  },
  {
    id: 'matters',
    title: 'Matters',
    also: 'case file client council department open close reference key date deadline hearing outcome estimate',
    paragraphs: [
      'A matter is opened for a council, the client. It says who leads it, which grade the work is meant for, and when what is due: the next key date shows in the list.',
      'Matters are found by reference, title, client, lead, type of work or party. "Mine" shows those that you lead.',
      '"Start timer" and "Add time" on a matter record time for it. You see your own time there, a practice manager everybody’s.',
      'All of this works without a network, except naming people behind a wall.',
    ],
  },
  {
    id: 'walls',
    title: 'Matters for named people only',
    also: 'wall confidential privilege secret private named conflict partner council',
    paragraphs: [
      'When a matter is opened, choose "Only named people". The server then lets in those you name and nobody else: for all others the matter is in no list, count, search, export or report, and on no device.',
      'Naming people needs a network. The matter is written once your device has been let in, which takes a moment.',
      'Later, those named add others or take them out, on the matter’s page. Whoever is taken out loses the matter and its texts from their devices.',
      'Administrators and managers do not learn who is named, nor that there is such a matter.',
    ],
  },
  {
    id: 'conflict-check',
    title: 'The search for conflicts of interest',
    also: 'conflict check other side party opponent related interest',
    paragraphs: [
      'The other side and related parties of a new matter are searched for among the matters on your device and, with a network, among all matters of all councils.',
      'The answer is "A possible conflict exists, ask the practice manager" and nothing more, so that nobody learns of a matter that is not theirs.',
      'Without a network only your device is searched. The rest is searched by itself when there is a network, and you are told if something is found.',
    ],
  },
  {
    id: 'targets',
    title: 'Targets, posts and charge rates',
    also: 'target fte pro rata part time hours grade rate charge price unpriced utilisation completeness absence leave level allocation six minute unit',
    paragraphs: [
      'A post says a person’s grade, hours and target from a day on. The target of a year is pro rata: 1,200 hours at 0.6 of a full-time post are 720. A figure is judged by the post that held then.',
      'To change hours or grade, add a post from the day on; the post before ends the day before. Two posts at once are warned about.',
      'Charge rates hold for a grade, a person, a council or a matter, from a day on. A matter goes before a council, a person before a grade, and of two alike the later one. An entry keeps the rate it was saved with.',
      'An entry without a rate is listed as unpriced and is in no value. Two rates for the same work from one day contradict each other, so neither is used.',
      'Completeness is recorded hours of contract hours. It stands beside utilisation because a day with nothing recorded looks like a bad day. People are listed by name and not ranked.',
      'Level of work compares the grade that a matter wants with the grade of those who did it.',
    ],
  },
  {
    id: 'legal-page',
    title: 'What the Legal page says, and how sure it is',
    also: 'billable attainment loss shown cannot tell interval comparable measured modelled without outages evidence sure certain prediction',
    paragraphs: [
      'Two statements stand side by side: how much of the target was reached, and how much would have been reached without outages. The second is never shown without its range.',
      'Measured: the days of an outage and the two after it are compared with the same weekdays of other weeks without one. "Loss shown" means that the whole range is a loss; "Cannot tell" means that it holds a loss and a gain, or that there is too little to compare, and the reason is given.',
      'Modelled: lost working time of the division, from what is assumed of it, times the share that is billable. It is labelled as modelled and has its own range.',
      'Value at charge rates and the cost of staff time value the same loss twice. They are never added.',
      'If the modelled loss lies outside the measured range, another share of dependency is suggested. A manager decides; nothing changes by itself.',
      'All of it comes from sums by day that the server writes. They hold no text and no person, and a sum over fewer than three people is joined to its neighbour.',
    ],
  },
]
