import { createSignal, type JSX, Show } from 'solid-js'
import { formatDate } from '../../domain/format.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { gradeOptions } from '../matters/matter-words.ts'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { type PostDraft, postBefore, readPostDraft } from './post-draft.ts'
import { peopleOptions, personName, type TeamPractice } from './practice-reads.ts'
import { dayError } from './read-typed.ts'

interface PostFormProps {
  readonly id: string
  readonly isNew: boolean
  readonly before: PostDraft
  readonly all: TeamPractice
  readonly onDone: () => void
}

export function PostForm(props: PostFormProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [draft, setDraft] = createSignal(props.before)
  const [isFollowing, setFollowing] = createSignal(true)
  const saving = createSaving(() => 'post-person')
  const patch = (changes: Partial<PostDraft>) => setDraft({ ...draft(), ...changes })
  const read = () => readPostDraft(draft(), props.all.team.id)
  const previous = () => {
    const answer = read()
    return props.isNew && answer.ok ? postBefore(props.all.posts, answer.post) : undefined
  }
  const save = async () => {
    const answer = read()
    if (!answer.ok) return saving.fail(answer.errors)
    const { post } = answer
    const ended = previous()
    if (ended && isFollowing()) {
      const { id, ...doc } = ended
      if (!(await saving.save(saves.post, { id, doc: { ...doc, to: post.from } }, 'The post before ends.'))) return
    }
    const said = `Post of ${personName(props.all, post.personId)} saved on this device.`
    if (await saving.save(saves.post, { id: props.id, doc: post }, said)) props.onDone()
  }
  return (
    <SaveForm label="Post" saving={saving} onSave={save}>
      <Show when={props.isNew} fallback={<p>{personName(props.all, draft().personId ?? '')}</p>}>
        <Select
          id="post-person"
          label="Person"
          value={draft().personId}
          options={peopleOptions(props.all)}
          error={saving.errorOf('post-person')}
          onChange={(personId) => patch({ personId })}
        />
      </Show>
      <Select
        id="post-grade"
        label="Grade"
        value={draft().grade}
        options={gradeOptions}
        error={saving.errorOf('post-grade')}
        onChange={(grade) => patch({ grade })}
      />
      <DateTimeField
        id="post-from"
        label="First day"
        value={draft().from}
        onInput={(from) => patch({ from })}
        {...dayError(saving.errors(), 'post-from')}
      />
      <DateTimeField
        id="post-last"
        label="Last day"
        hint="Empty while it lasts"
        value={draft().last}
        onInput={(last) => patch({ last })}
        {...dayError(saving.errors(), 'post-last')}
      />
      <Field
        id="post-fte"
        label="Share of a full-time post"
        hint="1 is full time; a long absence is a post with 0"
        type="number"
        width="short"
        value={draft().fte}
        error={saving.errorOf('post-fte')}
        onInput={(fte) => patch({ fte })}
      />
      <Field
        id="post-weekly"
        label="Hours of a full-time week"
        type="number"
        width="short"
        suffix="hours"
        value={draft().weeklyHours}
        error={saving.errorOf('post-weekly')}
        onInput={(weeklyHours) => patch({ weeklyHours })}
      />
      <Field
        id="post-annual"
        label="Chargeable hours a year, full time"
        type="number"
        width="short"
        suffix="hours"
        value={draft().annualHours}
        error={saving.errorOf('post-annual')}
        onInput={(annualHours) => patch({ annualHours })}
      />
      <Show when={previous()}>
        {(post) => (
          <Checkbox
            label="End the post before on the day before"
            hint={`It began on ${formatDate(post().from)}. Days before keep its grade and target`}
            checked={isFollowing()}
            onChange={setFollowing}
          />
        )}
      </Show>
    </SaveForm>
  )
}
