import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { legalPeople, setWall, walls } from '../../sync/legal.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { Asked } from '../settings/asked.tsx'

/** Who is behind the wall: only the server knows, and those named change it. */
export function WallCard(props: { readonly matterId: string }): JSX.Element {
  const { session, tell } = useApp()
  const [answer, { refetch }] = createResource(() => props.matterId, walls)
  const [isAdding, setAdding] = createSignal(false)
  const sending = createSending(() => 'wall')
  const named = () => (answer.latest?.ok ? answer.latest.people : [])
  const set = async (ids: readonly string[], said: string) => {
    if (!(await sending.send(() => setWall(props.matterId, ids)))) return
    setAdding(false)
    tell(said)
    await refetch()
  }
  const ids = () => named().map(({ id }) => id)
  return (
    <Card
      title="Only named people"
      flush
      actions={
        <Show when={named().length > 0}>
          <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
            Name somebody
          </Button>
        </Show>
      }
    >
      <For each={sending.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <Asked answer={answer.latest} what="The list of those named" onRetry={refetch}>
        {(known) => (
          <RowList label="Named people">
            <For each={known().people}>
              {({ id, name }) => (
                <Row
                  title={name}
                  detail={id === session.userId ? 'You' : undefined}
                  aside={
                    <Show when={id !== session.userId}>
                      <IconButton
                        icon="cross"
                        label={`Take ${name} out`}
                        onClick={() =>
                          void set(
                            ids().filter((each) => each !== id),
                            `${name} no longer sees this matter.`,
                          )
                        }
                      />
                    </Show>
                  }
                />
              )}
            </For>
          </RowList>
        )}
      </Asked>
      <Sheet open={isAdding()} title="Name somebody" onClose={() => setAdding(false)}>
        <Show when={isAdding()}>
          <Others named={ids()} onChoose={(id, name) => void set([...ids(), id], `${name} now sees this matter.`)} />
        </Show>
      </Sheet>
    </Card>
  )
}

interface OthersProps {
  readonly named: readonly string[]
  readonly onChoose: (id: string, name: string) => void
}

function Others(props: OthersProps): JSX.Element {
  const [answer, { refetch }] = createResource(legalPeople)
  return (
    <Asked answer={answer.latest} what="The list of legal people" onRetry={refetch}>
      {(known) => (
        <TypeAheadList
          label="Who may see it too?"
          options={known()
            .people.filter(({ id }) => !props.named.includes(id))
            .map(({ id, name }) => ({ id, label: name }))}
          empty={() => 'Everybody with the role Legal is named already, or nobody of that name has it.'}
          onChoose={({ id, label }) => props.onChoose(id, label)}
        />
      )}
    </Asked>
  )
}
