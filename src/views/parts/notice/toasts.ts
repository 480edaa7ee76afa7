// What was just done, and the way back, for ten seconds.
import { type Accessor, createContext, createSignal, onCleanup, useContext } from 'solid-js'

const SECOND = 1000
export const toastMs = 10 * SECOND
/** More than two would cover what the person is doing; the oldest leaves. */
const mostToasts = 2

export interface Toast {
  readonly id: number
  readonly message: string
  readonly onUndo?: (() => void) | undefined
}

export interface Toasts {
  readonly items: Accessor<readonly Toast[]>
  readonly show: (message: string, onUndo?: () => void) => void
  readonly undo: (id: number) => void
  readonly dismiss: (id: number) => void
  /** Stops all clocks, while a pointer or the focus is on a toast. */
  readonly pause: () => void
  readonly resume: () => void
}

/** Needs an owner. `announce` is told each message. */
export function createToasts(announce: (text: string) => void, now: () => number = Date.now): Toasts {
  const [items, setItems] = createSignal<readonly Toast[]>([])
  const leftMs = new Map<number, number>()
  const clocks = new Map<number, { timer: ReturnType<typeof setTimeout>; startedMs: number }>()
  let lastId = 0
  let isPaused = false

  const stop = (id: number) => {
    clearTimeout(clocks.get(id)?.timer)
    clocks.delete(id)
  }
  const dismiss = (id: number) => {
    stop(id)
    leftMs.delete(id)
    setItems((all) => all.filter((toast) => toast.id !== id))
    // A toast that leaves from under the pointer sends no "leave": without this the others would stay for ever.
    if (items().length === 0) isPaused = false
  }
  const start = (id: number) => {
    const timer = setTimeout(() => dismiss(id), leftMs.get(id) ?? 0)
    clocks.set(id, { timer, startedMs: now() })
  }
  onCleanup(() => {
    for (const id of clocks.keys()) stop(id)
  })

  return {
    items,
    dismiss,
    show: (message, onUndo) => {
      lastId += 1
      for (const oldest of items().slice(0, Math.max(0, items().length + 1 - mostToasts))) dismiss(oldest.id)
      setItems((all) => [...all, { id: lastId, message, onUndo }])
      leftMs.set(lastId, toastMs)
      if (!isPaused) start(lastId)
      announce(onUndo ? `${message} Undo is offered for ten seconds.` : message)
    },
    undo: (id) => {
      const toast = items().find((candidate) => candidate.id === id)
      dismiss(id)
      toast?.onUndo?.()
    },
    pause: () => {
      if (isPaused) return
      isPaused = true
      for (const [id, clock] of clocks) {
        leftMs.set(id, Math.max(0, (leftMs.get(id) ?? 0) - (now() - clock.startedMs)))
        stop(id)
      }
    },
    resume: () => {
      if (!isPaused) return
      isPaused = false
      for (const toast of items()) start(toast.id)
    },
  }
}

export const ToastContext = createContext<Toasts>()

/** `useToasts().show('Saved.', undo)`. Only inside an AppFrame (or a Notices). */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('useToasts needs a Notices around it')
  return toasts
}
