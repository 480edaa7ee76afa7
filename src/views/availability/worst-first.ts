import type { SystemFigures } from '../../metrics/availability-report.ts'

/** By availability in agreed hours; systems without a figure last; then by name. */
export function worstFirst(systems: readonly SystemFigures[]): SystemFigures[] {
  const order = ({ agreed }: SystemFigures) => agreed.availabilityPercent ?? 101
  return [...systems].sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'en-GB'))
}
