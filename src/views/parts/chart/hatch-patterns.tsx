import type { JSX } from 'solid-js'
import './hatch-patterns.css'

/** The hatch for "not known", as `url(#${id}-hatch)`: the same in every chart drawn in SVG. */
export function HatchPatterns(props: { readonly id: string }): JSX.Element {
  return (
    <defs>
      <pattern
        id={`${props.id}-hatch`}
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="hatch__ground" width="4" height="4" />
        <rect class="hatch__line" width="1.6" height="4" />
      </pattern>
    </defs>
  )
}
