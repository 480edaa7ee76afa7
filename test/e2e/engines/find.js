// Where the engines other than Chromium are on this machine, and how they come to it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

/** The path of a Firefox, or undefined when there is none. */
export const findFirefox = () =>
  [process.env.UPTALLY_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path))

/** WebKitGTK's driver, its browser for tests and a screen that nobody sees, or undefined when one of them is missing. */
export function findWebKit() {
  const [driver, screen] = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb']
  const browser = readdirSync('/usr/lib')
    .flatMap((machine) => ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((api) => `/usr/lib/${machine}/${api}/MiniBrowser`))
    .find(existsSync)
  return browser && [driver, screen].every(existsSync) ? { driver, screen, browser } : undefined
}

export const otherEngines = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', find: findWebKit, packages: ['webkit2gtk-driver', 'libgl1-mesa-dri', 'xvfb'] },
]

/** Whether it is here, or can be installed where that needs no question: as root on Debian. */
export function findOrInstall({ name, find, packages }, say) {
  if (find()) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`Installing ${name}…`)
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  return find() !== undefined
}
