// Where the engines other than Chromium are on this machine, and how they come to it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The path of a Firefox, or undefined when there is none. */
export const findFirefox = () =>
  [process.env.UPTALLY_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path))

/** Finds Firefox, or installs it where that needs no question: as root on Debian. */
export function findOrInstallFirefox(say) {
  const found = findFirefox()
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  say('Installing Firefox…')
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'firefox-esr'],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  return findFirefox()
}
