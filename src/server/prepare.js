// Brings a checkout to where it can run: packages from the lock file, and a build of the sources as they are now.
// Plain JavaScript on node: only, for it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeLock } from './start-lock.js'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const path = (...parts) => join(root, ...parts)
const BUILD_INPUTS = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'index.html']

/** A failure that a person can act on: the ends of what the failing tool said, then one sentence. */
export class PrepareError extends Error {}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new PrepareError(`Uptally needs Node 20.19 or later; this is Node ${version}.`)
  }
}

/** Installs what is missing and builds what is stale, once, however many starts ask for it at the same time. */
export async function prepare(say) {
  checkNode()
  if (isInstalled() && isBuilt()) return
  mkdirSync(path('dist'), { recursive: true })
  const unlock = await takeLock(path('dist', '.lock'), () => say('Waiting for another start to finish building…'))
  if (!unlock) throw new PrepareError('Another start has been building for ten minutes. Stop it, then start again.')
  try {
    install(say)
    build(say)
  } finally {
    unlock()
  }
}

/** Installs from the lock file unless exactly that is installed. */
export function install(say) {
  if (isInstalled()) return
  say('Installing packages (about a minute)…')
  const installed = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (!installed.ok) throw new PrepareError(`${ends(installed.output)}\n\n${installFailure(installed.output)}`)
}

// npm writes the second file last, so a broken install does not look like a whole one.
function isInstalled() {
  const inside = path('node_modules', '.package-lock.json')
  if (!existsSync(inside)) return false
  const [wanted, present] = [path('package-lock.json'), inside].map((file) => JSON.parse(readFileSync(file)).packages)
  return Object.entries(wanted).every(
    ([name, { optional, version }]) => name === '' || optional || present[name]?.version === version,
  )
}

function installFailure(output) {
  if (!/gyp ERR|prebuild-install/.test(output)) return 'The packages could not be installed.'
  const missing = ['python3', 'make', 'g++'].filter((tool) => !isOnPath(tool))
  return missing.length > 0
    ? `The database driver must be compiled on this machine: install ${missing.join(', ')}, then start again.`
    : 'The database driver could not be compiled on this machine.'
}

const isOnPath = (tool) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)))

// The same build whoever asks, a test among them.
const buildEnv = { ...process.env, NODE_ENV: 'production', VITEST: '' }

function build(say) {
  if (isBuilt()) return
  say('Building (about 20 seconds)…')
  const hash = sourceHash()
  rmSync(path('dist', '.hash'), { force: true })
  const vite = path('node_modules', 'vite', 'bin', 'vite.js')
  for (const what of [[], ['--ssr', 'src/server/main.ts']]) {
    const built = run(process.execPath, [vite, 'build', ...what, '--logLevel', 'warn'], buildEnv)
    if (!built.ok) throw new PrepareError(`${ends(built.output)}\n\nThe build failed.`)
  }
  writeFileSync(path('dist', '.hash'), hash)
}

function isBuilt() {
  const mark = path('dist', '.hash')
  return existsSync(mark) && readFileSync(mark, 'utf8') === sourceHash()
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const name of [...BUILD_INPUTS, ...filesUnder('src'), ...filesUnder('public')]) {
    hash.update(`${name}\0`).update(readFileSync(path(name)))
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(path(folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => statSync(path(name)).isFile())
    .sort()
}

function run(command, args, env = process.env) {
  const shell = process.platform === 'win32' && command === 'npm'
  const done = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell })
  return { ok: done.status === 0, output: [done.error?.message, done.stdout, done.stderr].filter(Boolean).join('\n') }
}

// What went wrong stands at the beginning or at the end of what a tool says.
function ends(output) {
  const lines = output.trim().split('\n')
  return (lines.length > 24 ? [...lines.slice(0, 8), '…', ...lines.slice(-15)] : lines).join('\n')
}
