// The real server for a story: built if need be, on a port of its own, over a data folder of its own.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../src/server/start.js', import.meta.url))
const START_MS = 120_000
const STOP_MS = 10_000

export interface RunningServer {
  readonly origin: string
  /** Everything printed so far; over an empty database the one-time set-up code is in it. */
  output(): string
  /** As an operator stops it. The data stays for `start`, which fills in no sample again. */
  stop(): Promise<void>
  /** As a power cut stops it. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

export interface ServerOptions {
  /** As after `npm start --`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The script to run, in place of what `npm start` runs. */
  readonly script?: string
}

/** Resolves when the server answers and, if a sample is asked for, holds it. */
export async function startServer({
  args = [],
  env: more,
  script = launcher,
}: ServerOptions = {}): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'uptally-story-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = { ...process.env, PORT: String(port), UPTALLY_DATA: data, ...more }
  let output = ''
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const isFirst = child === undefined
    const starting = spawn(process.execPath, [script, ...(isFirst ? args : [])], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = starting
    const before = output.length
    for (const stream of [starting.stdout, starting.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    const until = Date.now() + START_MS
    while (!(output.slice(before).includes('Uptally is ready') && (await isHealthy(origin)))) {
      if (hasEnded(starting)) throw new Error(`The server ended while it started:\n${output}`)
      if (Date.now() > until) throw new Error(`The server did not answer in two minutes:\n${output}`)
      await sleep(100)
    }
  }

  async function stop(): Promise<void> {
    if (!child || hasEnded(child)) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const isLate = await Promise.race([ended.then(() => false), sleep(STOP_MS, true, { ref: false })])
    if (!isLate) return
    child.kill('SIGKILL')
    throw new Error(`The server did not end within ten seconds of SIGTERM:\n${output}`)
  }

  async function kill(): Promise<void> {
    if (!child || hasEnded(child)) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  const remove = async (): Promise<void> => {
    await stop().finally(() => rm(data, { recursive: true, force: true }))
  }

  await start()
  return { origin, output: () => output, stop, kill, start, remove }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function isHealthy(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health`)).ok
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
