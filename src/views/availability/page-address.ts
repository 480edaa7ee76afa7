// The page's address: period, council and what else was chosen, so that a figure can be sent as a link.
import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import type { PeriodChoice, PeriodKind } from './period-choice.ts'
import { periodParams, readPeriod } from './period-choice.ts'

const zone = zoneOf(DEFAULT_ZONE)
const names = ['period', 'on', 'from', 'to', 'council', 'system', 'view', 'without', 'shares'] as const
type Params = Record<(typeof names)[number], string>

/** Of the page at `path`; without a period in it, the kind `first` around today. */
export function useAddress(path = '/availability', first: Exclude<PeriodKind, 'custom'> = 'month') {
  const { now } = useApp()
  const [params, setParams] = useSearchParams<Params>()
  const today = createMemo(() => localDateAt(zone, now()))
  const choice = createMemo(() => readPeriod(params, today(), first), undefined, {
    equals: (a, b) => a?.kind === b?.kind && a?.period.from === b?.period.from && a?.period.to === b?.period.to,
  })
  /** The same page with something else, or another page about the same; undefined takes out. */
  const hrefWith = (changes: Partial<Record<keyof Params, string | undefined>>, to = path): string => {
    const wanted = { ...Object.fromEntries(names.map((name) => [name, params[name]])), ...changes }
    const given = names.flatMap((name) => (wanted[name] ? [[name, wanted[name]]] : [])) as [string, string][]
    return given.length > 0 ? `${to}?${new URLSearchParams(given)}` : to
  }
  return {
    today,
    choice,
    councilId: () => params.council ?? null,
    systemId: () => params.system,
    isTable: () => params.view === 'table',
    without: () => params.without,
    shares: () => params.shares,
    choosePeriod: (chosen: PeriodChoice) => setParams(periodParams(chosen), { replace: true }),
    chooseCouncil: (id: string | null) => setParams({ council: id ?? undefined }, { replace: true }),
    tryOut: (changed: Partial<Record<'without' | 'shares', string | undefined>>) =>
      setParams({ without: changed.without, shares: changed.shares }),
    chooseView: (isTable: boolean) => setParams({ view: isTable ? 'table' : undefined }, { replace: true }),
    hrefWith,
  }
}
export type Address = ReturnType<typeof useAddress>
