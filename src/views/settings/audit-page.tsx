import { A } from '@solidjs/router'
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatCount, formatInstant } from '../../domain/format.ts'
import { isKindName } from '../../domain/kind-names.ts'
import { fileTypes } from '../../reports/file-type.ts'
import { people } from '../../sync/account.ts'
import { type Act, type ActPage, type ActSearch, auditCsv, auditPage } from '../../sync/audit.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { downloadBytes } from '../sync/download.ts'
import { actWords, countsInWords, outcomeWords } from './act-words.ts'
import { AllowedOnly } from './allowed-only.tsx'
import { Asked } from './asked.tsx'
import { AuditSearch } from './audit-search.tsx'
import { exportName } from './export-name.ts'
import { kindWords } from './kind-words.ts'
import './audit-page.css'

export function AuditPage(): JSX.Element {
  return (
    <AllowedOnly roles={['admin']} title="Audit trail" deed="read the audit trail">
      <Trail />
    </AllowedOnly>
  )
}

/** More of one act are in the file. */
const shownRecords = 3

function Trail(): JSX.Element {
  const { now } = useApp()
  const [search, setSearch] = createSignal<ActSearch>({})
  const [known] = createResource(people)
  const [first, { refetch }] = createResource(search, (asked) => auditPage(asked))
  const [older, setOlder] = createSignal<readonly ActPage[]>([])
  const sending = createSending(() => 'audit-record')
  const persons = () => {
    const answer = known.latest
    return answer?.ok ? answer.people.map(({ id, name }) => ({ value: id, label: name })) : []
  }
  const nameOf = (id: string) => persons().find(({ value }) => value === id)?.label ?? id
  const start = (next: ActSearch) => {
    setOlder([])
    setSearch(next)
  }
  const showOlder = async (before: NonNullable<ActPage['next']>) => {
    const asked = search()
    const page = await sending.send(() => auditPage(asked, before))
    if (page && asked === search()) setOlder((pages) => [...pages, page])
  }
  const download = async () => {
    const made = await sending.send(() => auditCsv(search()))
    if (made) downloadBytes(`${exportName(now(), 'audit')}.csv`, fileTypes.csv, made.bytes)
  }
  return (
    <Page
      title="Audit trail"
      lead="Who did what, when, and to which record. It never shows what somebody wrote. It is at the server, so it needs a network."
      back={{ href: '/settings', label: 'Settings' }}
      actions={
        <Button icon="export" busy={sending.isBusy()} onClick={() => void download()}>
          Download CSV
        </Button>
      }
    >
      <Card>
        <Disclosure summary="Search">
          <AuditSearch people={persons()} onSearch={start} />
        </Disclosure>
      </Card>
      <For each={sending.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <Asked answer={first()} what="The audit trail" onRetry={refetch}>
        {(page) => {
          const pages = () => [page(), ...older()]
          const acts = () => pages().flatMap((each) => each.acts)
          return (
            <div class="stack">
              <p role="status" class="muted">
                {counted(acts().length, 'act')} shown, the latest first
                {pages().at(-1)?.next ? ', and there are older ones' : ''}.
              </p>
              <Table
                caption="Audit trail"
                hideCaption
                columns={columnsOf(nameOf, now)}
                rows={acts()}
                empty="Nothing was done that fits the search."
              />
              <Show when={pages().at(-1)?.next}>
                {(next) => (
                  <div>
                    <Button busy={sending.isBusy()} onClick={() => void showOlder(next())}>
                      Show older
                    </Button>
                  </div>
                )}
              </Show>
            </div>
          )
        }}
      </Asked>
    </Page>
  )
}

const columnsOf = (nameOf: (id: string) => string, now: () => number): readonly Column<Act>[] => [
  { key: 'act', label: 'What', isRowHeader: true, cell: (act) => <What act={act} /> },
  {
    key: 'person',
    label: 'Who and when',
    cell: ({ person, at }) => (
      <div>
        {person === null ? 'Nobody signed in' : nameOf(person)}
        <div class="muted small">{formatInstant(at, now())}</div>
      </div>
    ),
  },
  {
    key: 'records',
    label: 'On which record',
    cell: ({ records }) => (
      <div>
        <Records records={records} nameOf={nameOf} />
      </div>
    ),
  },
]

/** Nearly all are simply done: only what is not says so. */
function What(props: { readonly act: Act }): JSX.Element {
  const outcome = () => outcomeWords(props.act.outcome)
  return (
    <>
      {actWords(props.act.name)}
      <Show when={props.act.outcome === 'ok' && props.act.code}>
        {(counts) => <div class="muted small">{countsInWords(counts())}</div>}
      </Show>
      <Show when={props.act.outcome !== 'ok'}>
        <div class="audit__outcome small">{props.act.code ? `${outcome()} (${props.act.code})` : outcome()}</div>
      </Show>
    </>
  )
}

function Records(props: { readonly records: Act['records']; readonly nameOf: (id: string) => string }): JSX.Element {
  const more = () => props.records.length - shownRecords
  return (
    <Show when={props.records.length > 0} fallback="None">
      <For each={props.records.slice(0, shownRecords)}>
        {({ k, id }) => (
          <div>
            {isKindName(k) ? kindWords[k] : 'Account'} <RecordName kind={k} id={id} nameOf={props.nameOf} />
          </div>
        )}
      </For>
      <Show when={more() > 0}>
        <div class="muted">and {formatCount(more())} more</div>
      </Show>
    </Show>
  )
}

/** Where a kind has a page for each record. */
const placeOf: Readonly<Record<string, string>> = {
  incident: '/incidents',
  outage: '/outages',
  system: '/systems',
  matter: '/matters',
}

/** A person by name, whatever has a page by the way to it, all else by its id. */
function RecordName(props: {
  readonly kind: string
  readonly id: string
  readonly nameOf: (id: string) => string
}): JSX.Element {
  const text = () => (props.kind === 'account' || props.kind === 'person' ? props.nameOf(props.id) : props.id)
  return (
    <Show when={placeOf[props.kind]} fallback={<span class="audit__id small">{text()}</span>}>
      {(place) => (
        <A href={`${place()}/${props.id}`} class="audit__id small">
          {text()}
        </A>
      )}
    </Show>
  )
}
