// The built server as a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Inside node_modules, so that the bundle finds the packages that it leaves out. */
const usualDir = join(import.meta.dirname, '../../../node_modules/.uptally-test-server')

export async function buildServer(outDir = usualDir): Promise<void> {
  await build({ logLevel: 'error', build: { ssr: 'src/server/main.ts', outDir, emptyOutDir: true } })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export interface Running {
  readonly origin: string
  readonly pid: number
  /** All that it has said so far, both streams. */
  said(): string
  signal(name: NodeJS.Signals): void
  /** Its exit code, null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Waits until it is ready, or has ended. */
export async function run(dataFolder: string, port: number, args: string[] = [], outDir = usualDir): Promise<Running> {
  const main = JSON.stringify(pathToFileURL(join(outDir, 'main.js')).href)
  const script = `import(${main}).then(({ main }) => main(${JSON.stringify(args)}, process.env))`
  const env = { ...process.env, PORT: String(port), UPTALLY_DATA: dataFolder, UPTALLY_ORIGIN: '' }
  const child = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (/is ready at/.test(said)) resolve()
      })
  })
  await Promise.race([ready, ended])
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    said: () => said,
    signal: (name) => void child.kill(name),
    ended,
  }
}
