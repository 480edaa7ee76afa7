// The colours of the theme, for drawing on a canvas, which cannot read custom properties itself.

const tokens = ['text', 'muted', 'surface', 'accent', 'chart-grid'] as const
const statusTokens = ['down', 'partial', 'slow', 'risk', 'ok', 'planned', 'unknown'] as const
const seriesTokens = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'] as const

type Token = (typeof tokens)[number] | (typeof statusTokens)[number] | (typeof seriesTokens)[number]
export type ChartColours = Readonly<Record<Token, string>>

/** As the page shows them now. Read again when onThemeChange says so. */
export function chartColours(root: HTMLElement = document.documentElement): ChartColours {
  // A custom property reads back as written, both themes at once; a colour that uses it reads back resolved.
  const probe = document.createElement('span')
  probe.hidden = true
  root.append(probe)
  const read = (token: Token): [Token, string] => {
    probe.style.setProperty('color', `var(--${token})`)
    return [token, getComputedStyle(probe).color]
  }
  const colours = Object.fromEntries([...tokens, ...statusTokens, ...seriesTokens].map(read)) as Record<Token, string>
  probe.remove()
  return colours
}

/** Calls back when the device or the person changes the theme; returns the way to stop. */
export function onThemeChange(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  query.addEventListener('change', changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    query.removeEventListener('change', changed)
    observer.disconnect()
  }
}
