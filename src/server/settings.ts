// What the operator may set, from the environment and the command line.
import { resolve } from 'node:path'
import type { Command } from './backup/commands.ts'
import { defaultLeaseHours } from './context.ts'
import { type OidcSettings, oidcSettingsOf } from './oidc/settings.ts'
import { Unusable } from './unusable.ts'

export interface Settings {
  readonly port: number
  /** Absolute. */
  readonly dataFolder: string
  readonly origin: string | undefined
  readonly isProxyTrusted: boolean
  readonly isSample: boolean
  readonly samplePassword: string | undefined
  /** For how long a device may open legal text without asking. */
  readonly leaseHours: number
  readonly oidc: OidcSettings | undefined
  /** To be done in place of serving. */
  readonly command: Command | undefined
}

export function settingsOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const command = commandOf(argv, env.INIT_CWD || '.')
  for (const argument of command ? [] : argv)
    if (argument !== '--sample')
      throw new Unusable(`Uptally does not know "${argument}". It knows --sample, verify, backup and restore.`)
  const samplePassword = env.UPTALLY_SAMPLE_PASSWORD || undefined
  if (samplePassword !== undefined && samplePassword.length < 12)
    throw new Unusable('UPTALLY_SAMPLE_PASSWORD must have at least 12 characters.')
  return {
    port: portOf(env.PORT || '8080'),
    dataFolder: resolve(env.UPTALLY_DATA || './data'),
    origin: originOf(env.UPTALLY_ORIGIN || undefined),
    isProxyTrusted: isOn('UPTALLY_TRUST_PROXY', env.UPTALLY_TRUST_PROXY),
    isSample: argv.includes('--sample'),
    samplePassword,
    leaseHours: hoursOf(env.UPTALLY_LEGAL_LEASE_HOURS || String(defaultLeaseHours)),
    oidc: oidcSettingsOf(env),
    command,
  }
}

/** Files are named from where the operator is, which npm leaves for the folder of the package. */
function commandOf([name, file, ...more]: readonly string[], from: string): Command | undefined {
  if (name !== 'verify' && name !== 'backup' && name !== 'restore') return undefined
  if (more.length > 0) throw new Unusable(`"${name}" takes one file; "${more[0]}" is one too many.`)
  if (name === 'verify') return { name, file: file === undefined ? undefined : resolve(from, file) }
  if (file === undefined) throw new Unusable(`"${name}" needs the name of a file: npm start -- ${name} copy.db`)
  return { name, file: resolve(from, file) }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Unusable(`PORT is "${text}"; it must be a number from 1 to 65535.`)
  return port
}

/** Up to a year; parts of an hour are for trying it out. */
function hoursOf(text: string): number {
  const hours = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || hours <= 0 || hours > 8784)
    throw new Unusable(`UPTALLY_LEGAL_LEASE_HOURS is "${text}"; it must be a number of hours, at most 8784.`)
  return hours
}

function originOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Unusable(`UPTALLY_ORIGIN is "${text}"; it must be an address such as https://uptally.example.gov.uk.`)
  return url.origin
}

function isOn(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '' || text === '0' || text === 'false') return false
  if (text === '1' || text === 'true') return true
  throw new Unusable(`${name} is "${text}"; it must be 1 or 0.`)
}
