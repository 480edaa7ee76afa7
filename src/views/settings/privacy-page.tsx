import { createSignal, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { idPattern } from '../../domain/id-schema.ts'
import { eraseRecord } from '../../sync/audit.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { AllowedOnly } from './allowed-only.tsx'
import { RetentionCard } from './retention-card.tsx'

export function PrivacyPage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Data protection" deed="decide how long words are kept, and erase records">
      <Erasure />
    </AllowedOnly>
  )
}

const fieldId = 'erase-id'

function Erasure(): JSX.Element {
  const { syncNow } = useApp()
  const [typed, setTyped] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  const [erased, setErased] = createSignal<number>()
  const sending = createSending(() => fieldId)
  const id = () => typed().trim().toLowerCase()
  const ask = () => {
    setErased()
    if (!idPattern.test(id()))
      return sending.fail([{ fieldId, message: 'An id has 36 characters, as at the end of a page’s address' }])
    sending.fail([])
    setAsking(true)
  }
  const erase = async () => {
    const answer = await sending.send(() => eraseRecord(id()))
    setAsking(false)
    if (!answer) return
    setErased(answer.erased)
    setTyped('')
    void syncNow()
  }
  return (
    <Page
      title="Data protection"
      narrow
      lead="What is held about one person is exported on their own page under People."
      back={{ href: '/settings', label: 'Settings' }}
    >
      <Show when={erased()}>
        {(count) => (
          <Banner tone="good" isResult title={`${counted(count(), 'record')} erased`}>
            Devices forget them the next time they sync.
          </Banner>
        )}
      </Show>
      <RetentionCard />
      <Card title="Erase a record for good">
        <Form
          label="Erase a record"
          onSubmit={ask}
          errors={sending.errors()}
          acts={
            <Button type="submit" icon="bin" busy={sending.isBusy()}>
              Erase
            </Button>
          }
        >
          <p>
            An incident with all that was said of it, one comment or note, a narrative, or a file. Only ids stay, and
            counts lose it. What is of a matter under a legal hold is not erased until a lawyer lifts the hold. Backups
            made before still hold it until they are rotated out.
          </p>
          <Field
            id={fieldId}
            label="Id of the record"
            hint="The end of the address of its page, or from the audit trail"
            value={typed()}
            onInput={setTyped}
            error={sending.errorOf(fieldId)}
          />
        </Form>
      </Card>
      <ConfirmDialog
        open={isAsking()}
        title="Erase this record for good?"
        confirmLabel="Erase"
        isDangerous
        busy={sending.isBusy()}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        <p>Nobody can bring it back. The audit trail keeps that you erased it.</p>
      </ConfirmDialog>
    </Page>
  )
}
