// `npm test`: everything, from a fresh clone on. Ends with the line "N passed, M failed".
import { checkNode, install, PrepareError, prepare } from '../src/server/prepare.js'
import { staticSteps } from './check.js'
import { findOrInstallChromium } from './chromium.js'
import { findOrInstall, otherEngines } from './e2e/engines/find.js'
import { runSteps } from './step.js'

const suite = (name, projects, { filters = [], env = {} } = {}) => ({
  name,
  command: ['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...filters],
  env,
  isStreamed: true,
})

const suites = [
  suite('Unit tests', ['unit', 'views']),
  suite('Laws', ['laws']),
  suite('Flows: devices and the real server', ['flow']),
  // Fresh seeds are for the long run: what they find is mended there and kept as a fixed seed.
  suite('Simulator: histories from fixed seeds, and fewer on Dexie', ['simulator'], {
    filters: ['test/flow/simulator.test.ts', 'test/flow/simulator-fixed'],
  }),
  suite('Dates and figures, on a device in Auckland', ['unit'], {
    filters: ['test/domain', 'test/metrics', 'test/calc'],
    env: { UPTALLY_TEST_ZONE: 'Pacific/Auckland' },
  }),
]
const size = suite('Size of the page', ['size'])
const stories = {
  name: 'Stories in a browser',
  command: ['playwright', 'test', '--config', 'test/e2e'],
  isStreamed: true,
}

const total = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  total.passed += passed
  total.failed += failed
}

try {
  checkNode()
  install(console.log)
  add(await runSteps([...staticSteps, ...suites]))
  await prepare(console.log)
  add(await runSteps([size]))
  if (!findOrInstallChromium(console.log)) {
    throw new PrepareError('The stories need Chromium: install it, or name one in UPTALLY_CHROMIUM, then run again.')
  }
  const missing = otherEngines.filter((engine) => !findOrInstall(engine, console.log))
  const names = missing.map(({ name }) => name).join(', ')
  if (names && process.env.UPTALLY_ALL_ENGINES) throw new PrepareError(`Could not be installed: ${names}.`)
  add(await runSteps([stories]))
  for (const { name, packages } of missing)
    console.log(`The stories in ${name} were skipped: it is not here (${packages.join(', ')}).`)
} catch (error) {
  console.error(error instanceof PrepareError ? error.message : error)
  add({ passed: 0, failed: 1 })
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
