import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { Account } from '../../sync/account.ts'
import { people } from '../../sync/account.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { Asked } from './asked.tsx'
import { InviteForm } from './invite-form.tsx'
import { PersonDetail } from './person-detail.tsx'
import { grantWords } from './role-words.ts'

export function PeoplePage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="People" deed="invite people and give roles">
      <People />
    </AllowedOnly>
  )
}

function People(): JSX.Element {
  const { now } = useApp()
  const [answer, { refetch }] = createResource(people)
  const places = createLive(() => async (reads) => ({
    councils: await reads.all('council'),
    teams: await reads.all('team'),
  }))
  const councils = () => places()?.councils ?? []
  const teams = () => places()?.teams ?? []
  const [isInviting, setInviting] = createSignal(false)
  const [shownId, setShownId] = createSignal<string>()
  const known = () => {
    const latest = answer.latest
    return latest?.ok ? latest.people : []
  }
  const shown = () => known().find(({ id }) => id === shownId())
  const nameOf = (id: string) => [...councils(), ...teams()].find((place) => place.id === id)?.name
  const refresh = () => void refetch()
  const detail = (account: Account) => {
    const roles = account.grants.map((grant) => grantWords(grant, nameOf)).join(', ') || 'No roles'
    const until = account.invitedUntil ? ` Invited until ${formatInstant(account.invitedUntil, now())}.` : ''
    return `${account.email}. ${roles}.${account.hasSignedIn ? '' : until}`
  }
  return (
    <Page
      title="People"
      lead="Who may sign in, and what they may do. This list is at the server, so it needs a network."
      back={{ href: '/settings', label: 'Settings' }}
      actions={
        <Button icon="plus" onClick={() => setInviting(true)}>
          Invite somebody
        </Button>
      }
    >
      <Asked answer={answer.latest} what="The list of people" onRetry={refetch}>
        {(list) => (
          <Card flush>
            <RowList label="People">
              <For each={list().people}>
                {(account) => (
                  <Row
                    title={account.name}
                    detail={detail(account)}
                    aside={
                      <>
                        <Show when={stateOf(account)}>{(state) => <Badge>{state()}</Badge>}</Show>
                        <IconButton
                          icon="edit"
                          label={`Change ${account.name}`}
                          onClick={() => setShownId(account.id)}
                        />
                      </>
                    }
                  />
                )}
              </For>
            </RowList>
          </Card>
        )}
      </Asked>
      <Sheet open={isInviting()} title="Invite somebody" onClose={() => setInviting(false)}>
        <InviteForm councils={councils()} teams={teams()} onInvited={refresh} />
      </Sheet>
      <Sheet open={shown() !== undefined} title={shown()?.name ?? 'Person'} onClose={() => setShownId()}>
        <Show when={shown()}>
          {(account) => <PersonDetail account={account()} councils={councils()} teams={teams()} onChanged={refresh} />}
        </Show>
      </Sheet>
    </Page>
  )
}

function stateOf({ isDisabled, hasSignedIn }: Account): string | undefined {
  if (isDisabled) return 'May not sign in'
  return hasSignedIn ? undefined : 'Invited'
}
