// `npm run check`: format, lint, types, unused code and unit tests, in two lanes for two cores. Half a minute at most.
import { fileURLToPath } from 'node:url'
import { checkNode, install } from '../src/server/prepare.js'
import { runSteps } from './step.js'

const typed = (name, project) => ({ name: `types: ${name}`, command: ['tsc', '-p', project] })

/** What can be told without running anything. */
export const staticSteps = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  typed('app', 'tsconfig.json'),
  typed('domain and metrics', 'src/domain/tsconfig.json'),
  typed('server', 'src/server/tsconfig.json'),
  typed('service worker', 'src/service-worker.tsconfig.json'),
  typed('tests', 'test/tsconfig.json'),
  { name: 'unused code', command: ['knip', '--no-progress'] },
]

const unitTests = { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit', '--project', 'views'] }

// npm test imports the list above.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode()
  install(console.log)
  const lanes = await Promise.all([runSteps([unitTests]), runSteps(staticSteps)])
  process.exitCode = lanes.some(({ failed }) => failed > 0) ? 1 : 0
}
