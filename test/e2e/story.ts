// What stories are written with: each gets a server of its own, and `page.goto('/')` goes there.
import { test as base } from '@playwright/test'
import type { RunningServer } from './server.ts'
import { startServer } from './server.ts'

interface StoryFixtures {
  readonly server: RunningServer
  /** Further words for the start command. */
  readonly serverArgs: readonly string[]
}

export const test = base.extend<StoryFixtures>({
  serverArgs: [[], { option: true }],
  server: async ({ serverArgs }, use) => {
    const server = await startServer(serverArgs)
    await use(server)
    await server.remove()
  },
  baseURL: async ({ server }, use) => {
    await use(server.origin)
  },
})

export const expect = test.expect
