// Lighthouse, as on a phone: of the sign-in page, and of the start page of somebody whose records are here but whose app
// has to come over the network.
import lighthouse from 'lighthouse'
import { newDevice, signIn } from './device.ts'
import { tell, times } from './measure.ts'

const runs = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const paints = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'] as const

export async function bench(origin: string): Promise<void> {
  const { page, debuggingPort, remove } = await newDevice(origin)
  try {
    const port = await debuggingPort()
    await tellPage('sign-in page', origin, port)
    await signIn(page)
    await page.goto('about:blank')
    await tellPage('start page', origin, port)
  } finally {
    await remove()
  }
}

async function tellPage(name: string, url: string, port: number): Promise<void> {
  const reports = await times(runs, () => reportOf(url, port))
  for (const category of categories) {
    tell(
      `${name}: ${category}`,
      reports.map((report) => 100 * (report.categories[category]?.score ?? 0)),
      'of 100',
    )
  }
  for (const paint of paints) {
    tell(
      `${name}: ${paint}`,
      reports.map((report) => report.audits[paint]?.numericValue ?? Number.NaN),
    )
  }
  for (const failing of failingAudits(reports)) console.log(`    ${failing}`)
}

type Report = Awaited<ReturnType<typeof reportOf>>

/** Before each run it clears the app's code from caches and service worker; cookies and records stay. */
async function reportOf(url: string, port: number) {
  const result = await lighthouse(url, { port, onlyCategories: [...categories], logLevel: 'error' })
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse gave up: ${result?.lhr.runtimeError?.message}`)
  return result.lhr
}

/** Of the worst run of each: what costs points. */
function failingAudits(reports: readonly Report[]): string[] {
  const found = new Set<string>()
  for (const { categories: scored, audits } of reports) {
    for (const { id: category, auditRefs } of Object.values(scored)) {
      for (const { id, weight } of auditRefs) {
        const { score, title, displayValue } = audits[id] ?? {}
        if (weight > 0 && typeof score === 'number' && score < 0.9)
          found.add(`${category}: ${title} ${displayValue ?? ''}`.trim())
      }
    }
  }
  return [...found]
}
