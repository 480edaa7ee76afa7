import { type JSX, Show } from 'solid-js'
import { useMay } from '../app/app-context.ts'
import { DeskPage } from './desk-page.tsx'
import { RaisedPage } from './raised-page.tsx'

/** The desk's list for those who read a desk; for all others what they raised. */
export function IncidentsPage(): JSX.Element {
  const may = useMay()
  return (
    <Show when={may('ict') || may('manager') || may('client_officer')} fallback={<RaisedPage />}>
      <DeskPage />
    </Show>
  )
}
