// Which tab of a browser talks to the server: one holds the event stream and the timer.

export interface Tab {
  /** Undefined where the browser has none: then every tab leads, which is safe, for the server takes each op once. */
  readonly locks: Pick<LockManager, 'request'> | undefined
  readonly isSeen: () => boolean
  /** Calls back when the tab is shown or hidden; hands back how to stop. */
  readonly onSeenChange: (run: () => void) => () => void
}

/**
 * Leads while it holds the lock. A tab that is shown takes the lock away from a hidden one, which may be frozen with it
 * in its hands; a tab that is hidden hands it on to one that waits.
 */
export function electTab(tab: Tab, name: string, lead: () => () => void): () => void {
  const { locks, isSeen, onSeenChange } = tab
  if (!locks) return lead()
  let isStopped = false
  let release: (() => void) | undefined
  let queued: AbortController | undefined

  const hold = () => {
    queued = undefined
    const stopLeading = lead()
    let isOver = false
    return new Promise<void>((resolve) => {
      release = () => {
        if (isOver) return
        isOver = true
        release = undefined
        stopLeading()
        resolve()
      }
    })
  }
  const queue = (options: LockOptions) => {
    if (isStopped) return
    const waiting = options.steal ? undefined : new AbortController()
    queued?.abort()
    queued = waiting
    let wasGiven = false
    const given = () => {
      wasGiven = true
      return hold()
    }
    locks.request(name, waiting ? { signal: waiting.signal } : options, given).catch(() => {
      // Given up by ourselves; or refused at once, as in a page that is going, where WebKit goes on running what follows
      // a promise: to ask again would never end, and neither would the page. It is asked again when the tab is shown.
      if (waiting?.signal.aborted || !wasGiven) return
      // Taken by a tab that is shown: this tab waits for its turn again.
      release?.()
      queue({})
    })
  }
  const change = () => {
    if (isSeen() && !release) queue({ steal: true })
    else if (!isSeen() && release) {
      release()
      queue({})
    }
  }
  queue(isSeen() ? { steal: true } : {})
  const stopFollowing = onSeenChange(change)
  return () => {
    isStopped = true
    stopFollowing()
    queued?.abort()
    release?.()
  }
}
