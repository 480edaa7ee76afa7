import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { OwnPractice } from '../../store/time.ts'
import { useMay } from '../app/app-context.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { notInTeam } from './time-words.ts'

/** Without a team time has no place: who sets it up, and the way there for those who do. */
export function NotInTeam(props: { readonly practice: OwnPractice }): JSX.Element {
  const may = useMay()
  const sets = () => may('practice_manager') || may('admin')
  return (
    <EmptyState
      title={notInTeam.title}
      icon="people"
      action={
        <Show when={sets()}>
          <LinkButton href="/legal/practice">Go to legal practice</LinkButton>
        </Show>
      }
    >
      {notInTeam.text}
      {props.practice.teamCount > 1 ? ' There are several teams, so it takes your post to tell which is yours.' : ''}
    </EmptyState>
  )
}
