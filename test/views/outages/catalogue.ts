// A small partnership for tests of words and counts: two councils, two divisions, three systems.
import type { Catalogue } from '../../../src/store/catalogue.ts'

const system = (id: string, name: string) => ({
  id,
  name,
  about: '',
  owner: '',
  agreements: [{ from: '2026-01-01', calendarId: 'c', targetPercent: null, noticeMinutes: null }],
  retiredOn: null,
})
const byId = <T extends { id: string }>(records: readonly T[]) => new Map(records.map((record) => [record.id, record]))

export const names: Catalogue = {
  systems: byId([system('email', 'E-mail'), system('files', 'Files'), system('sso', 'Sign-on')]),
  councils: byId([
    { id: 'ash', name: 'Ashby Council', shortName: 'Ashby' },
    { id: 'bra', name: 'Brack Council', shortName: 'Brack' },
  ]),
  divisions: byId([
    { id: 'legal', name: 'Legal', calendarId: 'c', headCounts: [{ from: '2026-01-01', people: { ash: 30, bra: 12 } }] },
    { id: 'hr', name: 'HR', calendarId: 'c', headCounts: [{ from: '2026-01-01', people: { ash: 4 } }] },
  ]),
  people: byId([{ id: 'ann', name: 'Ann Lee', team: 'Service desk' }]),
  dependencies: [
    { id: 'd1', systemId: 'email', type: 'hard', needs: ['sso'], weight: 1, need: 1 },
    { id: 'd2', systemId: 'files', type: 'hard', needs: ['email'], weight: 1, need: 1 },
  ],
}
