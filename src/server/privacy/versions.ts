import type { Scope } from '../../domain/record.ts'
import type { Statements } from '../database/port.ts'

/** One new version in each scope that one transaction of data protection writes in. */
export interface Versions {
  in(scope: Scope): Promise<number>
  /** After the rows. Hands back the scopes. */
  save(): Promise<ReadonlySet<Scope>>
}

export function openVersions(statements: Statements): Versions {
  const vers = new Map<Scope, number>()
  return {
    async in(scope) {
      const ver = vers.get(scope) ?? (await statements.head(scope)) + 1
      vers.set(scope, ver)
      return ver
    },
    async save() {
      for (const [scope, ver] of vers) await statements.saveHead(scope, ver)
      return new Set(vers.keys())
    },
  }
}
