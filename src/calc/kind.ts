/** A kind of calculation: the fields it takes and the function it calls. */
import { type Alternatives, type FieldTable, object, type Values } from './fields.ts'

/** From a case's input to its output; throws a Fault. */
export type Kind = (input: unknown) => unknown

export function kind<F extends FieldTable>(
  table: F,
  compute: (input: Values<F>) => unknown,
  alternatives: Alternatives<F> = [],
): Kind {
  const read = object(table, alternatives)
  return (input) => compute(read(input, '/input'))
}
