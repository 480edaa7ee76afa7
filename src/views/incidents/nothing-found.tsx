import { type JSX, Show } from 'solid-js'
import { queryKeys } from '../../domain/incident-query.ts'
import { useMay } from '../app/app-context.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'

/** Nothing fits the search, or there is nothing yet. */
export function NothingFound(props: { readonly isDeskEmpty: boolean }): JSX.Element {
  const may = useMay()
  return (
    <Show
      when={props.isDeskEmpty}
      fallback={
        <EmptyState
          title="No incident fits this search"
          icon="search"
          action={
            <div class="cluster">
              <LinkButton href="/incidents">All open</LinkButton>
              <LinkButton href="/incidents?q=">Everything</LinkButton>
            </div>
          }
        >
          Words are looked for in reference, title, requester, system and category. Narrow by{' '}
          {queryKeys.map((key) => `${key}:`).join(' ')}
        </EmptyState>
      }
    >
      <EmptyState
        title="Incidents will stand here"
        icon="ticket"
        action={
          <div class="cluster">
            <LinkButton href="/incidents/new" kind="primary" icon="plus">
              Raise incident
            </LinkButton>
            <Show when={may('ict')}>
              <LinkButton href="/import/incidents" icon="import">
                Import a log
              </LinkButton>
            </Show>
          </div>
        }
      >
        What is raised for the councils that you may see, with its state and who works on it.
      </EmptyState>
    </Show>
  )
}
