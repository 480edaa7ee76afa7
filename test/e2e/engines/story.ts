// What the engines' stories are written with: devices that are ended whatever happens, and shown as they were if a story fails.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningServer } from '../server.ts'
import { samplePassword, startSample, test as story } from '../story.ts'
import { fill, press, shared } from './hands.ts'
import type { Engine, Tab } from './tab.ts'

interface Device extends Tab {
  /** Where it keeps what it saves. */
  readonly folder: string
}

interface Given {
  readonly open: (engine: Engine) => Promise<Device>
}

export const test = story.extend<Given, { readonly sample: RunningServer }>({
  // Of their own: these stories stop it, and change what others count on.
  sample: [
    async ({ browserName: _ }, use) => {
      const server = await startSample()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  open: async ({ browserName: _ }, use, info) => {
    const devices: Device[] = []
    await use(async (engine) => {
      const folder = await mkdtemp(join(tmpdir(), 'uptally-engine-'))
      const device = { ...(await engine.open(folder)), folder }
      devices.push(device)
      return device
    })
    for (const [at, device] of devices.entries()) {
      if (info.status !== info.expectedStatus) {
        const body = await device.screenshot().catch(() => undefined)
        if (body) await info.attach(`device ${at + 1}`, { body, contentType: 'image/png' })
      }
      await device.close()
      await rm(device.folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

export const expect = test.expect

/** Signs in and waits until the device holds what the server has, and the app with the pages of this person's work. */
export async function signIn(tab: Tab, origin: string, email: string): Promise<void> {
  await tab.goTo(origin)
  await fill(tab, 'E-mail', email)
  await fill(tab, 'Password', samplePassword)
  await press(tab, 'button', 'Sign in')
  await shared(tab)
  await tab.run(`
    const { active } = await navigator.serviceWorker.ready
    if (active.state !== 'activated')
      await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }))
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      active.postMessage({ type: 'KEEP_PACKS', packs: [] }, [port2])
    })`)
}
