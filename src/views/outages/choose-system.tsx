import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { levelLabels } from '../../domain/level.ts'
import type { SystemChoice } from '../../store/outages.ts'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { levelStatus } from './outage-words.ts'

interface ChooseSystemProps {
  readonly choices: readonly SystemChoice[]
  readonly onChoose: (systemId: string) => void
  readonly label?: string | undefined
}

/** One of the systems, those hit lately first. */
export function ChooseSystem(props: ChooseSystemProps): JSX.Element {
  const hasRecent = () => props.choices.some((choice) => choice.isRecent)
  const options = () =>
    props.choices.map((choice) => ({
      id: choice.system.id,
      label: choice.system.name,
      group: hasRecent() ? (choice.isRecent ? 'Hit lately' : 'Others') : undefined,
      level: choice.open[0]?.level,
    }))
  return (
    <TypeAheadList
      label={props.label ?? 'Which system?'}
      options={options()}
      onChoose={(option) => props.onChoose(option.id)}
      placeholder="Type to find it"
      empty={() => 'No system has this name. Try fewer letters.'}
      aside={(option) => (
        <Show when={option.level}>
          {(level) => (
            <Tag status={levelStatus[level()]} plain>
              {levelLabels[level()]}
            </Tag>
          )}
        </Show>
      )}
    />
  )
}
