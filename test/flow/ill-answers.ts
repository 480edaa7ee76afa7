// What no answer may hold, whoever asked, and what it must look like.
import { type Abused, type Member, planted } from './abused-server.ts'
import type { RawAnswer } from './raw-request.ts'

const secretsFrom = (abused: Abused, { seat }: Member): (string | RegExp)[] => [
  ...(seat === 'legal' || seat === 'practice' ? [] : [planted.narrative]),
  // The sample's administrator works at the desk, too.
  ...(seat === 'ict' || seat === 'admin' ? [] : [planted.note]),
  ...[planted.file, '$argon2', 'SQLITE', 'node_modules', process.cwd(), abused.folder, /\n\s+at .+:\d+:\d+/],
  ...abused.members.flatMap(({ cookie }) => (cookie === '' ? [] : [cookie.split('=')[1] ?? ''])),
]

/** What is wrong with an answer, in words. */
export function faultsOf(abused: Abused, { status, head, body }: RawAnswer, who: Member): string[] {
  const text = `${head}\n${body}`
  const faults = secretsFrom(abused, who)
    .filter((secret) => (typeof secret === 'string' ? text.includes(secret) : secret.test(text)))
    .map((secret) => `leaks ${secret}`)
  if (status >= 500 && !(status === 503 && body.includes('"busy"'))) faults.push(`answers ${status}`)
  // What is no HTTP at all is refused before it comes to us, without a word.
  if (status >= 400 && body !== '' && !body.includes('"x":"sync1"')) faults.push(`says ${body.slice(0, 80)}`)
  return faults
}
