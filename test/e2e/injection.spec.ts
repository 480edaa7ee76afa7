// A script that gets into a page runs no text, and sends nothing away; no other site can put our page in a frame.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext } from '@playwright/test'
import { type Attempted, attemptAll } from './attempts.ts'
import { expectShared, person, reportOutage, signIn } from './steps.ts'
import { expect, test as stories } from './story.ts'

interface Elsewhere {
  readonly away: string
  /** Paths that somebody asked for. */
  readonly asked: string[]
}

const test = stories.extend<{ readonly breached: BrowserContext; readonly elsewhere: Elsewhere }>({
  // Breaches the content policy on purpose.
  breached: async ({ browser, sample }, use) => {
    const context = await browser.newContext({ baseURL: sample.origin, viewport: { width: 1280, height: 900 } })
    await use(context)
    await context.close()
  },
  /** Another site; its page has ours in a frame. */
  elsewhere: async ({ sample }, use) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('content-type', 'text/html')
      response.end(`<h1>Elsewhere</h1><iframe src="${sample.origin}/"></iframe>`)
    }).listen(0)
    await once(server, 'listening')
    await use({ away: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked })
    server.close()
  },
})

/** Which directive answers for what, by the beginning of an attempt's name. */
const answers: readonly (readonly [start: string, directive: RegExp])[] = [
  ['markup', /^require-trusted-types-for$/],
  ['code', /^(require-trusted-types-for|script-src(-elem|-attr)?)$/],
  ['address of code: import', /^script-src-elem$/],
  ['address of code', /^require-trusted-types-for$/],
  ['policy', /^trusted-types$/],
  ['page: base', /^base-uri$/],
  ['page: style', /^style-src-(elem|attr)$/],
  ['away: form', /^form-action$/],
  ['away: (frame|ourselves)', /^frame-src$/],
  ['away: image', /^img-src$/],
  ['away: stylesheet', /^style-src-elem$/],
  ['away: object', /^(object-src|require-trusted-types-for)$/],
  ['away: video', /^media-src$/],
  ['away', /^connect-src$/],
]
const isAnswered = ({ name, stopped, ran }: Attempted) => {
  const [, directive] = answers.find(([start]) => new RegExp(`^${start}`).test(name)) ?? []
  return ran === null && directive !== undefined && stopped.some((each) => directive.test(each))
}

test('A script that got into a page makes nothing of text, reaches nobody, and the page works on', async ({
  breached,
  elsewhere: { away, asked },
}) => {
  const page = await breached.newPage()
  const heard: string[] = []
  page.on('dialog', (dialog) => dialog.dismiss())
  page.on('request', (request) => request.url().includes('smuggled') && heard.push(request.url()))
  // The page as the server answers it, with its policy, and one script more.
  await page.route('/', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('</head>', '<script src="/bad-library.js" defer></script></head>')
    await route.fulfill({ response: answer, body })
  })
  await page.route('/bad-library.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      // Begun by a timer of its own, not in what a driver calls: there a browser lets text run.
      body: `addEventListener('begin', () => setTimeout(() => (${attemptAll})('${away}')))`,
    }),
  )
  await signIn(page, person.ict)
  await page.evaluate(() => dispatchEvent(new Event('begin')))
  await page.waitForFunction(() => 'attempted' in window, undefined, { timeout: 120_000 })
  const attempted = await page.evaluate(() => (window as unknown as { attempted: Attempted[] }).attempted)
  expect(attempted.filter((each) => !isAnswered(each))).toEqual([])
  expect(attempted.length).toBeGreaterThan(35)
  expect([heard, asked]).toEqual([[], []])
  // A driver waits for ever for a page that was kept from going elsewhere: so this is done in the page.
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('nav a[href="/systems"]')?.click())
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Systems')
  await page.goto('/')
  await reportOutage(page, 'Payments')
  await expectShared(page)
})

test('Another site cannot put a page of ours in a frame', async ({ breached, elsewhere: { away } }) => {
  const page = await breached.newPage()
  await page.goto(away)
  await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible()
  await expect
    .poll(() => page.frames().map((frame) => new URL(frame.url()).protocol))
    .toEqual(['http:', 'chrome-error:'])
})
