// What Legal asks the server for: who is named behind a wall, and whether a conflict of interest is possible.
import * as z from 'zod/mini'
import { ask } from './account.ts'

const peopleSchema = z.object({ x: z.string(), people: z.array(z.object({ id: z.string(), name: z.string() })) })

/** Who is named on a matter; only for those who are. */
export const walls = (matterId: string) => ask(`/legal/walls/${matterId}`, peopleSchema)

/** Names these people, and oneself, and nobody else. */
export const setWall = (matterId: string, personIds: readonly string[]) =>
  ask('/legal/walls', z.object({ x: z.string(), personIds: z.array(z.string()) }), { matterId, personIds })

/** Who can be named. */
export const legalPeople = () => ask('/legal/people', peopleSchema)

/** Among the parties of all matters, those behind walls too, but for the matter whose names they are; up to 20 names. */
export const checkConflicts = (names: readonly string[], ownMatterId?: string) =>
  ask('/legal/conflict-check', z.object({ x: z.string(), isPossible: z.boolean() }), { names, ownMatterId })
