// Where each screen lives. The first screen comes with the app; the rest is loaded when asked for, and kept for offline by the service worker.

import { Navigate } from '@solidjs/router'
import type { Component } from 'solid-js'
import { lazy } from 'solid-js'
import { StartPage } from '../start/start-page.tsx'

/** `lazy` wants a default export; ours are named. */
const page = <Name extends string>(load: () => Promise<Record<Name, Component>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

/** For addresses that only lead in. */
const toStart = () => <Navigate href="/" />

export const signedInRoutes: readonly { path: string; component: Component }[] = [
  { path: '/', component: StartPage },
  { path: '/sign-in', component: toStart },
  { path: '/set-up', component: toStart },
  { path: '/outages/report', component: page(() => import('../outages/report-page.tsx'), 'ReportPage') },
  { path: '/outages', component: page(() => import('../outages/outages-page.tsx'), 'OutagesPage') },
  {
    path: '/outages/planned/new',
    component: page(() => import('../outages/planned-work-page.tsx'), 'PlannedWorkPage'),
  },
  {
    path: '/outages/planned/:id',
    component: page(() => import('../outages/planned-work-page.tsx'), 'PlannedWorkPage'),
  },
  { path: '/outages/:id', component: page(() => import('../outages/outage-page.tsx'), 'OutagePage') },
  { path: '/incidents', component: page(() => import('../incidents/incidents-page.tsx'), 'IncidentsPage') },
  { path: '/incidents/new', component: page(() => import('../incidents/raise-page.tsx'), 'RaisePage') },
  {
    path: '/incidents/settings',
    component: page(() => import('../incidents/desk-settings-page.tsx'), 'DeskSettingsPage'),
  },
  { path: '/incidents/:id', component: page(() => import('../incidents/followed-page.tsx'), 'FollowedPage') },
  { path: '/systems', component: page(() => import('../systems/systems-page.tsx'), 'SystemsPage') },
  { path: '/systems/new', component: page(() => import('../systems/edit-system-page.tsx'), 'EditSystemPage') },
  { path: '/systems/:id', component: page(() => import('../systems/system-page.tsx'), 'SystemPage') },
  { path: '/systems/:id/edit', component: page(() => import('../systems/edit-system-page.tsx'), 'EditSystemPage') },
  { path: '/availability', component: page(() => import('../availability/availability-page.tsx'), 'AvailabilityPage') },
  { path: '/impact', component: page(() => import('../impact/impact-page.tsx'), 'ImpactPage') },
  { path: '/impact/divisions/:id', component: page(() => import('../impact/division-page.tsx'), 'DivisionPage') },
  { path: '/impact/facts', component: page(() => import('../impact/facts-page.tsx'), 'FactsPage') },
  { path: '/time', component: page(() => import('../time/time-page.tsx'), 'TimePage') },
  { path: '/time/new', component: page(() => import('../time/new-entry-page.tsx'), 'NewEntryPage') },
  { path: '/time/entries/:id', component: page(() => import('../time/entry-page.tsx'), 'EntryPage') },
  { path: '/matters', component: page(() => import('../matters/matters-page.tsx'), 'MattersPage') },
  { path: '/matters/new', component: page(() => import('../matters/new-matter-page.tsx'), 'NewMatterPage') },
  { path: '/matters/:id', component: page(() => import('../matters/matter-page.tsx'), 'MatterPage') },
  { path: '/matters/:id/edit', component: page(() => import('../matters/edit-matter-page.tsx'), 'EditMatterPage') },
  { path: '/legal', component: page(() => import('../legal/legal-page.tsx'), 'LegalPage') },
  { path: '/legal/practice', component: page(() => import('../legal/practice-page.tsx'), 'PracticePage') },
  { path: '/demand', component: page(() => import('../demand/demand-page.tsx'), 'DemandPage') },
  { path: '/import', component: page(() => import('../import/import-page.tsx'), 'ImportPage') },
  {
    path: '/import/incidents',
    component: page(() => import('../import/incident-import-page.tsx'), 'ImportIncidentsPage'),
  },
  { path: '/changes', component: page(() => import('../sync/changes-page.tsx'), 'ChangesPage') },
  { path: '/settings', component: page(() => import('../settings/settings-page.tsx'), 'SettingsPage') },
  { path: '/settings/device', component: page(() => import('../settings/this-device-page.tsx'), 'ThisDevicePage') },
  { path: '/settings/account', component: page(() => import('../settings/account-page.tsx'), 'AccountPage') },
  { path: '/settings/take-in', component: page(() => import('../settings/take-in-page.tsx'), 'TakeInPage') },
  { path: '/settings/people', component: page(() => import('../settings/people-page.tsx'), 'PeoplePage') },
  { path: '/settings/councils', component: page(() => import('../settings/councils-page.tsx'), 'CouncilsPage') },
  { path: '/settings/divisions', component: page(() => import('../settings/divisions-page.tsx'), 'DivisionsPage') },
  { path: '/settings/calendars', component: page(() => import('../settings/calendars-page.tsx'), 'CalendarsPage') },
  { path: '/settings/holidays', component: page(() => import('../settings/holidays-page.tsx'), 'HolidaysPage') },
  { path: '/settings/set-aside', component: page(() => import('../settings/set-aside-page.tsx'), 'SetAsidePage') },
  { path: '/settings/privacy', component: page(() => import('../settings/privacy-page.tsx'), 'PrivacyPage') },
  { path: '/settings/audit', component: page(() => import('../settings/audit-page.tsx'), 'AuditPage') },
  { path: '/settings/sample', component: page(() => import('../settings/sample-page.tsx'), 'SamplePage') },
  { path: '/help', component: page(() => import('../help/help-page.tsx'), 'HelpPage') },
  { path: '/help/accessibility', component: page(() => import('../help/accessibility-page.tsx'), 'AccessibilityPage') },
  { path: '/accept', component: page(() => import('../account/already-signed-in-page.tsx'), 'AlreadySignedInPage') },
  { path: '/parts', component: page(() => import('../parts/parts-page.tsx'), 'PartsPage') },
  { path: '*', component: page(() => import('./not-found-page.tsx'), 'NotFoundPage') },
]

/** What people do first of all is fetched while nothing else is to do, before the service worker has kept everything. */
export function preloadFirstActs(): void {
  const load = () => {
    void import('../outages/report-page.tsx').catch(() => {})
    void import('../outages/outage-page.tsx').catch(() => {})
  }
  if ('requestIdleCallback' in window) requestIdleCallback(load)
  else setTimeout(load, 500)
}
