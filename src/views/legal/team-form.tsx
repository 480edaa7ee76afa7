import { createSignal, For, type JSX, Show } from 'solid-js'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { optionsOf } from '../matters/matter-words.ts'
import { Button } from '../parts/control/button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving, type Saving } from '../settings/saving.ts'
import type { Practice } from './practice-reads.ts'
import { dayError } from './read-typed.ts'
import { newPolicy, type PolicyDraft, readTeamDraft, roundingLabels, type TeamDraft } from './team-draft.ts'

interface TeamFormProps {
  readonly id: string
  readonly before: TeamDraft
  readonly all: Practice
  readonly today: string
  readonly onDone: () => void
}

const roundingOptions = optionsOf(roundingLabels)

export function TeamForm(props: TeamFormProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [draft, setDraft] = createSignal(props.before)
  const saving = createSaving(() => 'team-name')
  const patch = (changes: Partial<TeamDraft>) => setDraft({ ...draft(), ...changes })
  const add = () => {
    const { policies } = draft()
    const key = 1 + Math.max(...policies.map((policy) => policy.key))
    patch({ policies: [...policies, newPolicy(key, props.today, policies.at(-1))] })
  }
  const save = async () => {
    const read = readTeamDraft(draft())
    if (!read.ok) return saving.fail(read.errors)
    const args = { id: props.id, doc: read.team }
    if (await saving.save(saves.team, args, `${read.team.name} saved on this device.`)) props.onDone()
  }
  return (
    <SaveForm label="Team" saving={saving} onSave={save}>
      <Field
        id="team-name"
        label="Name"
        value={draft().name}
        maxLength={120}
        error={saving.errorOf('team-name')}
        onInput={(name) => patch({ name })}
      />
      <Select
        id="team-division"
        label="Division"
        hint="Its people, hours and outages are the team’s"
        value={draft().divisionId}
        options={[...props.all.divisions.values()].map(({ id, name }) => ({ value: id, label: name }))}
        error={saving.errorOf('team-division')}
        onChange={(divisionId) => patch({ divisionId })}
      />
      <h3>How time becomes units</h3>
      <For each={draft().policies.map(({ key }) => key)}>
        {(key) => (
          <Show when={draft().policies.find((policy) => policy.key === key)}>
            {(policy) => (
              <PolicyFields
                policy={policy()}
                saving={saving}
                onInput={(changed) =>
                  patch({ policies: draft().policies.map((each) => (each.key === key ? changed : each)) })
                }
                onRemove={
                  draft().policies.length > 1
                    ? () => patch({ policies: draft().policies.filter((each) => each.key !== key) })
                    : undefined
                }
              />
            )}
          </Show>
        )}
      </For>
      <div>
        <Button icon="plus" onClick={add}>
          Another from a later day
        </Button>
      </div>
    </SaveForm>
  )
}

interface PolicyFieldsProps {
  readonly policy: PolicyDraft
  readonly saving: Saving
  readonly onInput: (changed: PolicyDraft) => void
  readonly onRemove: (() => void) | undefined
}

function PolicyFields(props: PolicyFieldsProps): JSX.Element {
  const id = () => `policy-${props.policy.key}`
  const put = (changes: Partial<PolicyDraft>) => props.onInput({ ...props.policy, ...changes })
  return (
    <div class="edited-block">
      <DateTimeField
        id={`${id()}-from`}
        label="From"
        hint="Entries saved before keep their units"
        value={props.policy.from}
        onInput={(from) => put({ from })}
        {...dayError(props.saving.errors(), `${id()}-from`)}
      />
      <Field
        id={`${id()}-minutes`}
        label="Minutes of a unit"
        type="number"
        width="short"
        value={props.policy.unitMinutes}
        error={props.saving.errorOf(`${id()}-minutes`)}
        onInput={(unitMinutes) => put({ unitMinutes })}
      />
      <Select
        label="Rounded"
        width="medium"
        value={props.policy.rounding}
        options={roundingOptions}
        onChange={(rounding) => put({ rounding })}
      />
      <Field
        id={`${id()}-minimum`}
        label="Fewest units of an entry"
        type="number"
        width="short"
        value={props.policy.minimumUnits}
        error={props.saving.errorOf(`${id()}-minimum`)}
        onInput={(minimumUnits) => put({ minimumUnits })}
      />
      <Show when={props.onRemove}>
        {(remove) => (
          <div>
            <Button kind="quiet" icon="bin" onClick={() => remove()()}>
              Remove
            </Button>
          </div>
        )}
      </Show>
    </div>
  )
}
