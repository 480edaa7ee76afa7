// The import page to try: in the app's context, with the import's thread over the same store beside it.
import { webcrypto } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { type HereSource, logHere, namesHere } from '../../../src/intake/here-log.ts'
import type { LogMessage, LogReply } from '../../../src/intake/incident-ask.ts'
import { makeLogThread } from '../../../src/intake/log-thread.ts'
import { inParts } from '../../../src/store/follow.ts'
import { workedOnIds } from '../../../src/store/imported.ts'
import type { Store } from '../../../src/store/store.ts'
import { ImportIncidentsPage } from '../../../src/views/import/incident-import-page.tsx'
import { Notices } from '../../../src/views/parts/notice/notices.tsx'
import { find } from '../parts/render.ts'
import { showIn, type Told } from '../time/trial-app.tsx'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}
globalThis.scrollTo = () => {}

const sourceOf = (store: Store): HereSource => ({
  all: store.reads.all,
  ids: store.reads.ids,
  getDeleted: store.reads.getDeleted,
  eachPart: (take) => inParts(store, 'incident', 100, take),
  workedOn: () => workedOnIds(store),
})

/** What the page takes for the import's thread. */
function threadOver(store: Store) {
  const source = sourceOf(store)
  const answer = makeLogThread({
    digest: async (bytes) => new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes)),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    namesHere: () => namesHere(source),
    logHere: () => logHere(source),
  })
  const cancels = new Map<number, AbortController>()
  const thread = {
    onmessage: null as ((event: { readonly data: LogReply }) => void) | null,
    terminate: () => {
      thread.onmessage = null
    },
    postMessage(message: LogMessage) {
      const { id } = message
      if ('isCancelled' in message) return cancels.get(id)?.abort()
      const cancel = new AbortController()
      cancels.set(id, cancel)
      const reply = (data: LogReply) => thread.onmessage?.({ data })
      answer(message.log, cancel.signal, (progress) => reply({ id, progress })).then(
        (said) => reply({ id, answer: said }),
        (error) => reply({ id, failure: String(error) }),
      )
    },
  }
  return thread
}

/** Shows the page; the browser's threads are this one's until the test ends. */
export function showImport(store: Store): Told[] {
  const had = globalThis.Worker
  globalThis.Worker = class {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: the page makes a worker of its own by `new`.
      return threadOver(store)
    }
  } as unknown as typeof Worker
  onTestFinished(() => {
    globalThis.Worker = had
  })
  const page = () => (
    <Notices>
      <ImportIncidentsPage />
    </Notices>
  )
  return showIn(store, page, '/import/incidents')
}

/** As by the browser's own dialogue. */
export function chooseFile(file: File): void {
  const input = find<HTMLInputElement>('#log-file')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Another answer in the list of choices that the label names. */
export function choose(label: string, option: string): void {
  const labels = [...document.querySelectorAll('label')]
  const id = labels.find((each) => each.textContent?.trim() === label)?.htmlFor
  const select = id === undefined ? null : document.getElementById(id)
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no list of choices is called ${label}`)
  const found = [...select.options].find((each) => each.textContent?.trim() === option)
  if (!found) throw new Error(`${label} has no choice ${option}`)
  select.value = found.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
