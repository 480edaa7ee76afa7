// The page's address: period, council, system and view, so that a figure can be sent as a link.
import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import type { PeriodChoice } from './period-choice.ts'
import { periodParams, readPeriod } from './period-choice.ts'

const zone = zoneOf(DEFAULT_ZONE)
const names = ['period', 'on', 'from', 'to', 'council', 'system', 'view'] as const
type Params = Record<(typeof names)[number], string>

export function useAddress() {
  const { now } = useApp()
  const [params, setParams] = useSearchParams<Params>()
  const today = createMemo(() => localDateAt(zone, now()))
  const choice = createMemo(() => readPeriod(params, today()), undefined, {
    equals: (a, b) => a?.kind === b?.kind && a?.period.from === b?.period.from && a?.period.to === b?.period.to,
  })
  /** The same page with something else; undefined takes out. */
  const hrefWith = (changes: Partial<Record<keyof Params, string | undefined>>): string => {
    const wanted = { ...Object.fromEntries(names.map((name) => [name, params[name]])), ...changes }
    const given = names.flatMap((name) => (wanted[name] ? [[name, wanted[name]]] : [])) as [string, string][]
    return given.length > 0 ? `/availability?${new URLSearchParams(given)}` : '/availability'
  }
  return {
    today,
    choice,
    councilId: () => params.council ?? null,
    systemId: () => params.system,
    isTable: () => params.view === 'table',
    choosePeriod: (chosen: PeriodChoice) => setParams(periodParams(chosen), { replace: true }),
    chooseCouncil: (id: string | null) => setParams({ council: id ?? undefined }, { replace: true }),
    chooseView: (isTable: boolean) => setParams({ view: isTable ? 'table' : undefined }, { replace: true }),
    hrefWith,
  }
}
export type Address = ReturnType<typeof useAddress>
