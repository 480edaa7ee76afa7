import { createSignal, For, type JSX } from 'solid-js'
import { Button } from '../control/button.tsx'
import { Icon } from '../control/icon.tsx'
import { IconButton } from '../control/icon-button.tsx'
import { type IconName, iconPaths } from '../control/icon-paths.ts'
import { LinkButton } from '../control/link-button.tsx'
import { Card } from '../show/card.tsx'

const kinds = ['primary', 'secondary', 'quiet', 'danger'] as const

export function ControlGallery(): JSX.Element {
  const [isStarred, setStarred] = createSignal(true)
  return (
    <>
      <Card title="Buttons">
        <div class="stack">
          <For each={kinds}>
            {(kind) => (
              <div class="cluster">
                <Button kind={kind}>Save</Button>
                <Button kind={kind} icon="plus">
                  Add one
                </Button>
                <Button kind={kind} busy>
                  Saving
                </Button>
                <Button kind={kind} disabled>
                  Not now
                </Button>
                <LinkButton kind={kind} href="/parts">
                  Go there
                </LinkButton>
              </div>
            )}
          </For>
          <div class="cluster">
            <IconButton icon="star" label="Star" pressed={isStarred()} onClick={() => setStarred(!isStarred())} />
            <IconButton icon="edit" label="Edit" />
            <IconButton icon="bin" label="Remove" disabled />
          </div>
          <Button kind="primary" wide>
            As wide as its place
          </Button>
        </div>
      </Card>
      <Card title="Icons">
        <ul class="cluster">
          <For each={Object.keys(iconPaths) as IconName[]}>
            {(name) => (
              <li class="cluster small">
                <Icon name={name} size={24} />
                {name}
              </li>
            )}
          </For>
        </ul>
      </Card>
    </>
  )
}
