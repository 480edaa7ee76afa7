import type { Page } from '@playwright/test'
import { expectInstalled, expectShared, person, reportOutage, signIn, syncButton, toast } from './steps.ts'
import { expect, startSample, test } from './story.ts'

test('Records that were damaged on the device do not stop the app, and come back from the server', async ({
  sample,
  newDevice,
}) => {
  const phone = await newDevice(sample)
  await signIn(phone, person.ict)
  const open = phone.getByRole('list', { name: 'Open outages' })
  await expect(open).toContainText('Telephony')
  await damageOutages(phone)
  for (const path of ['/outages', '/systems', '/availability', '/']) {
    await phone.goto(path)
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(phone.getByText('This page could not be shown')).toHaveCount(0)
  }
  await expect(open).toContainText('Telephony', { timeout: 15_000 })
  await expect(open).toContainText('Legal case system')
  await reportOutage(phone, 'Document store', 'Slow')
  await expectShared(phone)
})

test('While the server is dead recording goes on and the state is honest; once it is back everything is shared', async ({
  newDevice,
}) => {
  const server = await startSample()
  try {
    const phone = await newDevice(server)
    await signIn(phone, person.ict)
    await expectInstalled(phone)
    await server.kill()
    await reportOutage(phone, 'Websites')
    await expect(toast(phone)).toContainText('Saved on this phone.')
    await expect(syncButton(phone)).toHaveAccessibleName(/^1 change on this phone/)
    await syncButton(phone).tap()
    const sheet = phone.getByRole('dialog', { name: 'What is shared' })
    await sheet.getByRole('button', { name: 'Sync now' }).tap()
    await expect(sheet).toContainText('1 change not yet at the server.')
    await expect(sheet).toContainText(/at the last try/)
    await expect(sheet.getByRole('list', { name: 'Not yet at the server' })).toContainText('Outage reported')

    await server.start()
    await sheet.getByRole('button', { name: 'Sync now' }).tap()
    await expect(sheet).toContainText('Everything recorded here is at the server')
    const other = await newDevice(server)
    await signIn(other, person.manager)
    await expect(other.getByRole('list', { name: 'Open outages' })).toContainText('Websites')
  } finally {
    await server.remove()
  }
})

/** Every outage on the device, each in one of three ways; as a failing disk or another program might. */
const damageOutages = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const name = (await indexedDB.databases()).map((each) => each.name).find((each) => each?.startsWith('uptally-'))
    const database = await done(indexedDB.open(name ?? ''))
    const table = [...database.objectStoreNames].find((each) => /outage/i.test(each)) ?? ''
    const store = database.transaction(table, 'readwrite').objectStore(table)
    const ways = [
      { doc: null },
      { doc: { startAt: 'yesterday', endAt: {}, level: 7, councilIds: null } },
      { doc: {}, groups: null },
    ]
    const rows = await done(store.getAll())
    for (const [i, row] of rows.entries()) await done(store.put({ ...row, ...ways[i % ways.length] }))
    database.close()
  })
