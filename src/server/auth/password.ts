// Passwords at rest: argon2id. Checking one of an unknown person takes as long as any other.
import { hash, verify } from '@node-rs/argon2'

export interface Passwords {
  hash(password: string): Promise<string>
  /** `stored` is null for a person who is unknown or has no password: the answer is then no, after the same time. */
  matches(stored: string | null, password: string): Promise<boolean>
}

export interface PasswordCost {
  readonly memoryKib: number
  readonly passes: number
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const usualCost: PasswordCost = { memoryKib: 19 * 1024, passes: 2 }
/** More at once only wait; beyond that the server says that it is busy. */
const atOnce = 32

/** Thrown when too many passwords are being checked already. */
export class TooBusy extends Error {}

export function createPasswords(cost: PasswordCost = usualCost): Passwords {
  const options = {
    // argon2id; the library's const enum has no value at run time.
    algorithm: 2,
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: 1,
  }
  const nobodys = hash('nobody has this password', options)
  let running = 0
  const bounded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) throw new TooBusy()
    running++
    try {
      return await work()
    } finally {
      running--
    }
  }
  return {
    hash: (password) => bounded(() => hash(password, options)),
    matches: (stored, password) =>
      bounded(async () => (await verify(stored ?? (await nobodys), password)) && stored !== null),
  }
}
