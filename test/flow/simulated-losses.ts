// What takes records away in a simulated history: a server that is put back to a backup, profiles that are copied or put
// back, devices that are told to remove what they hold. What lay only there is excused; all else must come back.
import { expect } from 'vitest'
import { hashOfSecret } from '../../src/server/auth/session.ts'
import { cookieOf, goodPassword } from '../server/trial.ts'
import { clientOf, opsTaken } from './compared.ts'
import type { TrialDevice } from './device.ts'
import type { Random } from './random.ts'
import { type History, openDevice, type Seat } from './simulated-history.ts'
import { placesOf } from './simulated-places.ts'

export async function backUp({ server, told, grants, ...history }: History): Promise<void> {
  told.push('a backup is made')
  server.backUp()
  history.backedUp.splice(0, grants.length, ...grants)
}

export async function putBack(history: History): Promise<void> {
  const { server, told, grants, backedUp, own } = history
  told.push('the server is put back to the backup')
  history.faultCount++
  await server.putBack()
  history.isPutBack = true
  grants.splice(0, grants.length, ...backedUp)
  for (const each of own) each.clear()
  await excuseLost(history)
}

/** The browser's folder is copied to another machine: two devices under one installation's id. */
export async function cloneProfile(_random: Random, history: History, at: number): Promise<void> {
  const { seats, devices, own, told } = history
  const seat = seats[at] as Seat
  const disk = seat.disk.copy?.()
  if (!disk || devices.length > 5) return
  told.push(`the profile of device ${at} is copied to device ${devices.length}`)
  history.faultCount++
  seats.push({ ...seat, disk })
  own.push(new Map())
  await openDevice(history, devices.length)
}

export async function keepProfile(history: History, at: number): Promise<void> {
  const disk = history.seats[at]?.disk.copy?.()
  if (!disk) return
  history.told.push(`the profile of device ${at} is kept`)
  history.kept = { at, disk }
}

/** As a machine's own backup does: what was recorded since and not sent is gone with it. */
export async function putProfileBack(history: History): Promise<void> {
  const disk = history.kept?.disk.copy?.()
  if (!history.kept || !disk) return
  const { at } = history.kept
  history.told.push(`the profile of device ${at} is put back to what was kept`)
  await replaceDisk(history, at, { disk })
}

/** Somebody who administers asks it of a device that may be lost. */
export async function askToWipe(_random: Random, history: History, at: number): Promise<void> {
  const { server, seats, told, wiped, devices } = history
  const { userId, cookie } = seats[at] as Seat
  const hash = hashOfSecret(cookie.slice(cookie.indexOf('=') + 1))
  const session = await server.database.read((statements) => statements.session(hash))
  if (!session) return
  const asked = { id: userId, device: session.id }
  const answer = await server.post('/admin/people/devices/wipe', asked, seats[1]?.cookie ?? '')
  // The device of whoever asks may have been told so itself.
  if (answer.status === 401) return
  expect(answer.status).toBe(200)
  told.push(`device ${at} is told to remove its records`)
  history.faultCount++
  wiped.set(await clientOf((devices[at] as TrialDevice).store), server.clock.now)
}

/** Devices that have heard of it do so, and their people sign in anew. */
export async function obeyWipes(history: History): Promise<void> {
  const { devices, server, seats } = history
  for (const [at, { isToWipe }] of devices.entries()) {
    if (!isToWipe) continue
    const { userId, cookie } = seats[at] as Seat
    history.told.push(`device ${at} removes its records`)
    expect((await server.post('/auth/wiped', {}, cookie)).status).toBe(200)
    const answer = await server.post('/auth/sign-in', { email: `${userId}@trial.test`, password: goodPassword }, '')
    await replaceDisk(history, at, { cookie: cookieOf(answer), disk: history.newDisk() })
  }
}

async function replaceDisk(history: History, at: number, change: Partial<Seat>): Promise<void> {
  history.devices[at]?.stop()
  history.faultCount++
  history.seats[at] = { ...(history.seats[at] as Seat), ...change }
  history.own[at]?.clear()
  await openDevice(history, at)
  await excuseLost(history)
}

/** Deeds that are nowhere any more. */
async function excuseLost({ server, clients, devices, deeds }: History): Promise<void> {
  const places = await placesOf(devices, await opsTaken(server.database, clients))
  for (const deed of deeds) if (!places.has(deed.key)) deed.isExcused = true
}
