import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { type EscalationLevel, escalationLevels, escalationWords } from '../../domain/incident-words.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { escalateIncident } from '../../domain/mutations/tell-incident.ts'
import { undoIncidentChanges } from '../../domain/mutations/work-incident.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { createDraft } from '../outages/draft.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { type DeskNames, personName } from './incident-names.ts'
import { escalatedTo } from './incident-words.ts'

interface EscalationNoteProps {
  readonly incident: Recorded<'incident'>
  readonly names: DeskNames
}

/** A council's call for more attention, above everything else while the incident is open. */
export function EscalationNote(props: EscalationNoteProps): JSX.Element {
  const { now } = useApp()
  return (
    <Show when={props.incident.flags.isOpen ? props.incident.escalation : null}>
      {(called) => (
        <Banner tone="warn" title={escalatedTo(called().level)}>
          <p class="as-typed">{called().reason}</p>
          <p class="small">
            {personName(props.names, called().byId)}, {formatInstant(called().at, now())}
          </p>
        </Banner>
      )}
    </Show>
  )
}

const levelOptions = escalationLevels.map((level) => ({ value: `${level}` as const, label: escalationWords[level] }))
const reasonId = 'escalation-reason'

interface EscalateProps {
  readonly incident: Recorded<'incident'>
  /** Only those who work on it can take a change back. */
  readonly mayUndo: boolean
}

/** The button of those whose one act it is, and behind it to whom and why. */
export function Escalate(props: EscalateProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Button kind="primary" icon="arrow-up" onClick={() => setOpen(true)}>
        Escalate
      </Button>
      <EscalateSheet {...props} isOpen={isOpen()} onClose={() => setOpen(false)} />
    </>
  )
}

interface EscalateSheetProps extends EscalateProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function EscalateSheet(props: EscalateSheetProps): JSX.Element {
  return (
    <Sheet open={props.isOpen} title="Escalate" onClose={props.onClose}>
      <EscalateForm incident={props.incident} mayUndo={props.mayUndo} onDone={props.onClose} />
    </Sheet>
  )
}

function EscalateForm(props: EscalateProps & { readonly onDone: () => void }): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const { id: incidentId, escalation } = props.incident
  const [level, setLevel] = createSignal<EscalationLevel>(escalation?.level ?? 1)
  const reason = createDraft(`${incidentId}:escalation`)
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const save = async () => {
    const why = reason.text().trim()
    setErrors(why === '' ? [{ fieldId: reasonId, message: 'Say why it needs more attention' }] : [])
    if (why === '') return
    const writes = await act(escalateIncident, { incidentId, level: level(), reason: why })
    if (!writes) return
    reason.clear()
    const event = writes.find(({ k }) => k === 'incident_event')
    const takeBack = event && props.mayUndo ? undo(undoIncidentChanges, { eventIds: [event.id] }) : undefined
    tell(`${escalatedTo(level())}. ${savedHere()}`, takeBack)
    props.onDone()
  }
  return (
    <div data-has-draft>
      <Form
        label="Escalate"
        onSubmit={() => void save()}
        errors={errors()}
        acts={
          <Button type="submit" kind="primary" busy={isBusy()}>
            Escalate
          </Button>
        }
      >
        <ProblemNote problem={problem()} />
        <ChoiceGroup
          label="To whom?"
          value={`${level()}` as const}
          options={levelOptions}
          onChange={(chosen) => setLevel(escalationLevels.find((each) => `${each}` === chosen) ?? 1)}
        />
        <TextArea
          id={reasonId}
          label="Why does it need more attention?"
          hint="Kept with the incident; the desk and your council’s client officers read it."
          rows={4}
          maxLength={2000}
          value={reason.text()}
          onInput={reason.setText}
          error={errors()[0]?.message}
        />
      </Form>
    </div>
  )
}
