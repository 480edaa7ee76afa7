// Incidents as a file brings them, for stores to hold.
import type { Incident } from '../../src/domain/incident.ts'
import { stateFlags } from '../../src/domain/incident-words.ts'
import { importIncidents } from '../../src/domain/mutations/import-incidents.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, newId } from './trial-store.ts'

export interface MadeIncident {
  readonly id: string
  readonly doc: Incident
}

export const madeIncident = (councilId: string, importId: string, place: number): MadeIncident => ({
  id: newId(clock.now - place * 60_000),
  doc: {
    councilId,
    type: 'incident',
    raisedAt: clock.now - place * 60_000,
    raisedById: '',
    followsId: null,
    source: 'a file',
    sourceKey: String(place),
    number: `INC${place}`,
    importId,
    title: `Number ${place}`,
    text: '',
    requesterId: null,
    requesterName: 'Caller 8',
    divisionId: null,
    systemId: null,
    systemName: '',
    category: '',
    impact: 'group',
    urgency: 'medium',
    matrixPriority: 3,
    priority: 3,
    overrideReason: '',
    state: 'closed',
    flags: stateFlags.closed,
    stateAt: clock.now,
    resolvedAt: clock.now,
    closedAt: clock.now,
    reopenCount: 0,
    resolution: '',
    assigneeId: null,
    assigneeName: '',
    teamId: null,
    teamName: '',
    outageId: null,
    escalation: null,
    history: [{ at: clock.now, state: 'closed' }],
  },
})

const perOp = 30

/** Saves them as the import page does; hands back the import's id. */
export async function importMade(store: Store, incidents: readonly MadeIncident[], runId: string): Promise<void> {
  for (let from = 0; from < incidents.length; from += perOp) {
    const doc = { fileName: 'log.csv', rows: incidents.length, incidents: incidents.length }
    const run = from === 0 ? { id: runId, doc } : null
    await act(store, importIncidents, { run, incidents: incidents.slice(from, from + perOp) })
  }
}
