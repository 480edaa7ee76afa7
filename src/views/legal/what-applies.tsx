import { createSignal, type JSX } from 'solid-js'
import { postOn } from '../../domain/mutations/price-entry.ts'
import { Select } from '../parts/form/select.tsx'
import { Card } from '../parts/show/card.tsx'
import { peopleOptions, type TeamPractice } from './practice-reads.ts'
import { foundWords, rateOfWork } from './rate-draft.ts'
import '../matters/matters.css'

/** What an entry of today would be charged at. */
export function WhatApplies(props: { readonly all: TeamPractice; readonly today: string }): JSX.Element {
  const [personId, setPerson] = createSignal('')
  const [matterId, setMatter] = createSignal('')
  const [councilId, setCouncil] = createSignal('')
  const posted = () => {
    const ids = new Set(props.all.posts.map((post) => post.personId))
    return peopleOptions(props.all).filter(({ value }) => ids.has(value))
  }
  const matter = () => props.all.matters.find(({ id }) => id === matterId())
  const grade = () => {
    const own = props.all.posts.filter((post) => post.personId === personId())
    return postOn(own, props.all.team.id, props.today)?.grade ?? null
  }
  const found = () =>
    rateOfWork(props.all.rates, {
      ...{ date: props.today, personId: personId() || null, grade: grade() },
      ...{ matterId: matterId() || null, councilId: matter()?.councilId ?? (councilId() || null) },
    })
  return (
    <Card title="What applies today">
      <div class="stack">
        <div class="filter-row">
          <Select
            label="Person"
            width="medium"
            value={personId()}
            options={[{ value: '', label: 'Nobody in particular' }, ...posted()]}
            onChange={setPerson}
          />
          <Select
            label="Matter"
            width="medium"
            value={matterId()}
            options={[
              { value: '', label: 'None' },
              ...props.all.matters.map(({ id, reference }) => ({ value: id, label: reference })),
            ]}
            onChange={setMatter}
          />
          <Select
            label="Council"
            width="medium"
            value={matter()?.councilId ?? councilId()}
            disabled={matter() !== undefined}
            options={[
              { value: '', label: 'None' },
              ...[...props.all.councils.values()].map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setCouncil}
          />
        </div>
        <p role="status">{foundWords(found())}.</p>
      </div>
    </Card>
  )
}
