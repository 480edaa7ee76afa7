/** One case in, its answer out; and a whole file of them. */
import { Fault, type FaultCode } from './fault.ts'
import { kinds } from './kinds.ts'

export interface Trouble {
  readonly code: FaultCode
  readonly message: string
  readonly path: string
}

export interface Answer {
  readonly id?: string | number
  readonly kind?: string
  readonly output?: unknown
  readonly error?: Trouble
}

/** `isGood` is false for a fault of the file, or of a case that stands alone; a batch may hold bad cases. */
export interface FileAnswer {
  readonly document: Answer | { readonly results: readonly Answer[] }
  readonly isGood: boolean
}

export function answerFile(file: unknown): FileAnswer {
  if (isObject(file) && Object.hasOwn(file, 'cases')) {
    if (!Array.isArray(file.cases)) return badFile('"cases" must be a list of cases.')
    return { document: { results: file.cases.map(answerCase) }, isGood: true }
  }
  if (!isObject(file) || !Object.hasOwn(file, 'kind'))
    return badFile('This is neither a case with "kind" and "input" nor a file with "cases".')
  const document = answerCase(file)
  return { document, isGood: document.error === undefined }
}

export function answerCase(given: unknown): Answer {
  if (!isObject(given)) return { error: { code: 'bad_file', message: 'A case must be an object.', path: '' } }
  const { id, kind } = given
  const head = {
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
  }
  try {
    return { ...head, output: compute(kind, given.input) }
  } catch (thrown) {
    return { ...head, error: troubleOf(thrown) }
  }
}

function compute(kind: unknown, input: unknown): unknown {
  if (kind === undefined || kind === null) throw new Fault('missing_field', '/kind', 'A case must name its kind.')
  if (typeof kind !== 'string') throw new Fault('wrong_type', '/kind', 'The kind must be text.')
  const answer = kinds.get(kind)
  if (!answer) throw new Fault('unknown_kind', '/kind', 'There is no calculation of this kind.')
  return answer(input)
}

function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof Fault) return { code: thrown.code, message: thrown.message, path: thrown.path }
  return { code: 'internal', message: 'Something unforeseen went wrong in this calculation.', path: '' }
}

function badFile(message: string): FileAnswer {
  return { document: { error: { code: 'bad_file', message, path: '' } }, isGood: false }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
