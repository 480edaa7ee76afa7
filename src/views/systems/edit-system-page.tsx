// Adding a system, or changing one: the form for ICT and administrators, the way to what divisions rely on for managers.
import { useNavigate, useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import { localDateAt } from '../../domain/zone.ts'
import { systemEntry } from '../../store/systems.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { DependenciesEditor } from './dependencies-editor.tsx'
import { type KnownEntry, reportZone } from './known-entry.ts'
import { draftOfSystem, newSystem } from './system-draft.ts'
import { SystemForm } from './system-form.tsx'
import './systems.css'

export function EditSystemPage(): JSX.Element {
  const { now, newId } = useApp()
  const may = useMay()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const ownId = newId()
  const id = () => params.id ?? ownId
  const found = createLive(() => {
    const wanted = id()
    return async (reads) => ({ id: wanted, entry: await systemEntry(reads, wanted) })
  })
  const entry = createMemo(() => (found()?.id === id() ? found()?.entry : undefined))
  const known = createMemo((): KnownEntry | undefined => {
    const read = entry()
    return read?.system ? { ...read, system: read.system } : undefined
  })
  const mayKeep = () => may('ict') || may('admin')
  const isNew = () => params.id === undefined
  const back = () =>
    isNew()
      ? { href: '/systems', label: 'Systems' }
      : { href: `/systems/${id()}`, label: known()?.system.name ?? 'System' }
  const draft = () => {
    const system = known()?.system
    const hours = entry()?.calendars[0]?.id
    return system ? draftOfSystem(system) : newSystem(localDateAt(reportZone, now()), hours)
  }
  const isAllowed = () => (isNew() ? mayKeep() : mayKeep() || may('manager'))
  return (
    <Page title={isNew() ? 'Add a system' : `Edit ${known()?.system.name ?? 'system'}`} narrow back={back()}>
      <Show when={isAllowed()} fallback={<WhoMay />}>
        <Show when={entry()} fallback={<Skeleton shape="rows" count={6} />}>
          <Show when={isNew() || known()} fallback={<Gone />}>
            <Show
              when={mayKeep()}
              fallback={<p class="muted">ICT or an administrator changes the name and what is agreed.</p>}
            >
              <SystemForm
                id={id()}
                isNew={isNew()}
                before={draft()}
                calendars={entry()?.calendars ?? []}
                onDone={() => navigate(`/systems/${id()}`, { replace: isNew() })}
              />
            </Show>
            <Show when={known()}>
              {(read) => (
                <>
                  <Show when={mayKeep()}>
                    <DependenciesEditor entry={read()} />
                  </Show>
                  <Show
                    when={may('manager')}
                    fallback={<p class="muted">A manager says how far divisions rely on it.</p>}
                  >
                    <LinkButton href={`/impact/facts?system=${read().system.id}`}>
                      How far divisions rely on it
                    </LinkButton>
                  </Show>
                </>
              )}
            </Show>
          </Show>
        </Show>
      </Show>
    </Page>
  )
}

function WhoMay(): JSX.Element {
  return (
    <EmptyState
      title="Only ICT or an administrator can change a system"
      icon="lock"
      action={<LinkButton href="/systems">All systems</LinkButton>}
    >
      Managers keep how far divisions rely on it. Ask one of them if something here needs to change.
    </EmptyState>
  )
}

function Gone(): JSX.Element {
  return (
    <EmptyState
      title="This system is not here"
      icon="server"
      action={<LinkButton href="/systems">All systems</LinkButton>}
    >
      It was removed from the catalogue, or it has not reached this device yet.
    </EmptyState>
  )
}
