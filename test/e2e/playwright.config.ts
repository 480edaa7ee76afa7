import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from '../chromium.js'

const executablePath = findChromium()

export default defineConfig({
  workers: 2,
  // A busy machine is not a fault of the product.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  // What passes only when tried again is listed as flaky: it is looked into, and does not hold everything up.
  retries: 2,
  forbidOnly: true,
  outputDir: '../../test-results',
  use: {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    actionTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
})
