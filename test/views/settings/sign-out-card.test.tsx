// Signing out while something is not at the server: what would be lost is named before anything is.
import { expect, test } from 'vitest'
import { type SyncStatus, unknownStatus } from '../../../src/sync/status.ts'
import { SignOutCard } from '../../../src/views/settings/sign-out-card.tsx'
import { openTrialStore } from '../../store/trial-store.ts'
import { button, find } from '../parts/render.ts'
import { showIn, soon, text } from '../time/trial-app.tsx'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}

async function askToSignOut(status: Partial<SyncStatus>): Promise<void> {
  const store = await openTrialStore()
  showIn(store, SignOutCard, '/settings', { syncStatus: () => ({ ...unknownStatus, ...status }) })
  button('Sign out').click()
  await soon(() => expect(text()).toContain('not at the server'))
}

test('files that were not sent are counted, and a saved file is said not to hold them', async () => {
  await askToSignOut({ filesWaiting: 3, waitingCount: 2 })
  expect(text()).toContain('2 changes could not be sent')
  expect(text()).toContain('3 photos or files could not be sent and would be lost: a saved file does not hold them.')
  expect(find('form[aria-label="Save them to a sealed file"]')).toBeDefined()
  expect(button('Sign out without them')).toBeDefined()
})

test('where files alone were not sent, no saved file is offered', async () => {
  await askToSignOut({ filesWaiting: 1 })
  expect(text()).toContain('1 file not at the server')
  expect(text()).toContain('1 photo or file could not be sent and would be lost')
  expect(document.querySelector('form')).toBeNull()
  expect(button('Sign out without them')).toBeDefined()
})
