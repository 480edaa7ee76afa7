import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import { orderRows, type SortState } from './table-order.ts'
import './table.css'
import './table-cards.css'

export interface Column<R> {
  readonly key: string
  readonly label: string
  readonly cell: (row: R) => JSX.Element
  /** Right-aligned, figures under each other. */
  readonly isNumber?: boolean | undefined
  /** The column that names the row: its cells are row headers, and on a phone the heading of the row's card. */
  readonly isRowHeader?: boolean | undefined
  /** Makes the column sortable; undefined sorts last. */
  readonly sortBy?: ((row: R) => number | string | undefined) | undefined
}

export interface TableProps<R> {
  /** Says what the table holds. */
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  /** A total row: one cell for each column, by key. */
  readonly totals?: Readonly<Record<string, JSX.Element>> | undefined
  readonly sortedBy?: SortState | undefined
  /** On a narrow screen each row becomes a card; 'scroll' keeps the grid, for tables to compare across. */
  readonly narrow?: 'cards' | 'scroll' | undefined
  /** Said in place of rows when there are none. */
  readonly empty?: JSX.Element
}

/** Rows and columns of like things. */
export function Table<R>(props: TableProps<R>): JSX.Element {
  const [sort, setSort] = createSignal(props.sortedBy)
  const ordered = createMemo(() => {
    const state = sort()
    const sortBy = props.columns.find((column) => column.key === state?.key)?.sortBy
    return state && sortBy ? orderRows(props.rows, sortBy, state.isDescending) : props.rows
  })
  const sortOn = (column: Column<R>) => {
    const state = sort()
    const isSame = state?.key === column.key
    setSort({ key: column.key, isDescending: isSame ? !state.isDescending : column.isNumber === true })
  }
  const direction = (column: Column<R>) => {
    const state = sort()
    if (!column.sortBy || state?.key !== column.key) return undefined
    return state.isDescending ? 'descending' : 'ascending'
  }
  const scrolls = () => props.narrow === 'scroll'

  return (
    <section
      class={`table table--${props.narrow ?? 'cards'}`}
      aria-label={scrolls() ? props.caption : undefined}
      tabindex={scrolls() ? 0 : undefined}
    >
      <table class="table__grid">
        <caption class="table__caption" classList={{ 'visually-hidden': props.hideCaption === true }}>
          {props.caption}
        </caption>
        <thead class="table__head">
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th
                  scope="col"
                  classList={{ 'table__cell--number': column.isNumber === true }}
                  aria-sort={direction(column)}
                >
                  <Show when={column.sortBy && props.rows.length > 1} fallback={column.label}>
                    <button type="button" class="table__sort" onClick={() => sortOn(column)}>
                      {column.label}
                      <Show when={direction(column)} fallback={<span class="table__sort-space" />}>
                        {(now) => <Icon name={now() === 'ascending' ? 'arrow-up' : 'arrow-down'} size={16} />}
                      </Show>
                    </button>
                  </Show>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For
            each={ordered()}
            fallback={
              <tr>
                <td class="table__empty" colSpan={props.columns.length}>
                  {props.empty ?? 'Nothing here yet.'}
                </td>
              </tr>
            }
          >
            {(row) => <TableRow columns={props.columns} content={(column) => column.cell(row)} />}
          </For>
        </tbody>
        <Show when={props.totals}>
          {(totals) => (
            <tfoot>
              <TableRow columns={props.columns} content={(column) => totals()[column.key]} />
            </tfoot>
          )}
        </Show>
      </table>
    </section>
  )
}

function TableRow<R>(props: {
  readonly columns: readonly Column<R>[]
  readonly content: (column: Column<R>) => JSX.Element
}): JSX.Element {
  return (
    <tr>
      <For each={props.columns}>
        {(column) => (
          <Show
            when={column.isRowHeader}
            fallback={
              <td data-label={column.label} classList={{ 'table__cell--number': column.isNumber === true }}>
                {props.content(column)}
              </td>
            }
          >
            <th scope="row">{props.content(column)}</th>
          </Show>
        )}
      </For>
    </tr>
  )
}
