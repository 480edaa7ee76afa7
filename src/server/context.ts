// What the server stands on: everything that a test replaces is here.
import { randomBytes } from 'node:crypto'
import { ourVersions, type Versions } from '../domain/upcast.ts'
import type { Attempts } from './auth/attempts.ts'
import { createAttempts } from './auth/attempts.ts'
import type { Challenges } from './auth/challenges.ts'
import { createChallenges } from './auth/challenges.ts'
import type { Passwords } from './auth/password.ts'
import { createPasswords } from './auth/password.ts'
import type { Database } from './database/port.ts'
import type { Figures } from './figures/figures.ts'
import { createFigures } from './figures/figures.ts'
import type { Rates } from './http/rates.ts'
import { createRates } from './http/rates.ts'
import type { OidcSettings } from './oidc/settings.ts'
import { type ErasedList, erasedInMemory } from './privacy/erased-list.ts'
import type { Pokes } from './sync/pokes.ts'
import { createPokes } from './sync/pokes.ts'

export interface ServerOptions {
  readonly database: Database
  /** ms since the epoch; the machine's clock when not given. */
  readonly now?: () => number
  readonly random?: (size: number) => Uint8Array
  readonly passwords?: Passwords
  readonly pokes?: Pokes
  readonly figures?: Figures
  /** What was erased, out of the reach of backups; in memory when not given. */
  readonly erased?: ErasedList
  /** The address that people use, as `https://uptally.example.gov.uk`; when not given, the address of each request. */
  readonly origin?: string | undefined
  /** Believe X-Forwarded-For of the proxy in front. */
  readonly isProxyTrusted?: boolean
  /** Folder of the built pages; without it there is only the API. */
  readonly clientFolder?: string | undefined
  /** The password of the sample's accounts; when not given, a random one is made and shown. */
  readonly samplePassword?: string | undefined
  /** The identity provider; without it people sign in with passwords and passkeys. */
  readonly oidc?: OidcSettings | undefined
  /** Lines for the operator: ids and codes, never content. */
  readonly log?: (line: string) => void
  readonly heartbeatMs?: number
  /** For how long a device may open legal text without asking. */
  readonly leaseHours?: number
  readonly rates?: Rates
  /** Of ops that come. */
  readonly versions?: Versions
}

export type ServerContext = Required<Omit<ServerOptions, 'origin' | 'clientFolder' | 'samplePassword' | 'oidc'>> &
  Pick<ServerOptions, 'origin' | 'clientFolder' | 'samplePassword' | 'oidc'> & {
    readonly attempts: Attempts
    readonly challenges: Challenges
  }

export const defaultLeaseHours = 72

export const toConsole = (line: string): void => console.error(line)

export function contextOf(options: ServerOptions): ServerContext {
  const now = options.now ?? Date.now
  const pokes = options.pokes ?? createPokes()
  const log = options.log ?? toConsole
  return {
    random: randomBytes,
    passwords: createPasswords(),
    isProxyTrusted: false,
    heartbeatMs: 25_000,
    erased: erasedInMemory(),
    leaseHours: defaultLeaseHours,
    rates: createRates(now),
    versions: ourVersions,
    figures: options.figures ?? createFigures({ database: options.database, pokes, now, log }),
    ...options,
    now,
    pokes,
    log,
    attempts: createAttempts(now),
    challenges: createChallenges(now, options.random ?? randomBytes),
  }
}
