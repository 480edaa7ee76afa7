// Brings a checkout to where it can run: packages from the lock file, and a build of the sources as they are now.
// Plain JavaScript on node: only, for it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const path = (...parts) => join(root, ...parts)
const MINUTE = 60_000

/** A failure that a person can act on: one sentence, and the tail of what the failing tool said. */
export class PrepareError extends Error {}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new PrepareError(`Uptally needs Node 20.19 or later; this is Node ${version}.`)
  }
}

const hashOf = (...texts) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex')
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`
  return { ok: done.status === 0, output, tail: output.trim().split('\n').slice(-15).join('\n') }
}

/** Installs from the lock file when node_modules is missing or was installed from another one. */
export function installIfStale(say) {
  const lock = hashOf(readFileSync(path('package-lock.json')))
  const mark = path('node_modules', '.uptally-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  say('Installing packages (about a minute)…')
  const installed = run('npm', ['ci', '--no-audit', '--no-fund'])
  if (!installed.ok) {
    const needsCompiler = /node-gyp|gyp ERR|not found: make|python/i.test(installed.output)
    const sentence = needsCompiler
      ? 'The database driver must be compiled here and could not be: install python3, make and g++, then start again.'
      : 'The packages could not be installed.'
    throw new PrepareError(`${sentence}\n${installed.tail}`)
  }
  writeFileSync(mark, lock)
}

function filesUnder(folder) {
  return readdirSync(path(folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => statSync(path(name)).isFile())
    .sort()
}

function sourceHash() {
  const files = ['package-lock.json', 'vite.config.ts', 'index.html', ...filesUnder('src'), ...filesUnder('public')]
  return hashOf(...files.flatMap((name) => [name, '\0', readFileSync(path(name))]))
}

/** Builds page and server when the last build was of other sources. Two starts at once build once. */
export async function buildIfStale(say) {
  const mark = path('dist', '.hash')
  const isFresh = (hash) => existsSync(mark) && readFileSync(mark, 'utf8') === hash
  if (isFresh(sourceHash())) return
  mkdirSync(path('dist'), { recursive: true })
  const unlock = await lock(path('dist', '.lock'), say)
  try {
    const hash = sourceHash()
    if (isFresh(hash)) return
    say('Building (about 20 seconds)…')
    rmSync(mark, { force: true })
    const vite = path('node_modules', 'vite', 'bin', 'vite.js')
    for (const args of [['build'], ['build', '--ssr', 'src/server/main.ts']]) {
      const built = run(process.execPath, [vite, ...args, '--logLevel', 'warn'])
      if (!built.ok) throw new PrepareError(`The build failed.\n${built.tail}`)
    }
    writeFileSync(mark, hash)
  } finally {
    unlock()
  }
}

/** A lock file with the holder's pid; one left behind by a process that is gone is taken over. */
async function lock(file, say) {
  const until = Date.now() + 5 * MINUTE
  for (let hasSaid = false; Date.now() < until; await sleep(250)) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isAlive(Number(readFileSync(file, 'utf8')))) rmSync(file, { force: true })
      else if (!hasSaid) say('Waiting for another start to finish building…')
      hasSaid = true
    }
  }
  throw new PrepareError(`Another build has held ${file} for five minutes. Remove that file if no build is running.`)
}

function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
