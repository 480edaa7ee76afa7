// One polite voice for the whole page.
import { type Accessor, createContext, createSignal, onCleanup } from 'solid-js'

const SECOND = 1000
/** At most one announcement in this time; what comes in between is said together. */
const pauseMs = 5 * SECOND

export interface Announcer {
  readonly spoken: Accessor<string>
  readonly announce: (text: string) => void
}

/** Needs an owner. The first text is spoken at once, those within the next five seconds together after them. */
export function createAnnouncer(): Announcer {
  const [spoken, setSpoken] = createSignal('')
  let waiting: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const speak = () => {
    timer = undefined
    if (waiting.length === 0) return
    // A live region stays silent when its text does not change: a no-break space makes a repeat a change.
    const text = waiting.join(' ')
    setSpoken((last) => (last === text ? `${text}\u00a0` : text))
    waiting = []
    timer = setTimeout(speak, pauseMs)
  }
  onCleanup(() => clearTimeout(timer))
  return {
    spoken,
    announce: (text) => {
      if (!waiting.includes(text)) waiting.push(text)
      if (timer === undefined) speak()
    },
  }
}

export const AnnouncerContext = createContext<Announcer>()
