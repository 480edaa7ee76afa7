// `npm run defects`: plants each defect of list.ts, one at a time, in a copy of the tree, and says which test saw it.
// `npm run defects -- cursor` only those whose names have the word in them. What was stopped goes on where it was, as long
// as sources and tests are the same.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from '../../src/server/prepare.js'

const copied = ['src', 'test', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts', '.gitignore']
/** So many may go unseen. */
const allowedMisses = 1
/** Whoever needs longer to notice has not noticed. */
const limitMs = Number(process.env.UPTALLY_DEFECT_SECONDS ?? 300) * 1000

const folder = mkdtempSync(join(tmpdir(), 'uptally-defects-'))
let child
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    isStopped = true
    child?.kill()
  })

/** Resolves to what failed first, of these tests; undefined when all passed. */
function firstFailure(tests, timeMs) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const files = tests.map((name) => `test/${name}.test.ts`)
  const output = ['--bail=1', '--reporter=json', `--outputFile=${report}`]
  return new Promise((resolve, reject) => {
    child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files, ...output], {
      cwd: folder,
      // A defect that matters is met at many points.
      env: { ...process.env, UPTALLY_CRASH_POINTS: '4', UPTALLY_SEEDS: '20' },
      stdio: 'ignore',
      timeout: timeMs,
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal) resolve({ isLate: true })
      else resolve(code === 0 ? undefined : { name: nameIn(report) })
    })
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
  throw new Error('The tests ended early and do not say why.')
}

/** Tries one file of tests after another, until one notices. */
async function plant({ file, text, becomes, tests }, known) {
  const path = join(folder, 'src', file)
  const source = readFileSync(path, 'utf8')
  if (source.split(text).length !== 2) throw new Error(`${file} has another text now: bring the list up to date`)
  let isLate = false
  for (const test of tests) {
    await checkControl([test], known)
    if (isStopped) return {}
    writeFileSync(
      path,
      source.replace(text, () => becomes),
    )
    const seen = await firstFailure([test], limitMs).finally(() => writeFileSync(path, source))
    if (isStopped) return {}
    if (seen?.name) return { by: seen.name }
    isLate ||= seen !== undefined
  }
  return { note: isLate ? `nobody in ${limitMs / 1000} s` : '' }
}

/** Of all that is copied: what was found holds for these alone. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of copied) {
    const path = join(folder, name)
    const below = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : ['']
    for (const file of below.map((each) => join(path, each)))
      if (statSync(file).isFile()) hash.update(file.slice(folder.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

/** What was found before, by name, and how more is added to it. */
function openNotes() {
  const path = join(tmpdir(), `uptally-defects-${fingerprint()}.json`)
  let notes = {}
  try {
    notes = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Nothing was found yet.
  }
  return {
    notes,
    add: (name, found) => {
      notes[name] = found
      writeFileSync(path, JSON.stringify(notes))
    },
  }
}

/** What is to notice something must pass while there is nothing: looked at once for each file of tests. */
async function checkControl(all, { notes, add }) {
  const tests = all.filter((name) => !notes[`without: ${name}`])
  if (tests.length === 0) return
  const startedAt = Date.now()
  const failed = await firstFailure(tests, limitMs * tests.length)
  if (isStopped) return
  if (failed) throw new Error(`Without a defect, this fails already: ${failed.name ?? `${tests} take too long`}`)
  for (const name of tests) add(`without: ${name}`, true)
  console.log(`Without a defect ${tests.join(', ')} pass, ${seconds(startedAt)} s`)
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(0)

async function plantAll(defects, known) {
  const { notes, add } = known
  for (const [i, defect] of defects.entries()) {
    const startedAt = Date.now()
    const isKnown = notes[defect.name] !== undefined
    const found = notes[defect.name] ?? (await plant(defect, known))
    if (isStopped) return
    if (!isKnown) add(defect.name, found)
    const verdict = found.by ? `caught by ${found.by}` : `NOT CAUGHT${found.note ? `: ${found.note}` : ''}`
    const took = isKnown ? 'known' : `${seconds(startedAt)} s`
    console.log(`${i + 1} of ${defects.length}, ${took}, ${defect.file}: ${defect.name}\n   ${verdict}`)
  }
}

try {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
  // Some tests ask git which files there are.
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
  ])
    execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
  const all = openNotes()
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { module } = await runnerImport(join(root, 'test/defects/list.ts'))
  const words = process.argv.slice(2)
  const defects = module.defects.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const first = new Set(defects.filter(({ name }) => !all.notes[name]).flatMap(({ tests }) => tests.slice(0, 1)))
  await checkControl([...first], all)
  if (!isStopped) await plantAll(defects, all)
  const caught = defects.filter(({ name }) => all.notes[name]?.by)
  console.log(isStopped ? '\nStopped: run it again to go on.' : `\n${caught.length} of ${defects.length} caught`)
  process.exitCode = isStopped || defects.length - caught.length > allowedMisses ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
