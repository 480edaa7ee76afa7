import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import { matterTypes } from '../../domain/legal-words.ts'
import type { Retention } from '../../domain/retention.ts'
import { type Counts, planRetention, retention, setRetention } from '../../sync/audit.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { matterTypeLabels } from '../matters/matter-words.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { GroupShell } from '../parts/form/group-shell.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { Asked } from './asked.tsx'
import { GoingList } from './going-list.tsx'
import { draftOfRetention, readRetentionDraft, yearsId } from './retention-draft.ts'

export function RetentionCard(): JSX.Element {
  const [answer, { refetch }] = createResource(retention)
  return (
    <Card title="How long words are kept">
      <Asked answer={answer.latest} what="How long words are kept" onRetry={refetch}>
        {(known) => <RetentionForm retention={known().retention} ran={known().ran} />}
      </Asked>
    </Card>
  )
}

function RetentionForm(props: { readonly retention: Retention; readonly ran: string | null }): JSX.Element {
  const { tell } = useApp()
  const [draft, setDraft] = createSignal(draftOfRetention(props.retention))
  const [counts, setCounts] = createSignal<Counts>()
  const [wanted, setWanted] = createSignal<Retention>()
  const sending = createSending(() => 'keep-incident')
  const input = (change: Partial<ReturnType<typeof draft>>) => {
    setCounts()
    setDraft({ ...draft(), ...change })
  }
  const plan = async (): Promise<Retention | undefined> => {
    const read = readRetentionDraft(draft())
    sending.fail(read.ok ? [] : read.errors)
    if (!read.ok) return undefined
    const planned = await sending.send(() => planRetention(read.retention))
    setCounts(planned?.counts)
    return planned && read.retention
  }
  const save = async () => {
    const retention = wanted()
    if (!retention) return
    const saved = await sending.send(() => setRetention(retention))
    setWanted()
    if (saved) tell('How long words are kept is saved.')
  }
  const months = (id: string, label: string, hint: string, value: string, onInput: (value: string) => void) => (
    <Field
      id={id}
      type="number"
      suffix="months"
      width="short"
      label={label}
      hint={hint}
      value={value}
      onInput={onInput}
      error={sending.errorOf(id)}
    />
  )
  return (
    <>
      <Form
        label="How long words are kept"
        onSubmit={() => void plan().then(setWanted)}
        errors={sending.errors()}
        acts={
          <>
            <Button type="submit" kind="primary" busy={sending.isBusy()}>
              Save
            </Button>
            <Button busy={sending.isBusy()} onClick={() => void plan()}>
              Show what would go
            </Button>
          </>
        }
      >
        <p>
          What people wrote goes each night once its time has passed; counts, times, units and money stay. An empty
          field keeps it for good. Backups made before hold it until they are rotated out.
        </p>
        <Show when={props.ran}>{(day) => <p class="muted">Last done on {formatDate(day())}.</p>}</Show>
        {months(
          'keep-incident',
          'Incidents, after they end',
          'Titles, descriptions, requesters, comments, notes and files',
          draft().incident,
          (incident) => input({ incident }),
        )}
        <GroupShell
          id="keep-narratives"
          label="What lawyers wrote, after the matter is closed"
          hint="Narratives, notes and files, by type of work. A legal hold on a matter keeps them."
        >
          <For each={matterTypes}>
            {(type) => (
              <Field
                id={yearsId(type)}
                type="number"
                suffix="years"
                width="short"
                label={matterTypeLabels[type]}
                value={draft().years[type] ?? ''}
                onInput={(years) => input({ years: { ...draft().years, [type]: years } })}
                error={sending.errorOf(yearsId(type))}
              />
            )}
          </For>
        </GroupShell>
        {months('keep-act', 'Audit trail', 'Who did what and when', draft().act, (act) => input({ act }))}
        {months(
          'keep-session',
          'Ended sessions and spent invitations',
          'A device can be told to wipe itself for as long as its session is known',
          draft().session,
          (session) => input({ session }),
        )}
      </Form>
      <Show when={wanted() === undefined && counts()}>{(found) => <GoingList counts={found()} />}</Show>
      <ConfirmDialog
        open={wanted() !== undefined}
        title="Keep words only so long?"
        confirmLabel="Save"
        isDangerous={Object.keys(counts() ?? {}).length > 0}
        busy={sending.isBusy()}
        onConfirm={() => void save()}
        onCancel={() => setWanted()}
      >
        <GoingList counts={counts() ?? {}} />
        <p>It begins with the next night, and nobody can bring it back.</p>
      </ConfirmDialog>
    </>
  )
}
