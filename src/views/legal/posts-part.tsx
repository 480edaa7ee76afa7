import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { formatDate, formatFigure } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays, addMonths } from '../../domain/local-date.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { financialYearOf } from '../../domain/period.ts'
import { targetOfYear } from '../../metrics/practice-figures.ts'
import { useApp } from '../app/app-context.ts'
import { periodName } from '../availability/period-choice.ts'
import { createAct } from '../outages/act.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { AbsencesCard } from './absences-card.tsx'
import { draftOfPost, newPostDraft, overlappingPosts, type PostDraft } from './post-draft.ts'
import { PostForm } from './post-form.tsx'
import { byPerson, personName, type TeamPractice } from './practice-reads.ts'
import './legal.css'

type Post = Recorded<'post'>

interface Edited {
  readonly id: string
  readonly isNew: boolean
  readonly before: PostDraft
}

/** Fee earners' posts with the target of a year pro rata, and their absences. */
export function PostsPart(props: { readonly all: TeamPractice; readonly today: string }): JSX.Element {
  const { newId, tell } = useApp()
  const { act, problem, undo } = createAct()
  const [edited, setEdited] = createSignal<Edited>()
  const [year, setYear] = createSignal(financialYearOf(props.today))
  const step = (by: number) => setYear(financialYearOf(addMonths(year().from, by * 12)))
  const shown = createMemo(() =>
    props.all.posts
      .filter(({ from, to }) => from < year().to && (to === null || to > year().from))
      .sort((a, b) => byPerson(props.all)(a, b) || (a.from < b.from ? -1 : 1)),
  )
  const overlaps = createMemo(() => overlappingPosts(props.all.posts))
  const remove = async (post: Post) => {
    const { id, ...doc } = post
    if (!(await act(removals.post, { id }))) return
    // What was deleted stays deleted: undoing says the same anew.
    tell('Post removed.', undo(saves.post, { id: newId(), doc }))
  }
  const add = () => setEdited({ id: newId(), isNew: true, before: newPostDraft(props.today) })
  const addButton = () => (
    <Button icon="plus" onClick={add}>
      Add a post
    </Button>
  )
  return (
    <>
      <For each={overlaps()}>
        {([one, other]) => (
          <Banner tone="warn" title={`Two posts of ${personName(props.all, one.personId)} overlap`}>
            Both hold from {formatDate(other.from)} on. Give the first a last day, so that grade and target are certain.
          </Banner>
        )}
      </For>
      <Show when={problem()}>{(refusal) => <Banner tone="error" title={refusal().message} isResult />}</Show>
      <div class="cluster cluster--apart">
        <div class="cluster">
          <IconButton icon="chevron-left" label="Year before" onClick={() => step(-1)} />
          <strong aria-live="polite">{periodName(year())}</strong>
          <IconButton icon="chevron-right" label="Year after" onClick={() => step(1)} />
        </div>
        {addButton()}
      </div>
      <Show
        when={props.all.posts.length > 0}
        fallback={
          <EmptyState title="Fee earners’ posts will stand here" icon="person">
            A post says grade, hours and target from a day on. A figure is judged by the post that held then.
          </EmptyState>
        }
      >
        <Card title={`Posts and targets, ${periodName(year())}`} flush>
          <Table
            caption={`Posts and targets, ${periodName(year())}`}
            hideCaption
            columns={columns(props.all, year(), (post) => (
              <span class="row-acts">
                <IconButton
                  icon="edit"
                  label={`Change the post of ${personName(props.all, post.personId)} from ${formatDate(post.from)}`}
                  onClick={() => setEdited({ id: post.id, isNew: false, before: draftOfPost(post) })}
                />
                <IconButton
                  icon="bin"
                  label={`Remove the post of ${personName(props.all, post.personId)} from ${formatDate(post.from)}`}
                  onClick={() => void remove(post)}
                />
              </span>
            ))}
            rows={shown()}
            totals={{ person: 'Team', target: hours(targetOfYear(shown(), year())) }}
            empty="No post holds in this year."
          />
        </Card>
        <AbsencesCard all={props.all} year={year()} today={props.today} />
      </Show>
      <Sheet
        open={edited() !== undefined}
        title={edited()?.isNew ? 'Add a post' : 'Change the post'}
        onClose={() => setEdited()}
      >
        <Show when={edited()} keyed>
          {({ id, isNew, before }) => (
            <PostForm id={id} isNew={isNew} before={before} all={props.all} onDone={() => setEdited()} />
          )}
        </Show>
      </Sheet>
    </>
  )
}

const hours = (figure: number | null) => (figure === null ? '–' : formatFigure(figure))

const columns = (
  all: TeamPractice,
  year: { readonly from: string; readonly to: string },
  acts: (post: Post) => JSX.Element,
): readonly Column<Post>[] => [
  { key: 'person', label: 'Person', isRowHeader: true, cell: ({ personId }) => personName(all, personId) },
  { key: 'grade', label: 'Grade', cell: ({ grade }) => grade },
  { key: 'from', label: 'From', cell: ({ from }) => formatDate(from) },
  { key: 'last', label: 'Last day', cell: ({ to }) => (to === null ? 'Lasts' : formatDate(addDays(to, -1))) },
  { key: 'week', label: 'Week', isNumber: true, cell: (post) => `${formatFigure(post.fte * post.weeklyHours)} h` },
  {
    key: 'full',
    label: 'Full time × share',
    isNumber: true,
    cell: ({ annualHours, fte }) => `${formatFigure(annualHours)} × ${formatFigure(fte)}`,
  },
  { key: 'target', label: 'Target of the year', isNumber: true, cell: (post) => hours(targetOfYear([post], year)) },
  { key: 'acts', label: 'Change', cell: acts },
]
