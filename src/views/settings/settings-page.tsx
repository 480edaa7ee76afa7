import { For, type JSX, Show } from 'solid-js'
import type { Role } from '../../domain/access.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Icon } from '../parts/control/icon.tsx'
import type { IconName } from '../parts/control/icon-paths.ts'
import { Page } from '../parts/frame/page.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { grantWords, withoutWalls } from './role-words.ts'

interface SettingsLink {
  readonly href: string
  readonly title: string
  readonly detail: string
  readonly icon: IconName
  /** Who sees it; nobody named is everybody. */
  readonly roles?: readonly Role[]
}

const links: readonly SettingsLink[] = [
  { href: '/settings/device', title: 'This device', detail: 'Look, storage, export, sign out', icon: 'home' },
  {
    href: '/settings/account',
    title: 'Your account',
    detail: 'Password, passkeys, where you are signed in',
    icon: 'person',
  },
  { href: '/settings/people', title: 'People', detail: 'Invite, roles, devices', icon: 'people', roles: ['admin'] },
  { href: '/settings/councils', title: 'Councils', detail: 'And the partnership', icon: 'note', roles: ['admin'] },
  {
    href: '/settings/divisions',
    title: 'Divisions',
    detail: 'Head counts from a date',
    icon: 'person',
    roles: ['manager', 'admin'],
  },
  {
    href: '/impact/facts',
    title: 'What is assumed',
    detail: 'Work that stops, hourly rates',
    icon: 'money',
    roles: ['manager'],
  },
  {
    href: '/incidents/settings',
    title: 'Service desk',
    detail: 'Teams, templates, priority table',
    icon: 'ticket',
    roles: ['ict', 'admin'],
  },
  {
    href: '/legal/practice',
    title: 'Legal practice',
    detail: 'Team, posts, charge rates',
    icon: 'people',
    roles: ['practice_manager', 'admin'],
  },
  { href: '/settings/calendars', title: 'Calendars', detail: 'Agreed hours', icon: 'clock', roles: ['admin'] },
  {
    href: '/settings/holidays',
    title: 'Holidays',
    detail: 'Dated, with their source',
    icon: 'calendar',
    roles: ['admin'],
  },
  {
    href: '/settings/set-aside',
    title: 'Changes set aside',
    detail: 'Of people whose role was taken away',
    icon: 'warning',
    roles: ['admin'],
  },
  {
    href: '/settings/privacy',
    title: 'Data protection',
    detail: 'How long words are kept, erasing',
    icon: 'lock',
    roles: ['admin'],
  },
  {
    href: '/settings/audit',
    title: 'Audit trail',
    detail: 'Who did what, and when',
    icon: 'search',
    roles: ['admin'],
  },
  {
    href: '/settings/take-in',
    title: 'Take in an export',
    detail: 'Records of another Uptally',
    icon: 'import',
    roles: ['admin'],
  },
]

/** What the phone's bar has no room for. */
const more: readonly SettingsLink[] = [
  { href: '/incidents', title: 'Incidents', detail: 'What was raised, and what is done about it', icon: 'ticket' },
  {
    href: '/demand',
    title: 'Demand',
    detail: 'What is asked of the desk, and how it fares',
    icon: 'people',
    roles: ['ict', 'manager', 'client_officer'],
  },
  { href: '/systems', title: 'Systems', detail: 'What is agreed, and what needs what', icon: 'server' },
  { href: '/availability', title: 'Availability', detail: 'Of every system, in its agreed hours', icon: 'chart' },
  {
    href: '/impact',
    title: 'Impact',
    detail: 'What outages cost, by division',
    icon: 'money',
    roles: ['ict', 'manager', 'client_officer'],
  },
  {
    href: '/matters',
    title: 'Matters',
    detail: 'Clients, key dates, who may see them',
    icon: 'book',
    roles: ['legal'],
  },
  {
    href: '/legal',
    title: 'Legal',
    detail: 'Billable time against target',
    icon: 'scales',
    roles: ['manager', 'practice_manager', 'legal', 'client_officer'],
  },
  { href: '/import', title: 'Import', detail: 'Outages and incidents of other tools', icon: 'import', roles: ['ict'] },
  {
    href: '/changes',
    title: 'Changes that need you',
    detail: 'Two values for one thing, refused changes',
    icon: 'warning',
  },
  { href: '/help', title: 'Help', detail: 'Also without a network', icon: 'help' },
  { href: '/help/accessibility', title: 'Accessibility statement', detail: 'With known gaps', icon: 'info' },
]

export function SettingsPage(): JSX.Element {
  const { session } = useApp()
  const may = useMay()
  const known = createLive(() => async (reads) => ({
    places: new Map([...(await reads.all('council')), ...(await reads.all('team'))].map(({ id, name }) => [id, name])),
    isSample: (await reads.all('partnership')).some((partnership) => partnership.isSample),
  }))
  const roles = () =>
    withoutWalls(session.grants)
      .map((grant) => grantWords(grant, (id) => known()?.places.get(id)))
      .join(', ')
  const shown = (all: readonly SettingsLink[]) =>
    all.filter((link) => !link.roles || link.roles.some((role) => may(role)))
  return (
    <Page title="Settings" narrow lead={`${session.name}, ${session.email}. ${roles()}.`}>
      <LinkCard title="Settings" links={shown(links)}>
        <Show when={known()?.isSample && may('admin')}>
          <Row href="/settings/sample" title="Sample data" detail="Remove it" mark={<Icon name="bin" />} />
        </Show>
      </LinkCard>
      <LinkCard title="More" links={shown(more)} />
    </Page>
  )
}

interface LinkCardProps {
  readonly title: string
  readonly links: readonly SettingsLink[]
  readonly children?: JSX.Element
}

function LinkCard(props: LinkCardProps): JSX.Element {
  return (
    <Card flush>
      <RowList label={props.title}>
        <For each={props.links}>
          {(link) => <Row href={link.href} title={link.title} detail={link.detail} mark={<Icon name={link.icon} />} />}
        </For>
        {props.children}
      </RowList>
    </Card>
  )
}
