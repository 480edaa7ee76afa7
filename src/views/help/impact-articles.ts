import type { HelpArticle } from './help-article.ts'

export const impactArticles: readonly HelpArticle[] = [
  {
    id: 'impact',
    title: 'What outages cost: lost working hours and pounds',
    also: 'impact cost money division council planning legal price loss gross net csv print',
    paragraphs: [
      'Impact turns every outage into lost working hours and pounds, by division, council, system and outage. Tap a division to see which systems and outages took its hours.',
      'A lost hour is one person at work for one hour whose work stopped. Only a division’s own working hours count: a night without e-mail costs an office team nothing.',
      'Each minute is put down to the system that failed, not to those that failed because of it. Where outages met, the minute is split, so that the parts add up to the total, to the penny.',
      'Gross is every lost hour at the hourly rate of its division and day. Net leaves out the work that is done later.',
      '"1.8 times its share of people" means that a division lost 1.8 times as many hours as its size would lead one to expect.',
      'Pounds are shown to managers and to each council’s client officer. ICT sees hours.',
    ],
  },
  {
    id: 'still-work',
    title: 'Officers can still work: what is assumed',
    also: 'dials reliance dependency workaround caught up later present share hourly rate assumption asked measured assumed facts',
    paragraphs: [
      'Few outages stop all of a team’s work. Three answers for each division say how much. A manager sets them under Impact, "What is assumed".',
      'Work that stops: how much of the team’s work stops without a system. A system that nobody was asked about counts nothing, and the figure then says "at least".',
      'Workaround: how much of that loss is avoided, and after how many minutes.',
      'Caught up later: how much of the lost work is done later. It lowers the net cost; the disruption stays as it was.',
      'Beside them stand the share of the team that is at work on an ordinary day, and what an hour costs, given or worked out in sight. The usual rates of insurance and pension are only where the form begins: check them before you publish a figure.',
      'Each answer keeps its date, its source and who set it. A new one holds from its day on: the days before it keep what was said of them.',
      '"What if" shows the figure without a dependency or with another share. It saves nothing, and one tap leads back.',
    ],
  },
  {
    id: 'impact-ranges',
    title: 'Low, headline and high',
    also: 'range whisker interval uncertainty several systems at once overlap double counting',
    paragraphs: [
      'While one system is out, its loss is one figure. While several are out at once, nobody knows how far they stop the same work.',
      'Low: they all stop the same work, so only the worst of them counts. High: each stops other work, so they add up, to all of the work at most.',
      'The headline takes them as hitting different tasks by chance: two systems that each stop half of the work stop three quarters together.',
      'The range says nothing about how good the answers are. It is as wide as outages met.',
    ],
  },
]
