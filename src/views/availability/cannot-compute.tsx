import type { JSX } from 'solid-js'
import { Banner } from '../parts/notice/banner.tsx'

export function CannotCompute(): JSX.Element {
  return (
    <Banner tone="warn" title="The figures could not be worked out">
      The records are safe on this device. It is tried again within a minute; figures below, if any, are older.
    </Banner>
  )
}
