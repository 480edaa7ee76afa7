// The demand that the desk's thread tells, for as long as the page shows it.
import type { DeskQuestion } from '../../desk/question.ts'
import type { DemandReport } from '../../metrics/demand-figures.ts'
import { type Answered, createWatched } from '../app/watched-answer.ts'
import { useDesk } from '../incidents/desk.ts'

export function createDemand(question: () => Omit<DeskQuestion & { type: 'demand' }, 'type'>): Answered<DemandReport> {
  const desk = useDesk()
  return createWatched((onAnswer, onError) => desk.watchAnswer({ type: 'demand', ...question() }, onAnswer, onError))
}
