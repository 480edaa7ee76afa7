import type { Accessor } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { createLive } from '../app/live.ts'

/** By name. */
export const useCouncils = (): Accessor<readonly Recorded<'council'>[] | undefined> =>
  createLive(() => async (reads) => (await reads.all('council')).sort((a, b) => a.name.localeCompare(b.name, 'en-GB')))
