import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, on, onMount, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import { filterOptions, type TypeAheadOption } from './type-ahead-filter.ts'
import './field.css'
import './type-ahead-list.css'

export interface TypeAheadListProps<O extends TypeAheadOption> {
  /** The question, which is also the name of the field: "Which one?". */
  readonly label: string
  readonly hideLabel?: boolean | undefined
  /** In the order to show while nothing is typed. An option may stand in two groups. */
  readonly options: readonly O[]
  readonly onChoose: (option: O) => void
  readonly placeholder?: string | undefined
  /** What to say when nothing fits, and what to do then. */
  readonly empty?: ((query: string) => JSX.Element) | undefined
  /** Puts the cursor in the field, which on a phone opens the keyboard over the list: only where typing is likely. */
  readonly autofocus?: boolean | undefined
  /** What stands at the right of an option, such as a tag. */
  readonly aside?: ((option: O) => JSX.Element) | undefined
}

/** A list to choose one of many from: tap, or type and press Enter. The list is always open. */
export function TypeAheadList<O extends TypeAheadOption>(props: TypeAheadListProps<O>): JSX.Element {
  const id = createUniqueId()
  const [query, setQuery] = createSignal('')
  const [active, setActive] = createSignal(-1)
  const shown = createMemo(() => filterOptions(props.options, query()))
  const isTyping = () => query().trim() !== ''
  const optionId = (index: number) => `${id}-option-${index}`
  let input: HTMLInputElement | undefined

  // Enter takes the best match, so it is marked as soon as something is typed.
  createEffect(on(query, () => setActive(isTyping() ? 0 : -1), { defer: true }))
  createEffect(() => document.getElementById(optionId(active()))?.scrollIntoView?.({ block: 'nearest' }))
  onMount(() => props.autofocus && input?.focus())

  const step = (by: number) => {
    const count = shown().length
    if (count > 0) setActive((active() + by + count + (active() < 0 && by < 0 ? 1 : 0)) % count)
  }
  const press = (event: KeyboardEvent) => {
    const option = shown()[active()]
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    // Without a match too: Enter must not send a form that the list stands in.
    else if (event.key === 'Enter') option && props.onChoose(option)
    else if (event.key === 'Escape' && query() !== '') setQuery('')
    else return
    event.preventDefault()
  }
  const startsGroup = (index: number) => {
    const group = shown()[index]?.group
    return !isTyping() && group !== undefined && group !== shown()[index - 1]?.group ? group : undefined
  }

  return (
    <div class="type-ahead">
      <label class="field__label" classList={{ 'visually-hidden': props.hideLabel === true }} for={id}>
        {props.label}
      </label>
      <div class="type-ahead__search">
        <Icon name="search" />
        <input
          class="field__input"
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="go"
          placeholder={props.placeholder}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active() >= 0 && active() < shown().length ? optionId(active()) : undefined}
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={press}
          ref={(element) => {
            input = element
          }}
        />
      </div>
      <div
        class="type-ahead__list"
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        hidden={shown().length === 0}
      >
        <For each={shown()}>
          {(option, index) => (
            <>
              <Show when={startsGroup(index())}>
                {(group) => (
                  <div class="type-ahead__group" role="presentation">
                    {group()}
                  </div>
                )}
              </Show>
              <button
                type="button"
                class="type-ahead__option"
                id={optionId(index())}
                role="option"
                tabindex="-1"
                aria-selected={index() === active() ? 'true' : 'false'}
                onClick={() => props.onChoose(option)}
              >
                <span class="type-ahead__text">
                  <span class="type-ahead__label">{option.label}</span>
                  <Show when={option.detail}>
                    <span class="type-ahead__detail">{option.detail}</span>
                  </Show>
                </span>
                {props.aside?.(option)}
                <Show when={option.isStarred}>
                  <Icon name="star" filled />
                </Show>
              </button>
            </>
          )}
        </For>
      </div>
      <div role="status">
        <Show when={shown().length === 0}>
          <div class="type-ahead__empty">{props.empty?.(query()) ?? 'Nothing fits. Try fewer letters.'}</div>
        </Show>
      </div>
    </div>
  )
}
