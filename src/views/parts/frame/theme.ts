export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Sets the page's colours at once; 'system' follows the device. Remembering the choice is the caller's business. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.dataset.theme = theme
}
