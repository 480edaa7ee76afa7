import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { Refusal } from '../../domain/mutation.ts'
import { Banner } from '../parts/notice/banner.tsx'

/** What could not be done, said where it was tried. */
export function ProblemNote(props: { readonly problem: Refusal | undefined }): JSX.Element {
  return (
    <Show when={props.problem}>
      {(problem) => (
        <Banner tone="error" isResult>
          <p>{problem().message}</p>
        </Banner>
      )}
    </Show>
  )
}
