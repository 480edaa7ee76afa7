import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, createSignal, Show } from 'solid-js'
import { DAY_MS, HOUR_MS } from '../../domain/duration.ts'
import { formatInstant } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { announceMaintenance, changeMaintenance } from '../../domain/mutations/plan-work.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { createAct } from './act.ts'
import { CancelWork } from './cancel-work.tsx'
import { createDraft } from './draft.ts'
import { noticeWords } from './notice-words.ts'
import { ProblemNote } from './problem-note.tsx'
import { savedHere } from './saved-here.ts'
import { SystemsPicker } from './systems-picker.tsx'
import { createTimesForm } from './times-form.ts'

interface PlannedWorkFormProps {
  /** Undefined: new work. */
  readonly work: Recorded<'maintenance'> | undefined
  readonly systems: ReadonlyMap<string, Recorded<'system'>>
  /** What the partnership asks for where a system's agreement says nothing. */
  readonly noticeMinutes: number
}

const titleId = 'work-title'
const systemsId = 'work-systems'
const endId = 'times-end-day'

export function PlannedWorkForm(props: PlannedWorkFormProps): JSX.Element {
  const { store, now, tell } = useApp()
  const navigate = useNavigate()
  const { act, problem, isBusy } = createAct()
  const tomorrow = store.now() - (store.now() % HOUR_MS) + DAY_MS
  const key = `planned:${props.work?.id ?? 'new'}`
  const title = createDraft(`${key}:title`, () => props.work?.title ?? '')
  const text = createDraft(`${key}:text`, () => props.work?.text ?? '')
  const [systemIds, setSystemIds] = createSignal<readonly string[]>(props.work?.systemIds ?? [])
  const times = createTimesForm({
    startAt: props.work?.startAt ?? tomorrow,
    endAt: props.work?.endAt ?? tomorrow + 2 * HOUR_MS,
  })
  const [mistakes, setMistakes] = createSignal<readonly FormError[]>([])
  const errorOf = (id: string) => mistakes().find((mistake) => mistake.fieldId === id)?.message

  /** As the mutation decides: work that grows, moves or takes in a system is announced anew. */
  const announcedAt = () => {
    const [work, read] = [props.work, times.current()]
    if (!work || !read) return now()
    const isWithin = read.startAt >= work.startAt && (read.endAt ?? 0) <= work.endAt
    return isWithin && systemIds().every((id) => work.systemIds.includes(id)) ? work.announcedAt : now()
  }
  const notice = createMemo(() => {
    const read = times.current()
    const chosen = systemIds().flatMap((id) => props.systems.get(id) ?? [])
    return read && noticeWords(chosen, props.noticeMinutes, announcedAt(), read.startAt)
  })

  const save = async () => {
    const read = times.read()
    const endsEarly = read !== undefined && read.endAt !== null && read.endAt <= read.startAt
    const wrong = [
      ...(title.text().trim() === '' ? [{ fieldId: titleId, message: 'Say what the work is.' }] : []),
      ...(systemIds().length === 0 ? [{ fieldId: systemsId, message: 'Choose at least one system.' }] : []),
      ...times.errors(),
      ...(endsEarly ? [{ fieldId: endId, message: 'Planned work must end after it starts.' }] : []),
    ]
    setMistakes(wrong)
    if (wrong.length > 0 || !read || read.endAt === null) return
    const plan = {
      title: title.text().trim(),
      text: text.text().trim(),
      systemIds: [...systemIds()],
      startAt: read.startAt,
      endAt: read.endAt,
    }
    const done = props.work
      ? await act(changeMaintenance, { maintenanceId: props.work.id, ...plan })
      : await act(announceMaintenance, plan)
    if (!done) return
    title.clear()
    text.clear()
    tell(`${props.work ? 'Changed' : 'Announced'}: ${plan.title}. ${savedHere()}`)
    navigate('/outages')
  }

  return (
    <Form
      label="Planned work"
      onSubmit={save}
      errors={mistakes()}
      acts={
        <>
          <Button type="submit" kind="primary" busy={isBusy()}>
            {props.work ? 'Save' : 'Announce'}
          </Button>
          <Show when={props.work}>{(work) => <CancelWork work={work()} />}</Show>
        </>
      }
    >
      <ProblemNote problem={problem()} />
      <Show when={props.work?.cancelledAt}>
        {(at) => (
          <Banner tone="warn" title={`Cancelled ${formatInstant(at(), now())}`}>
            <p>It excuses nothing any more. Announce it anew if it is to happen after all.</p>
          </Banner>
        )}
      </Show>
      <Field
        id={titleId}
        label="What is the work?"
        maxLength={120}
        value={title.text()}
        onInput={title.setText}
        error={errorOf(titleId)}
      />
      <SystemsPicker
        id={systemsId}
        label="Systems"
        systems={props.systems}
        values={systemIds()}
        onChange={setSystemIds}
        error={errorOf(systemsId)}
      />
      <DateTimeField
        label="Start"
        hasTime
        value={times.typed().start}
        onInput={times.setStart}
        {...times.field('start')}
      />
      <DateTimeField
        label="End"
        hasTime
        value={times.typed().end}
        onInput={times.setEnd}
        {...times.field('end')}
        error={times.field('end').error ?? errorOf(endId)}
      />
      <Show when={notice()}>
        {(words) => (
          <Banner tone={words().isEnough ? 'info' : 'warn'}>
            <p>{words().sentence}</p>
          </Banner>
        )}
      </Show>
      <TextArea
        label="What happens"
        hint="What people will notice, and what they can do meanwhile."
        maxLength={8000}
        value={text.text()}
        onInput={text.setText}
      />
    </Form>
  )
}
