// Being named behind a wall is a grant, `legal` on `matter:{id}`, that those named give each other. Administrators neither
// see nor change it, and it opens nothing to somebody who has not role legal itself.
import type { Grant } from '../../domain/access.ts'

export const isWallGrant = ({ on }: Grant): boolean => on?.startsWith('matter:') ?? false

export const isLegal = (grants: readonly Grant[]): boolean =>
  grants.some((grant) => grant.role === 'legal' && !isWallGrant(grant))

/** What a person's grants come to: those behind walls sleep while the person is not legal. */
export const grantsInForce = (grants: readonly Grant[]): readonly Grant[] =>
  isLegal(grants) ? grants : withoutWalls(grants)

export const withoutWalls = (grants: readonly Grant[]): readonly Grant[] =>
  grants.filter((grant) => !isWallGrant(grant))

/** The grants that an administrator gives, and the walls as they are. */
export const keepWalls = (given: readonly Grant[], before: readonly Grant[] = []): readonly Grant[] => [
  ...given,
  ...before.filter(isWallGrant),
]
