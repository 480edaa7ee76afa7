import { createSignal, For, type JSX } from 'solid-js'
import type { Grant, Role } from '../../domain/access.ts'
import { roles } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Select } from '../parts/form/select.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { grantWords, isForAllOnly, isForTeams, roleWords } from './role-words.ts'

interface GrantsEditorProps {
  readonly grants: readonly Grant[]
  readonly councils: readonly Recorded<'council'>[]
  readonly teams: readonly Recorded<'team'>[]
  readonly onChange: (grants: readonly Grant[]) => void
}

const all = 'all'

/** Roles in words, each for one council, one legal team, or all. */
export function GrantsEditor(props: GrantsEditorProps): JSX.Element {
  const [role, setRole] = createSignal<Role>('staff')
  const [on, setOn] = createSignal<string>(all)
  const nameOf = (id: string) => [...props.councils, ...props.teams].find((place) => place.id === id)?.name
  const offered = () => (isForTeams(role()) ? props.teams : props.councils)
  /** What was chosen for another role may be no place of this one. */
  const place = () => (isForAllOnly(role()) || !offered().some(({ id }) => id === on()) ? all : on())
  const add = () => {
    const grant = { role: role(), on: place() === all ? null : place() }
    const isHeld = props.grants.some((held) => held.role === grant.role && held.on === grant.on)
    if (!isHeld) props.onChange([...props.grants, grant])
  }
  const remove = (grant: Grant) => props.onChange(props.grants.filter((held) => held !== grant))
  const places = () => [
    { value: all, label: isForTeams(role()) ? 'All legal teams' : 'All councils' },
    ...offered().map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <fieldset class="stack">
      <legend>Roles</legend>
      <RowList label="Roles">
        <For
          each={props.grants}
          fallback={<Row title={<span class="muted">No roles, so nothing is shown to them</span>} />}
        >
          {(grant) => (
            <Row
              title={grantWords(grant, nameOf)}
              detail={roleWords[grant.role].detail}
              aside={
                <IconButton
                  icon="cross"
                  label={`Take away ${grantWords(grant, nameOf)}`}
                  onClick={() => remove(grant)}
                />
              }
            />
          )}
        </For>
      </RowList>
      <Select
        label="Role"
        value={role()}
        hint={roleWords[role()].detail}
        options={roles.map((value) => ({ value, label: roleWords[value].label }))}
        onChange={setRole}
      />
      <Select label="For" value={place()} options={places()} onChange={setOn} disabled={isForAllOnly(role())} />
      <div>
        <Button icon="plus" onClick={add}>
          Give this role
        </Button>
      </div>
    </fieldset>
  )
}
