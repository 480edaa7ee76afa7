// What data protection needs of a database, beside what everything else does.
import type { Client, StoredRow } from './port.ts'

export interface PrivacyStatements {
  clientsOf(userId: string): Promise<Client[]>
  /** Rows that hold the person's id anywhere, deleted ones too, by kind and id, after that one. */
  rowsNaming(personId: string, after: { readonly k: string; readonly id: string }, limit: number): Promise<StoredRow[]>
  /** Ops whose text holds the id anywhere. */
  opsNaming(id: string): Promise<{ readonly client: string; readonly mid: number; readonly body: string }[]>
  saveOpBody(client: string, mid: number, body: string): Promise<void>
}
