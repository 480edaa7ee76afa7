/** The worked cases that this repository keeps, and what is wrong with an answer to one. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../../src/calc/answer.ts'
import { differences, type Tolerance } from './compare.ts'

export interface WorkedCase {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly input?: unknown
  readonly expected?: unknown
  readonly expected_error?: { readonly code: string; readonly path: string }
  readonly tolerance?: Tolerance
}

const folder = fileURLToPath(new URL('../fixtures/calc/', import.meta.url))

export const caseFiles: readonly string[] = readdirSync(folder).map((name) => folder + name)

export function casesOf(file: string): WorkedCase[] {
  return JSON.parse(readFileSync(file, 'utf8')).cases
}

export function faultsOf(answer: Answer, worked: WorkedCase): string[] {
  if (!worked.expected_error) {
    if (answer.error) return [`an error: ${JSON.stringify(answer.error)}`]
    return differences(answer.output, worked.expected, worked.tolerance)
  }
  const { code, path, message = '' } = answer.error ?? {}
  const isExplained = message.length > 0 && !/\bat .*:\d+/.test(message)
  return [
    ...differences({ code, path }, worked.expected_error),
    ...(isExplained ? [] : ['there is no sentence for a person']),
  ]
}
