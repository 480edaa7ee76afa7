// `npm run defects`: plants each defect of list.ts, one at a time, in a copy of the tree, and says which test saw it.
// `npm run defects -- cursor` only those whose names have the word in them.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from '../../src/server/prepare.js'

/** The quick tests of sync: none of them needs a build, a browser or a process of its own. */
const quickTests = [
  ...['test/domain/merge', 'test/laws/merge', 'test/sync/', 'test/store/', 'test/server/sync/'],
  ...['test/flow/faults', 'test/flow/two-devices', 'test/flow/concurrent', 'test/flow/simulator'],
]
const copied = ['src', 'test', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts', '.gitignore']
/** So many may go unseen. */
const allowedMisses = 1

const folder = mkdtempSync(join(tmpdir(), 'uptally-defects-'))
let child
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    isStopped = true
    child?.kill()
  })

/** Resolves to the name of the first test that failed; undefined when all passed. */
function firstFailure() {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const output = ['--bail=1', '--reporter=json', `--outputFile=${report}`]
  return new Promise((resolve, reject) => {
    child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...quickTests, ...output], {
      cwd: folder,
      env: { ...process.env, UPTALLY_SEEDS: process.env.UPTALLY_SEEDS ?? '20' },
      stdio: 'ignore',
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? undefined : nameIn(report)))
  })
}

function nameIn(report) {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  for (const { name, assertionResults, message } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    const file = name.slice(name.indexOf('test/'))
    if (failed) return `${file}: ${failed.title}`
    if (message) return `${file}: ${message.split('\n')[0]}`
  }
  return 'a run that ended early'
}

async function plant({ file, text, becomes }) {
  const path = join(folder, 'src', file)
  const source = readFileSync(path, 'utf8')
  if (source.split(text).length !== 2) return 'its text is not found once: bring the list up to date'
  writeFileSync(
    path,
    source.replace(text, () => becomes),
  )
  try {
    return await firstFailure()
  } finally {
    writeFileSync(path, source)
  }
}

/** Resolves to how many were not caught. */
async function plantAll(defects) {
  let missed = 0
  for (const [i, defect] of defects.entries()) {
    const startedAt = Date.now()
    const seen = await plant(defect)
    if (isStopped) break
    if (seen === undefined) missed++
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
    const verdict = seen === undefined ? 'NOT CAUGHT' : `caught by ${seen}`
    console.log(`${i + 1} of ${defects.length}, ${seconds} s, ${defect.file}: ${defect.name}\n   ${verdict}`)
  }
  return missed
}

try {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
  // Some tests ask git which files there are.
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
  ])
    execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { module } = await runnerImport(join(root, 'test/defects/list.ts'))
  const words = process.argv.slice(2)
  const defects = module.defects.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const before = await firstFailure()
  if (before !== undefined) throw new Error(`Without a defect, this fails already: ${before}`)
  const missed = await plantAll(defects)
  console.log(isStopped ? '\nStopped.' : `\n${defects.length - missed} of ${defects.length} caught`)
  process.exitCode = isStopped || missed > allowedMisses ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
