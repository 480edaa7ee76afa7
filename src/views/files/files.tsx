// Where a page shows the files of its record. What does it comes with the page's rest: nobody waits for it.
import { type JSX, lazy, Suspense } from 'solid-js'
import type { NewFile } from '../../store/files.ts'

export interface FilesProps {
  readonly of: NewFile['of']
  readonly mayAdd: boolean
  /** Else only what the person added. */
  readonly mayRemoveAny: boolean
  /** What is to be known before something is added: a sentence. */
  readonly note?: string | undefined
}

const FilesCard = lazy(async () => ({ default: (await import('./files-card.tsx')).FilesCard }))

/** Nothing at all where there are none and the person may not add any. */
export function Files(props: FilesProps): JSX.Element {
  return (
    <Suspense>
      <FilesCard {...props} />
    </Suspense>
  )
}
