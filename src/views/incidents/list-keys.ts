// Single keys on a list of incidents. They can be switched off for this device: Settings, This device. Pure.

export type KeyDeed = 'first' | 'next' | 'previous' | 'select' | 'open' | 'search' | 'help'

const deeds: Readonly<Record<string, KeyDeed>> = {
  j: 'next',
  k: 'previous',
  x: 'select',
  Enter: 'open',
  '/': 'search',
  '?': 'help',
}

/** What a key means here; undefined where somebody is typing, or the key has a meaning of its own. */
export function deedOf(event: KeyboardEvent): KeyDeed | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (document.querySelector('dialog[open]')) return undefined
  const deed = Object.hasOwn(deeds, event.key) ? deeds[event.key] : undefined
  const target = event.target instanceof Element ? event.target : undefined
  if (deed === 'open' && target?.matches('search input') && !event.isComposing) return 'first'
  if (target?.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return undefined
  // Enter follows links and presses buttons; it is ours only where it would do nothing.
  if (deed === 'open' && target?.closest('a, button, summary')) return undefined
  return deed
}
