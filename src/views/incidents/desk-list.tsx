// What a search of the desk finds: the box, the order, the rows.
import { useBeforeLeave, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js'
import type { DeskMe } from '../../desk/question.ts'
import { counted, formatCount } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { SearchField } from '../parts/form/search-field.tsx'
import { Select } from '../parts/form/select.tsx'
import { ErrorState } from '../parts/notice/error-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { useDesk } from './desk.ts'
import { ExportList } from './export-list.tsx'
import { IncidentList } from './incident-list.tsx'
import { keepPlace, keptPlace } from './kept-place.ts'
import { KeyLine, listenForKeys } from './key-line.tsx'
import { addressOf, isSameQuery, type ListPlace, type SortName, sorts } from './list-address.ts'
import { createPosition } from './list-position.ts'
import { createRows } from './list-rows.ts'
import { NothingFound } from './nothing-found.tsx'
import { SavedSearch } from './saved-search.tsx'
import type { Selection } from './selection.ts'
import { type Seen, seenRows } from './windowing.ts'

interface DeskListProps {
  readonly place: ListPlace
  readonly me: DeskMe
  readonly councilOf: (id: string) => string
  /** undefined for those who only read. */
  readonly selection: Selection | undefined
  readonly isDeskEmpty: boolean
  /** The saved search that is shown now, where this person may change it. */
  readonly saved: Recorded<'saved_view'> | undefined
  readonly isQueue: boolean
}

const sortOptions = Object.entries(sorts).map(([value, { label }]) => ({ value: value as SortName, label }))
/** From a pause in typing on, what is typed is looked for. */
const pauseMs = 150
/** The first look, before the page can be measured. */
const firstLook = (top: number): Seen =>
  seenRows({ above: top, height: innerHeight, rowHeight: 64, total: Number.POSITIVE_INFINITY })

export function DeskList(props: DeskListProps): JSX.Element {
  const navigate = useNavigate()
  const { top, index } = keptPlace(props.place)
  const [seen, setSeen] = createSignal<Seen>(firstLook(top))
  const rows = createRows(() => ({ place: props.place, me: props.me, seen: seen() }))
  const position = createPosition(rows)
  const total = () => rows.page()?.total ?? 0
  let box: HTMLDivElement | undefined
  const [isHelpShown, setHelpShown] = createSignal(false)
  listenForKeys({
    ...{ rows, position, total, seen, selection: () => props.selection, box: () => box },
    onHelp: () => setHelpShown(true),
  })

  const goTo = (part: Partial<ListPlace>) =>
    navigate(addressOf({ ...props.place, ...part }), { replace: true, scroll: false })
  // What is chosen was chosen in what one sees.
  createEffect(
    on(
      () => props.place.query,
      () => {
        props.selection?.clear()
        position.reset()
      },
      { defer: true },
    ),
  )
  useBeforeLeave(({ to }) => {
    const isOpening = typeof to === 'string' && to.startsWith('/incidents/')
    keepPlace(props.place, { top: scrollY, index: isOpening ? position.active() : -1 })
  })
  createEffect((isBack: boolean) => {
    if (isBack || total() === 0) return isBack
    if (top > 0) scrollTo(0, top)
    if (index >= 0) position.goTo(Math.min(index, total() - 1))
    return true
  }, false)

  return (
    <div
      class="desk__list"
      ref={(element) => {
        box = element
      }}
    >
      <QueryBox query={props.place.query} problems={rows.page()?.problems ?? []} onQuery={(query) => goTo({ query })} />
      <div class="desk__tools no-print">
        <Select
          label="Order"
          hideLabel
          width="medium"
          value={props.place.sort}
          options={sortOptions}
          onChange={(sort) => goTo({ sort })}
        />
        <ExportList query={props.place.query} total={total()} me={props.me} />
        <SavedSearch query={props.place.query} saved={props.saved} isQueue={props.isQueue} />
      </div>
      <BulkProgress />
      <Switch fallback={<Skeleton shape="rows" count={8} />}>
        <Match when={rows.error() && !rows.page()}>
          <ErrorState
            title="The list could not be made"
            action={<Button onClick={() => location.reload()}>Reload</Button>}
          >
            What is recorded is safe on this device. Reload the page; if it comes again, close other tabs of Uptally.
          </ErrorState>
        </Match>
        <Match when={rows.page() && total() === 0}>
          <NothingFound isDeskEmpty={props.isDeskEmpty} />
        </Match>
        <Match when={rows.page()}>
          <div>
            <div class="desk__count">
              <p role="status">{counted(total(), 'incident')}</p>
              <KeyLine canSelect={props.selection !== undefined} isShown={isHelpShown()} onShow={setHelpShown} />
              <Show when={props.selection}>
                {(selection) => (
                  <SelectAll total={total()} query={props.place.query} me={props.me} selection={selection()} />
                )}
              </Show>
            </div>
            <Card flush>
              <IncidentList
                rows={rows}
                total={total()}
                seen={seen()}
                onSeen={setSeen}
                position={position}
                councilOf={props.councilOf}
                selection={props.selection}
              />
            </Card>
          </div>
        </Match>
      </Switch>
    </div>
  )
}

interface QueryBoxProps {
  readonly query: string
  readonly problems: readonly string[]
  readonly onQuery: (query: string) => void
}

/** With a blank after it, so that what is typed next is a word of its own. */
const readyToType = (query: string) => (query === '' ? '' : `${query.trimEnd()} `)

/** The search as it is typed; it goes into the address after a pause. */
function QueryBox(props: QueryBoxProps): JSX.Element {
  const [typed, setTyped] = createSignal(readyToType(props.query))
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on(
      () => props.query,
      (query) => {
        clearTimeout(timer)
        if (!isSameQuery(query, typed())) setTyped(readyToType(query))
      },
      { defer: true },
    ),
  )
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => props.onQuery(text), pauseMs)
  }
  return (
    <div class="stack stack--tight no-print">
      <SearchField
        label="Search incidents"
        placeholder="Words, or state:open council:… system:… assignee:me"
        value={typed()}
        onInput={type}
      />
      <div role="status">
        <For each={props.problems}>{(problem) => <p class="small muted">{problem}</p>}</For>
      </div>
    </div>
  )
}

interface SelectAllProps {
  readonly total: number
  readonly query: string
  readonly me: DeskMe
  readonly selection: Selection
}

/** All that the search finds, on the page or not. */
function SelectAll(props: SelectAllProps): JSX.Element {
  const { tell } = useApp()
  const desk = useDesk()
  const [isBusy, setBusy] = createSignal(false)
  const selectAll = async () => {
    const { query } = props
    setBusy(true)
    try {
      const { ids } = await desk.ask({ type: 'ids', query, me: props.me })
      if (query === props.query) props.selection.set(ids)
    } catch {
      tell('They could not be selected. Try again.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Show when={props.selection.ids().size < props.total}>
      <Button kind="quiet" icon="check" busy={isBusy()} onClick={() => void selectAll()}>
        Select all {formatCount(props.total)}
      </Button>
    </Show>
  )
}
