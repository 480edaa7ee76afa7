// How other products name how bad it is -> our four levels.
import { type Level, levelLabels, levels } from '../domain/level.ts'

const words: Readonly<Record<Level, readonly string[]>> = {
  // cState; Statuspage incident; Statuspage component; spreadsheets
  down: ['down', 'critical', 'major outage', 'outage', 'full', 'unavailable', 'offline'],
  partial: ['disrupted', 'major', 'partial outage', 'partial', 'partly down', 'intermittent'],
  degraded: ['minor', 'degraded performance', 'degraded', 'slow'],
  at_risk: ['notice', 'none', 'maintenance', 'under maintenance', 'operational', 'at risk', 'information'],
}

const levelByWord = new Map<string, Level>()
for (const level of levels) {
  for (const word of [level, levelLabels[level], ...words[level]]) levelByWord.set(plain(word), level)
}

/** Case, `_` and `-` do not matter. Undefined for a word that is not in the table. */
export function levelOfWord(word: string): Level | undefined {
  return levelByWord.get(plain(word))
}

function plain(word: string): string {
  return word.trim().toLowerCase().replace(/[_-]+/g, ' ')
}
