import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { formatDate, formatFigure } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays } from '../../domain/local-date.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import type { Period } from '../../domain/period.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { AbsenceForm } from './absence-form.tsx'
import { absenceLabels } from './post-draft.ts'
import { byPerson, personName, type TeamPractice } from './practice-reads.ts'
import './legal.css'

type Absence = Recorded<'absence'>

interface AbsencesCardProps {
  readonly all: TeamPractice
  readonly year: Period
  readonly today: string
}

/** Approved absence: it lowers what is due and what was available. */
export function AbsencesCard(props: AbsencesCardProps): JSX.Element {
  const { newId, tell } = useApp()
  const { act, undo } = createAct()
  const [isAdding, setAdding] = createSignal(false)
  const ofYear = createMemo(() =>
    props.all.absences
      .filter(({ from, to }) => from < props.year.to && to > props.year.from)
      .sort((a, b) => byPerson(props.all)(a, b) || (a.from < b.from ? -1 : 1)),
  )
  const isOver = ({ to }: Absence) => to <= props.today
  const toCome = () => ofYear().filter((absence) => !isOver(absence))
  const over = () => ofYear().filter(isOver)
  const table = (caption: string, rows: readonly Absence[]) => (
    <Table
      caption={caption}
      hideCaption
      columns={columns(props.all, (absence) => void remove(absence))}
      rows={rows}
      empty="Nobody is away now or later in this year, as far as it is recorded here."
    />
  )
  const remove = async (absence: Absence) => {
    const { id, ...doc } = absence
    if (!(await act(removals.absence, { id }))) return
    tell('Absence removed.', undo(saves.absence, { id: newId(), doc }))
  }
  return (
    <Card
      title="Absences"
      flush
      actions={
        <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
          Add an absence
        </Button>
      }
    >
      {table('Absences now and later', toCome())}
      <Show when={over().length > 0}>
        <div class="legal-text">
          <Disclosure summary={`Over: ${over().length}`}>{table('Absences that are over', over())}</Disclosure>
        </div>
      </Show>
      <Sheet open={isAdding()} title="Add an absence" onClose={() => setAdding(false)}>
        <Show when={isAdding()}>
          <AbsenceForm all={props.all} today={props.today} onDone={() => setAdding(false)} />
        </Show>
      </Sheet>
    </Card>
  )
}

const columns = (all: TeamPractice, remove: (absence: Absence) => void): readonly Column<Absence>[] => [
  { key: 'person', label: 'Person', isRowHeader: true, cell: ({ personId }) => personName(all, personId) },
  { key: 'from', label: 'First day', cell: ({ from }) => formatDate(from) },
  { key: 'last', label: 'Last day', cell: ({ to }) => formatDate(addDays(to, -1)) },
  { key: 'share', label: 'Of each day', cell: ({ share }) => (share === 1 ? 'all' : `${formatFigure(share * 100)}%`) },
  { key: 'reason', label: 'Why', cell: ({ reason }) => absenceLabels[reason] },
  {
    key: 'acts',
    label: 'Remove',
    cell: (absence) => (
      <IconButton
        icon="bin"
        label={`Remove the absence of ${personName(all, absence.personId)} from ${formatDate(absence.from)}`}
        onClick={() => remove(absence)}
      />
    ),
  },
]
