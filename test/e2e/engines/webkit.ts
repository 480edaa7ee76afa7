// WebKitGTK's browser for tests, driven over WebDriver, on a screen of its own that nobody sees.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../server.ts'
import { findWebKit } from './find.js'
import type { Engine } from './tab.ts'

const ANSWER_MS = 40_000
const CLOSE_MS = 5000
const START_MS = 20_000
const found = findWebKit()

export const webkit: Engine = {
  name: 'WebKitGTK',
  isHere: found !== undefined,
  async open(folder) {
    if (!found) throw new Error('WebKitGTK is not here')
    const running: ChildProcess[] = []
    const end = () => {
      for (const each of running) endGroup(each)
      process.off('exit', end)
    }
    process.on('exit', end)
    try {
      // In groups of their own: what they start ends with them.
      const screen = spawn(found.screen, ['-displayfd', '3', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        detached: true,
      })
      running.push(screen)
      const display = await displayOf(screen)
      const port = await freePort()
      running.push(
        spawn(found.driver, [`--port=${port}`], { env: home(folder, display), stdio: 'ignore', detached: true }),
      )
      const ask = await startSession(`http://127.0.0.1:${port}`, found.browser)
      await ask('POST', '/window/rect', { width: 390, height: 844 })
      return {
        goTo: (url) => ask('POST', '/url', { url }),
        reload: () => ask('POST', '/refresh', {}),
        run: async <T>(body: string, ...args: readonly unknown[]) => {
          const { value, fault } = await ask<{ value: T; fault?: string }>('POST', '/execute/async', {
            script: answering(body),
            args,
          })
          if (fault !== undefined) throw new Error(fault)
          return value
        },
        pressAt: (x, y) => ask('POST', '/actions', { actions: [pressed(x, y)] }),
        type: (text) => ask('POST', '/actions', { actions: [typed(text)] }),
        screenshot: async () => Buffer.from(await ask<string>('GET', '/screenshot'), 'base64'),
        close: async () => {
          await ask('DELETE', '', undefined, CLOSE_MS).catch(() => {})
          end()
        },
      }
    } catch (error) {
      end()
      throw error
    }
  },
}

/** All it keeps and saves lies in `folder`. Without its sandbox: a container gives it none. */
const home = (folder: string, display: string) => ({
  ...process.env,
  DISPLAY: display,
  HOME: folder,
  XDG_CONFIG_HOME: `${folder}/config`,
  XDG_CACHE_HOME: `${folder}/cache`,
  XDG_DATA_HOME: `${folder}/data`,
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
})

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** The screen says its number once it is ready. */
async function displayOf(screen: ChildProcess): Promise<string> {
  const number = screen.stdio[3]
  if (!number) throw new Error('the screen cannot say its number')
  const [said] = await once(number, 'data', { signal: AbortSignal.timeout(START_MS) })
  return `:${String(said).trim()}`
}

type Ask = <T = void>(method: string, path: string, body?: unknown, withinMs?: number) => Promise<T>

async function startSession(address: string, binary: string): Promise<Ask> {
  const call = async <T>(method: string, path: string, body: unknown, withinMs = ANSWER_MS): Promise<T> => {
    const response = await fetch(address + path, {
      method,
      signal: AbortSignal.timeout(withinMs),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
    return value
  }
  // Over HTTPS the page's `no-store` keeps it out of this cache; the stories go over HTTP, where WebKit does not heed that.
  const args = ['--automation', '--enable-page-cache=false']
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } }
  for (const until = Date.now() + START_MS; ; await sleep(200)) {
    try {
      const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities })
      return (method, path, body, withinMs) => call(method, `/session/${sessionId}${path}`, body, withinMs)
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}

const answering = (body: string) => `
  const answer = arguments[arguments.length - 1]
  const given = [...arguments].slice(0, -1)
  ;(async function () { ${body} }).apply(null, given).then(
    (value) => answer({ value: value ?? null }),
    (error) => answer({ value: null, fault: String(error) }),
  )`

const pressed = (x: number, y: number) => ({
  type: 'pointer',
  id: 'pointer',
  actions: [
    { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
})

const typed = (text: string) => ({
  type: 'key',
  id: 'keys',
  actions: [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
})
