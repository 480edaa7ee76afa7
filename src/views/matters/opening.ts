// Opening a matter: for the whole team it is saved at once, with or without a network; behind a wall the server names the
// people first, and the matter is written once this device has been let in.
import type { Matter } from '../../domain/matter.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { setWall } from '../../sync/legal.ts'
import type { App } from '../app/app-context.ts'
import type { Saving } from '../settings/saving.ts'
import { isWaitingMatter, keepWaitingMatter, writeWaitingMatters } from './errands.ts'

type Opening = Omit<Matter, 'wallId'>

export const openForTeam = (saving: Saving, id: string, matter: Opening, said: string): Promise<boolean> =>
  saving.save(saves.matter, { id, doc: { ...matter, wallId: null } }, said)

/**
 * `waiting`: the wall stands, and the matter is written by the errands as soon as this device has heard of it.
 * `told`: they were quicker, and have said so.
 */
export async function openBehindWall(
  { store, syncNow }: Pick<App, 'store' | 'syncNow'>,
  id: string,
  matter: Opening,
  personIds: readonly string[],
): Promise<'written' | 'told' | 'waiting' | { readonly message: string }> {
  const answer = await setWall(id, personIds)
  if (!answer.ok) return { message: answer.error.code === 'offline' ? wallOffline : answer.error.message }
  await keepWaitingMatter(store, id, { ...matter, wallId: id })
  await syncNow()
  if ((await writeWaitingMatters(store)).includes(id)) return 'written'
  return (await isWaitingMatter(store, id)) ? 'waiting' : 'told'
}

const wallOffline =
  'Naming people needs a network, and nothing was saved. Save again when there is one, or open it to the whole team.'
