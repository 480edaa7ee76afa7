import { type JSX, lazy, Show } from 'solid-js'
import { useMay } from '../app/app-context.ts'
import { RaisedPage } from './raised-page.tsx'

/** Only those who read a desk keep its pages on their device. */
const DeskPage = lazy(async () => ({ default: (await import('./desk-page.tsx')).DeskPage }))

/** The desk's list for those who read a desk; for all others what they raised. */
export function IncidentsPage(): JSX.Element {
  const may = useMay()
  return (
    <Show when={may('ict') || may('manager') || may('client_officer')} fallback={<RaisedPage />}>
      <DeskPage />
    </Show>
  )
}
