// Firefox, driven over WebDriver BiDi.
import { setTimeout as sleep } from 'node:timers/promises'
import puppeteer from 'puppeteer-core'
import { findFirefox } from './find.js'
import type { Engine } from './tab.ts'

const CLOSE_MS = 10_000
const executablePath = findFirefox()

export const firefox: Engine = {
  name: 'Firefox',
  isHere: executablePath !== undefined,
  async open(folder) {
    if (!executablePath) throw new Error('Firefox is not here')
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      protocolTimeout: 40_000,
      userDataDir: `${folder}/profile`,
      extraPrefsFirefox: {
        'browser.download.dir': folder,
        'browser.download.folderList': 2,
        'browser.download.useDownloadDir': true,
      },
    })
    const page = await browser.newPage()
    await page.setViewport({ width: 390, height: 844 })
    return {
      goTo: async (address) => void (await page.goto(address, { waitUntil: 'domcontentloaded' })),
      reload: async () => void (await page.reload({ waitUntil: 'domcontentloaded' })),
      run: <T>(body: string, ...args: readonly unknown[]) =>
        page.evaluate(`(async function () { ${body} }).apply(null, ${JSON.stringify(args)})`) as Promise<T>,
      pressAt: (x, y) => page.mouse.click(x, y),
      type: (text) => page.keyboard.type(text),
      screenshot: async () => Buffer.from(await page.screenshot()),
      close: async () => {
        const isClosed = browser.close().then(
          () => true,
          () => false,
        )
        if (!(await Promise.race([isClosed, sleep(CLOSE_MS, false, { ref: false })])))
          browser.process()?.kill('SIGKILL')
      },
    }
  },
}
