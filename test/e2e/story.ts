// What stories are written with: servers, and devices whose every breach of the content policy fails the story.
import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import type { RunningServer } from './server.ts'
import { startServer } from './server.ts'

export const samplePassword = 'sample-password-1'

interface StoryFixtures {
  /** A server of this story's own, over an empty database. */
  readonly server: RunningServer
  /** A new device: its own storage, nobody signed in. Hands back its first page, which has not gone anywhere yet. */
  readonly newDevice: (server: RunningServer, options?: BrowserContextOptions) => Promise<Page>
}

interface WorkerFixtures {
  /** The sample, shared by the stories of a worker: a story takes systems that no other story touches. */
  readonly sample: RunningServer
}

export const test = base.extend<StoryFixtures, WorkerFixtures>({
  server: async ({ browserName: _ }, use) => {
    const server = await startServer()
    await use(server)
    await server.remove()
  },
  sample: [
    async ({ browserName: _ }, use) => {
      const server = await startSample()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  newDevice: async ({ browser }, use) => {
    const faults: string[] = []
    const devices: { close(): Promise<void> }[] = []
    await use(async ({ origin }, options) => {
      const device = await browser.newContext({ baseURL: origin, ...options })
      devices.push(device)
      device.on('console', (message) => {
        if (message.type() === 'error' && isPolicyBreach(message.text())) faults.push(message.text())
      })
      device.on('weberror', (error) => faults.push(String(error.error().stack ?? error.error())))
      return device.newPage()
    })
    for (const device of devices) await device.close()
    expect(faults, 'no page breaks the content policy or throws').toEqual([])
  },
})

export const expect = test.expect

export const startSample = (script?: string): Promise<RunningServer> =>
  startServer({ args: ['--sample'], env: { UPTALLY_SAMPLE_PASSWORD: samplePassword }, ...(script ? { script } : {}) })

const isPolicyBreach = (text: string) => /content security policy|trusted ?types?|TrustedHTML|TrustedScript/i.test(text)
