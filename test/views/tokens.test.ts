import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/views/tokens.css', 'utf8')
const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(theme: Theme, front: string, back: string): number {
  const [one, two] = [front, back].map((name) => {
    const token = tokens.get(name)
    if (!token) throw new Error(`no colour token --${name}`)
    return luminance(token[theme])
  }) as [number, number]
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
}

const grounds = ['ground', 'surface', 'raised', 'hover']
const statuses = ['down', 'partial', 'slow', 'risk', 'ok', 'planned', 'unknown']
const pairsOf = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const))

const textPairs = [
  ...pairsOf(['text', 'muted', 'accent', 'accent-hover'], [...grounds, 'sunken', 'accent-soft']),
  ...pairsOf(['on-accent'], ['accent', 'accent-hover']),
  ...pairsOf(['on-danger'], ['danger', 'danger-hover']),
  ...statuses.flatMap((status) => pairsOf([`${status}-text`], ['ground', 'surface', 'raised', `${status}-tint`])),
  ...statuses.map((status) => ['text', `${status}-tint`] as const),
]
const shapePairs = [
  ...pairsOf(['border-strong', 'focus', 'accent'], grounds),
  ...pairsOf(['danger'], ['ground', 'surface', 'raised']),
  ...statuses.flatMap((status) => pairsOf([status], [...grounds, `${status}-tint`])),
  ...pairsOf(['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'], ['surface']),
]

describe.each(themes)('in the %s theme', (theme) => {
  test.each(textPairs)('text in %s can be read on %s', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapePairs)('a shape in %s can be told from %s', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(3)
  })
})

test('every colour is given for light and dark, and black on white measures 21', () => {
  expect(tokens.size).toBe([...css.matchAll(/: light-dark\(/g)].length)
  expect((1 + 0.05) / (luminance('#000000') + 0.05)).toBeCloseTo(21)
})
