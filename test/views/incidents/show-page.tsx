// A page of one incident to try: in the app's context, with the desk's thread over the same store.
import type { Component } from 'solid-js'
import { onTestFinished } from 'vitest'
import type { Follow } from '../../../src/domain/incident.ts'
import type { Row } from '../../../src/domain/record.ts'
import { applyStep, openScopes } from '../../../src/store/apply.ts'
import type { Store } from '../../../src/store/store.ts'
import { Notices } from '../../../src/views/parts/notice/notices.tsx'
import { sourceOf, threadOver } from '../../desk/trial-desk.ts'
import { clock, newId, personId } from '../../store/trial-store.ts'
import { showIn, type Told } from '../time/trial-app.tsx'
import { councilId } from './made.ts'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}
globalThis.scrollTo = () => {}
Element.prototype.scrollIntoView ??= () => {}

/** Shows the page at the address; the browser's threads are this one's until the test ends. */
export function showPage(store: Store, Page: Component, address: string): Told[] {
  const had = globalThis.Worker
  globalThis.Worker = class {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: the page makes a worker of its own by `new`.
      return threadOver(sourceOf(store))
    }
  } as unknown as typeof Worker
  onTestFinished(() => {
    globalThis.Worker = had
  })
  const page = () => (
    <Notices>
      <Page />
    </Notices>
  )
  return showIn(store, page, address)
}

/** As the server writes it for whoever asked, at the version. */
export async function follow(store: Store, incidentId: string, patch: Partial<Follow>, ver = 1): Promise<void> {
  const scope = `user:${personId}`
  const doc: Follow = {
    ...{ personId, incidentId, councilId, title: 'The printer jams', text: '', number: '' },
    ...{ systemId: null, systemName: 'Printing', raisedAt: clock.now - 7_200_000, state: 'new', stateAt: clock.now },
    ...{ priority: 3, resolution: '', replies: [] },
    ...patch,
  }
  const mark = { v: ver, at: clock.now, by: 'server', client: 'server', mid: 1 }
  const row: Row = { k: 'follow', id: newId(), s: scope, ver, del: false, doc, groups: { edge: mark, shown: mark } }
  await openScopes(store, [scope])
  await applyStep(store, { scope, rows: [row], from: ver - 1, to: ver, isAnew: false })
}
