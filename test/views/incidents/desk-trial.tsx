// The incidents page to try: in the app's context, with the desk's thread over a source beside it.
import { onTestFinished } from 'vitest'
import type { DeskSource } from '../../../src/desk/follow-desk.ts'
import type { Store } from '../../../src/store/store.ts'
import { IncidentsPage } from '../../../src/views/incidents/incidents-page.tsx'
import { Notices } from '../../../src/views/parts/notice/notices.tsx'
import { threadOver } from '../../desk/trial-desk.ts'
import { showIn, type Told } from '../time/trial-app.tsx'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}
globalThis.scrollTo = () => {}

/** Shows the page at the address; the browser's threads are this one's until the test ends. */
export function showIncidents(store: Store, source: DeskSource, address = '/incidents'): Told[] {
  const had = globalThis.Worker
  globalThis.Worker = class {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: the page makes a worker of its own by `new`.
      return threadOver(source)
    }
  } as unknown as typeof Worker
  onTestFinished(() => {
    globalThis.Worker = had
  })
  const page = () => (
    <Notices>
      <IncidentsPage />
    </Notices>
  )
  return showIn(store, page, address)
}

export const rowsShown = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.incident-list__row')]
export const titles = (): string[] =>
  rowsShown().map((row) => row.querySelector('.incident-text__title')?.textContent ?? '')

/** As when the page was scrolled so that so much of the list lies above. */
export function scrollList(above: number): void {
  const list = document.querySelector('.incident-list')
  if (!list) throw new Error('there is no list')
  list.getBoundingClientRect = () => ({ top: -above }) as DOMRect
  dispatchEvent(new Event('scroll'))
}
