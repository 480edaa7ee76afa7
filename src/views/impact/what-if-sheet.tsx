import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import type { Catalogue } from '../../store/catalogue.ts'
import type { Address } from '../availability/page-address.ts'
import { Button } from '../parts/control/button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Form } from '../parts/form/form.tsx'
import { Select } from '../parts/form/select.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { needWords } from '../systems/need-words.ts'
import { shareSteps, topicWords } from './fact-words.ts'
import { triedIn } from './impact-answer.ts'
import { shareAlso, whatIfParams, withoutAlso } from './what-if.ts'

interface WhatIfSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly address: Address
  readonly names: Catalogue
  /** Chosen beforehand. */
  readonly divisionId?: string | undefined
}

const ways = [
  { value: 'without', label: 'Remove a dependency' },
  { value: 'share', label: 'Change a share' },
] as const

/** Chooses one thing to try out; the page behind it then shows what would be. */
export function WhatIfSheet(props: WhatIfSheetProps): JSX.Element {
  const [way, setWay] = createSignal<(typeof ways)[number]['value']>('without')
  const nameOf = (id: string) => props.names.systems.get(id)?.name ?? 'a system that is gone'
  const tried = () => triedIn(props.address)
  const dependencies = createMemo(() =>
    props.names.dependencies
      .filter(({ id }) => !tried().withoutDependencyIds.includes(id))
      .map((edge) => ({ id: edge.id, label: nameOf(edge.systemId), detail: `needs ${needWords(edge, nameOf)}` }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en-GB')),
  )
  const show = (next: ReturnType<typeof tried>) => {
    props.address.tryOut(whatIfParams(next))
    props.onClose()
  }
  return (
    <Sheet open={props.open} title="What if" onClose={props.onClose}>
      <div class="stack">
        <p class="muted">See the figure as it would be. Nothing is saved.</p>
        <Chips label="Try" single options={ways} values={[way()]} onChange={([chosen]) => setWay(chosen ?? way())} />
        <Show
          when={way() === 'share'}
          fallback={
            <TypeAheadList
              label="Which dependency is removed?"
              options={dependencies()}
              onChoose={({ id }) => show(withoutAlso(tried(), id))}
            />
          }
        >
          <ShareForm
            names={props.names}
            divisionId={props.divisionId}
            onTry={(share) => show(shareAlso(tried(), share))}
          />
        </Show>
      </div>
    </Sheet>
  )
}

type Tried = Parameters<typeof shareAlso>[1]

interface ShareFormProps {
  readonly names: Catalogue
  readonly divisionId: string | undefined
  readonly onTry: (share: Tried) => void
}

const topics = [
  { value: 'reliance', label: 'Work that stops' },
  { value: 'workaround', label: 'Work that goes on by a workaround' },
] as const
const stepOptions = shareSteps.map(({ share, words }) => ({ value: String(share), label: words }))

function ShareForm(props: ShareFormProps): JSX.Element {
  const [divisionId, setDivision] = createSignal(props.divisionId)
  const [systemId, setSystem] = createSignal<string>()
  const [topic, setTopic] = createSignal<Tried['topic']>('workaround')
  const [share, setShare] = createSignal<string>()
  const [errors, setErrors] = createSignal<{ fieldId: string; message: string }[]>([])
  const options = (of: ReadonlyMap<string, { readonly name: string }>) =>
    [...of].map(([value, { name }]) => ({ value, label: name }))
  const errorOf = (fieldId: string) => errors().find((error) => error.fieldId === fieldId)?.message
  const submit = () => {
    const [division, system, chosen] = [divisionId(), systemId(), share()]
    const missing = [
      ...(division ? [] : [{ fieldId: 'tried-division', message: 'Choose a division' }]),
      ...(system ? [] : [{ fieldId: 'tried-system', message: 'Choose a system' }]),
      ...(chosen ? [] : [{ fieldId: 'tried-share', message: 'Choose how much' }]),
    ]
    setErrors(missing)
    if (division && system && chosen)
      props.onTry({ divisionId: division, systemId: system, topic: topic(), share: Number(chosen) })
  }
  const question = () => topicWords[topic()].question(props.names.systems.get(systemId() ?? '')?.name ?? 'it')
  return (
    <Form
      label="Change a share"
      onSubmit={submit}
      errors={errors()}
      acts={
        <Button type="submit" kind="primary">
          Try it
        </Button>
      }
    >
      <Select
        id="tried-division"
        label="Division"
        value={divisionId()}
        options={options(props.names.divisions)}
        error={errorOf('tried-division')}
        onChange={setDivision}
      />
      <Select
        id="tried-system"
        label="System"
        value={systemId()}
        options={options(props.names.systems)}
        error={errorOf('tried-system')}
        onChange={setSystem}
      />
      <ChoiceGroup label="What changes" value={topic()} options={topics} onChange={setTopic} />
      <ChoiceGroup
        id="tried-share"
        label={question()}
        value={share()}
        options={stepOptions}
        error={errorOf('tried-share')}
        onChange={setShare}
      />
    </Form>
  )
}
