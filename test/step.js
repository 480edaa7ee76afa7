// One step of a run: a command, timed and told in a line; its output shown while it runs, or only when it fails.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../src/server/prepare.js'

/** How a suite is told to leave its counts in a file, and how they are read from it. */
const suites = {
  vitest: {
    args: (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    counts: (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
  },
  playwright: {
    args: () => ['--reporter=list,json'],
    counts: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
}

/** Resolves to {passed, failed}: the tests of a suite, or the step itself counted as one. */
export async function runStep({ name, command: [tool, ...args], env = {}, isStreamed = false }) {
  const suite = suites[tool]
  const folder = mkdtempSync(join(tmpdir(), 'uptally-step-'))
  const report = join(folder, 'report.json')
  const startedAt = Date.now()
  if (isStreamed) console.log(`\n${name}`)
  const { isGood, output } = await run(tool, [...args, ...(suite?.args(report) ?? [])], isStreamed, {
    ...process.env,
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const { passed, failed } = suite ? readCounts(report, suite.counts) : { passed: isGood ? 1 : 0, failed: 0 }
  rmSync(folder, { recursive: true, force: true })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name}, ${seconds} s${suite ? `: ${passed} passed, ${failed} failed` : ''}`)
  if (!isGood && !isStreamed) console.log(output.trim())
  // A suite that ends badly without a failed test (a file that does not load, a crash) has failed all the same.
  return { passed, failed: isGood ? failed : Math.max(failed, 1) }
}

/** One after the other; resolves to the sums. */
export async function runSteps(steps) {
  const sum = { passed: 0, failed: 0 }
  for (const step of steps) {
    const { passed, failed } = await runStep(step)
    sum.passed += passed
    sum.failed += failed
  }
  return sum
}

function run(tool, args, isStreamed, env) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
      cwd: root,
      env,
      stdio: isStreamed ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ isGood: false, output: error.message }))
    child.on('close', (code) => resolve({ isGood: code === 0, output }))
  })
}

function readCounts(report, counts) {
  try {
    return counts(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}
