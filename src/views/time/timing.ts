// Doing something with a timer from a screen that is loaded before schemas and mutations are: these come with the first act.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Refusal } from '../../domain/mutation.ts'
import { type App, useApp } from '../app/app-context.ts'
import type { Done } from './timer-acts.ts'

type Acts = typeof import('./timer-acts.ts')

export interface Timing {
  /** True when it was done; else `problem` says why not. */
  readonly run: (deed: (acts: Acts, app: App) => Done) => Promise<boolean>
  readonly problem: Accessor<Refusal | undefined>
  readonly isBusy: Accessor<boolean>
}

const notDone: Refusal = {
  code: 'not_stored',
  message: 'This device could not save it, so nothing has changed. Free some space or reload the page, then try again.',
}

export function createTiming(): Timing {
  const app = useApp()
  const [problem, setProblem] = createSignal<Refusal>()
  const [isBusy, setBusy] = createSignal(false)
  const run: Timing['run'] = async (deed) => {
    // A second tap while the first is being saved would do it twice.
    if (isBusy()) return false
    setBusy(true)
    try {
      const refusal = await deed(await import('./timer-acts.ts'), app)
      setProblem(refusal)
      return refusal === undefined
    } catch {
      setProblem(notDone)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, problem, isBusy }
}

/** While nothing else is to do, so that the first tap does not wait for it. */
export function preloadTimerActs(): void {
  const load = () => void import('./timer-acts.ts').catch(() => {})
  if ('requestIdleCallback' in window) requestIdleCallback(load)
  else setTimeout(load, 500)
}
