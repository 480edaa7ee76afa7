/** What is wrong with a case, as calc tells it. */

export type FaultCode =
  | 'not_json'
  | 'bad_file'
  | 'unknown_kind'
  | 'missing_field'
  | 'unknown_field'
  | 'wrong_type'
  | 'bad_value'
  | 'bad_calendar'
  | 'conflict'
  | 'too_large'
  | 'internal'

/** Thrown by readers, caught once for each case. `path` is a JSON Pointer into the case. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly path: string

  constructor(code: FaultCode, path: string, message: string) {
    super(message)
    this.code = code
    this.path = path
  }
}

/** One step further down a JSON Pointer. */
export function at(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
