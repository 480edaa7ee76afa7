// Raising an incident: what is wrong, and for which council where there is more than one. Everything else can wait.
import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createResource, Show } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { newRaiseDraft, type RaiseDraft } from './raise-draft.ts'
import { RaiseForm } from './raise-form.tsx'
import { lastCouncil, type RaiseChoices, raiseChoices } from './raise-reads.ts'

const back = { href: '/incidents', label: 'Incidents' }

export function RaisePage(): JSX.Element {
  const { store } = useApp()
  const [params] = useSearchParams<{ follows?: string; system?: string; outage?: string }>()
  const [remembered] = createResource(async () => ({ councilId: await lastCouncil(store).catch(() => undefined) }))
  const choices = createLive(() => {
    const followsId = params.follows ?? ''
    return (reads) => raiseChoices(reads, store.access(), followsId)
  })
  const ready = () => {
    const [known, last] = [choices(), remembered()]
    return known && last ? { known, councilId: last.councilId } : undefined
  }
  const first = (known: RaiseChoices, last: string | undefined): RaiseDraft => {
    const { councils, followed, names } = known
    const likely = [followed?.councilId, councils.length === 1 ? councils[0]?.id : last]
    return newRaiseDraft({
      title: followed?.title ?? '',
      councilId: likely.find((id) => councils.some((council) => council.id === id)) ?? '',
      systemId: followed?.systemId ?? (names.systems.has(params.system ?? '') ? (params.system ?? null) : null),
      outageId: params.outage ?? null,
    })
  }
  // What was asked for by the address is another incident than the one that was being typed.
  const key = () => ['incident:new', params.follows, params.system, params.outage].filter(Boolean).join(':')
  return (
    <Show
      when={ready()}
      fallback={
        <Page title="Raise incident" narrow back={back}>
          <Skeleton shape="rows" count={3} />
        </Page>
      }
    >
      {(at) => (
        <Show
          when={at().known.councils.length > 0}
          fallback={
            <Page title="Raise incident" narrow back={back}>
              <EmptyState title="There is no council that you can raise an incident for" icon="ticket">
                An administrator sets up councils and gives you a role for yours.
              </EmptyState>
            </Page>
          }
        >
          <RaiseForm choices={at().known} first={first(at().known, at().councilId)} draftKey={key()} back={back} />
        </Show>
      )}
    </Show>
  )
}
