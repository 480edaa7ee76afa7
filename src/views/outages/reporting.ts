// What a report does once it is made: saved, told with an Undo, and its page opened.
import { useNavigate } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Level } from '../../domain/level.ts'
import type { Refusal } from '../../domain/mutation.ts'
import { reportAgain, reportOutage, withdrawOutage } from '../../domain/mutations/report-outage.ts'
import type { SystemChoice } from '../../store/outages.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from './act.ts'
import { levelSentence } from './outage-words.ts'
import { savedHere } from './saved-here.ts'

export interface Report {
  readonly level: Level
  readonly startAt?: number
  readonly endAt?: number
}

export interface Reporting {
  readonly report: (choice: SystemChoice, report: Report) => Promise<void>
  readonly addTo: (choice: SystemChoice, outageId: string) => Promise<void>
  readonly problem: Accessor<Refusal | undefined>
  /** Whether it was sent on its way: its own outage must then not be taken for a duplicate. */
  readonly isUnderWay: Accessor<boolean>
}

export function createReporting(): Reporting {
  const { tell } = useApp()
  const navigate = useNavigate()
  const { act, problem, undo } = createAct()
  const [isUnderWay, setUnderWay] = createSignal(false)
  return {
    problem,
    isUnderWay,
    report: async ({ system }, report) => {
      setUnderWay(true)
      const writes = await act(reportOutage, { systemIds: [system.id], ...report })
      const id = writes?.[0]?.id
      if (!id) {
        setUnderWay(false)
        return
      }
      const page = `/outages/${id}`
      const leave = () => location.pathname === page && navigate('/outages', { replace: true })
      navigate(page, { replace: true })
      const what =
        report.endAt === undefined ? levelSentence(system.name, report.level) : `${system.name}, a past outage`
      tell(`Reported: ${what}. ${savedHere()}`, undo(withdrawOutage, { outageId: id }, leave))
    },
    addTo: async ({ system }, outageId) => {
      if (!(await act(reportAgain, { outageId }))) return
      navigate(`/outages/${outageId}`, { replace: true })
      tell(`Added to the open outage of ${system.name}. ${savedHere()}`)
    },
  }
}
