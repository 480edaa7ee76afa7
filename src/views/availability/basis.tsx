import type { JSX } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { AvailabilityReport } from '../../metrics/availability-report.ts'
import { useApp } from '../app/app-context.ts'
import { useCouncils } from './councils.ts'
import { periodName } from './period-choice.ts'

type Asked = Pick<AvailabilityReport, 'period' | 'councilId' | 'asAt'>

/** What all the figures of the page have in common, in a line. */
export function Basis(props: { readonly report: Asked }): JSX.Element {
  const { now } = useApp()
  const councils = useCouncils()
  const whose = () =>
    props.report.councilId === null
      ? 'the whole partnership'
      : (councils()?.find((council) => council.id === props.report.councilId)?.name ?? 'one council')
  return (
    <>
      {periodName(props.report.period)}, {whose()}. In agreed hours, weighted by how much was lost; as at{' '}
      {formatInstant(props.report.asAt, now())}.
    </>
  )
}
