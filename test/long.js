// `npm run test:long`: the simulator and the killed server for hours. Ctrl-C ends it; what was done so far was printed.
// UPTALLY_SEEDS (of each of four lists), UPTALLY_COMMANDS, UPTALLY_CRASH_POINTS (of each story) and UPTALLY_KILLS set other
// sizes.
import { checkNode, prepare } from '../src/server/prepare.js'
import { runSteps } from './step.js'

const {
  UPTALLY_SEEDS: seeds,
  UPTALLY_COMMANDS: commands,
  UPTALLY_CRASH_POINTS: points,
  UPTALLY_KILLS: kills = '300',
} = process.env

const vitest = (name, args, env = {}) => ({
  name,
  command: ['vitest', 'run', ...args],
  env: { UPTALLY_TIER: 'long', UPTALLY_KILLS: kills, ...env },
  isStreamed: true,
})
const histories =
  seeds === undefined && commands === undefined
    ? '10,000 seeds of 400 commands, and 1,000 of 100 on Dexie'
    : `${seeds ?? 'all'} seeds of ${commands ?? 'as many'} commands in each of four lists`
// The runner of the step hears of it too, and ends; its counts are still said.
let isStopped = false
process.on('SIGINT', () => {
  isStopped = true
})

checkNode()
await prepare(console.log)
const total = { passed: 0, failed: 0 }
for (const step of [
  vitest(`Simulator: ${histories}`, ['--project', 'simulator']),
  vitest(
    `${points ?? 'All'} points of each of twelve stories at which a device, its disk or the server may stop`,
    ['--project', 'flow', 'test/flow/crash-points'],
    points === undefined ? {} : { UPTALLY_TIER: 'quick' },
  ),
  vitest(`A server killed ${kills} times`, [
    '--project',
    'unit',
    'test/server/process/process',
    '-t',
    'killed under load',
  ]),
]) {
  if (isStopped) break
  const { passed, failed } = await runSteps([step])
  total.passed += passed
  total.failed += failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed${isStopped ? ', stopped before the end' : ''}`)
process.exitCode = total.failed === 0 && !isStopped ? 0 : 1
