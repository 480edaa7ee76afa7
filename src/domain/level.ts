// How bad an outage is.
export const levels = ['down', 'partial', 'degraded', 'at_risk'] as const
export type Level = (typeof levels)[number]

export const levelLabels: Readonly<Record<Level, string>> = {
  down: 'Down',
  partial: 'Partly down',
  degraded: 'Slow',
  at_risk: 'At risk',
}

/** Share of the service that is lost at each level unless the record says otherwise. */
export const defaultLoss: Readonly<Record<Level, number>> = { down: 1, partial: 0.3, degraded: 0.1, at_risk: 0 }
