// `npm run test:long`: the simulator and the killed server for hours. Ctrl-C ends it; what was done so far was printed.
import { checkNode, prepare } from '../src/server/prepare.js'
import { runSteps } from './step.js'

const vitest = (name, ...args) => ({
  name,
  command: ['vitest', 'run', ...args],
  env: { UPTALLY_TIER: 'long', UPTALLY_KILLS: '300' },
  isStreamed: true,
})
// The runner of the step hears of it too, and ends; its counts are still said.
let isStopped = false
process.on('SIGINT', () => {
  isStopped = true
})

checkNode()
await prepare(console.log)
const total = { passed: 0, failed: 0 }
for (const step of [
  vitest('Simulator: 10,000 seeds of 400 commands, and 1,000 of 100 on Dexie', '--project', 'simulator'),
  vitest(
    'Every point of twelve stories at which a device, its disk or the server may stop',
    '--project',
    'flow',
    'test/flow/crash-points',
  ),
  vitest('A server killed 300 times', '--project', 'unit', 'test/server/process/process', '-t', 'killed under load'),
]) {
  if (isStopped) break
  const { passed, failed } = await runSteps([step])
  total.passed += passed
  total.failed += failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed${isStopped ? ', stopped before the end' : ''}`)
process.exitCode = total.failed === 0 && !isStopped ? 0 : 1
