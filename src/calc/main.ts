/** The calc command without its runtime: bytes of a file in, one JSON document and the exit status out. */
import { answerFile } from './answer.ts'
import type { FaultCode } from './fault.ts'

export const MAX_BYTES = 20_000_000

export interface Run {
  readonly output: string
  readonly exitCode: 0 | 2
}

/** `bytes` is null when the file could not be read. */
export function run(bytes: Uint8Array | null): Run {
  if (!bytes) return refused('not_json', 'The file is missing or cannot be read.')
  if (bytes.length > MAX_BYTES) return refused('too_large', 'The file is larger than 20 MB.')
  let file: unknown
  try {
    file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused('not_json', 'The file is not JSON.')
  }
  const { document, isGood } = answerFile(file)
  return { output: JSON.stringify(document), exitCode: isGood ? 0 : 2 }
}

function refused(code: FaultCode, message: string): Run {
  return { output: JSON.stringify({ error: { code, message, path: '' } }), exitCode: 2 }
}
