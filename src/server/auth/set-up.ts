// The first person sets up: the partnership, its councils, divisions, calendars and holidays, and their own account.
import type { Context } from 'hono'
import * as z from 'zod/mini'
import type { Access, Grant } from '../../domain/access.ts'
import { makeId } from '../../domain/identity.ts'
import type { DocOf } from '../../domain/kinds.ts'
import { kinds } from '../../domain/kinds.ts'
import { create } from '../../domain/mutation.ts'
import { countSchema, nameSchema } from '../../domain/record.ts'
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { User } from '../database/port.ts'
import { shippedHolidays } from '../holidays.ts'
import { answer, stop } from '../http/answer.ts'
import { bodyOf } from '../http/body.ts'
import type { ServerEnv } from '../http/caller.ts'
import type { OwnOp } from '../seeding.ts'
import { pushOwn } from '../seeding.ts'
import { deviceSchema, emailSchema, passwordSchema, personNameSchema } from './fields.ts'
import { writeName } from './people-names.ts'
import { openSession } from './session.ts'
import { dropSetUpCode } from './set-up-code.ts'
import { useSetUpCode } from './use-set-up-code.ts'

const timeSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 08:30.'))
const firstPersonSchema = z.object({
  code: z.string('Give the set-up code.').check(z.maxLength(40)),
  admin: z.object({ name: personNameSchema, email: emailSchema, password: passwordSchema }),
  device: deviceSchema,
})
type FirstPerson = z.infer<typeof firstPersonSchema>

const setUpSchema = z.object({
  ...firstPersonSchema.shape,
  partnership: z.object({ name: nameSchema }),
  councils: z
    .array(z.object({ name: nameSchema, shortName: nameSchema }))
    .check(z.minLength(1, 'Name at least one council.'), z.maxLength(50)),
  divisions: z
    .array(z.object({ name: nameSchema, people: z.array(countSchema).check(z.maxLength(50)) }))
    .check(z.maxLength(100)),
  officeHours: z.optional(
    z
      .object({ from: timeSchema, to: timeSchema })
      .check(z.refine(({ from, to }) => from < to, 'Closing must be after opening.')),
  ),
})
type SetUp = z.infer<typeof setUpSchema>

const firstGrants: readonly Grant[] = [
  { role: 'admin', on: null },
  { role: 'ict', on: null },
  { role: 'manager', on: null },
]

export async function setUp(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  const request = await bodyOf(c.req.raw, setUpSchema)
  return begin(c, context, request, (now, newId) => opsOf(request, now, newId))
}

/** Only the first account: partnership, councils and all else come with the export that this person then takes in. */
export async function takeOver(c: Context<ServerEnv>, context: ServerContext): Promise<Response> {
  return begin(c, context, await bodyOf(c.req.raw, firstPersonSchema), () => [])
}

async function begin(
  c: Context<ServerEnv>,
  context: ServerContext,
  { code, admin, device }: FirstPerson,
  opsAt: (now: number, newId: () => string) => OwnOp[],
): Promise<Response> {
  await useSetUpCode(context, code)
  const passwordHash = await context.passwords.hash(admin.password)
  const { name, email } = admin
  const now = context.now()
  const newId = () => makeId(now, context.random(16))
  const user: User = {
    id: newId(),
    email,
    name,
    passwordHash,
    grants: firstGrants,
    isDisabled: false,
    isSample: false,
  }
  const access: Access = { userId: user.id, grants: firstGrants }
  const session = await context.database.write(async (statements) => {
    if ((await statements.users()).length > 0) return undefined
    await statements.saveUser(user)
    await noteAct(statements, context, { name: 'account.begin', person: user.id, account: user.id })
    await dropSetUpCode(statements)
    await writeName(context, statements, access, { id: user.id, name }, 'set-up')
    await pushOwn(statements, { client: 'set-up', access, now, random: context.random }, opsAt(now, newId))
    return openSession(c, context, statements, user, device)
  })
  return session ? answer(c, { session }) : stop(409, 'already_set_up', 'Uptally has been set up already. Sign in.')
}

/** Head counts hold from long ago on, so that imported outages of earlier years reach people too. */
const countedFrom = '2000-01-01'

function opsOf(request: SetUp, at: number, newId: () => string): OwnOp[] {
  const save = <K extends 'partnership' | 'council' | 'division' | 'calendar' | 'holiday'>(
    k: K,
    docs: readonly DocOf<K>[],
    ids: readonly string[] = docs.map(newId),
  ): OwnOp => ({
    name: `${k}.save`,
    at,
    changes: docs.map((doc, i) => create(kinds[k].name as K, ids[i] ?? newId(), doc)),
  })

  const councilIds = request.councils.map(newId)
  const officeHours = newId()
  const always = newId()
  const divisions = request.divisions.map(({ name, people }) => ({
    name,
    calendarId: officeHours,
    headCounts: [{ from: countedFrom, people: Object.fromEntries(councilIds.map((id, i) => [id, people[i] ?? 0])) }],
  }))
  return [
    save('partnership', [{ name: request.partnership.name, isSample: false, sustainedMinutes: 3, noticeMinutes: 0 }]),
    save('council', request.councils, councilIds),
    save('calendar', calendarsOf(request.officeHours), [officeHours, always]),
    save('holiday', shippedHolidays),
    // Each by itself: head counts for many councils would outgrow one op.
    ...divisions.map((division) => save('division', [division])),
  ]
}

const workingDays = ['1', '2', '3', '4', '5']
const anyCalendar = { zone: 'Europe/London', closures: [], shifts: {} }
const usualHours = { from: '08:30', to: '17:00' }
const calendarsOf = ({ from, to } = usualHours): readonly DocOf<'calendar'>[] => [
  {
    ...anyCalendar,
    name: 'Office hours',
    isAlwaysOpen: false,
    week: Object.fromEntries(workingDays.map((day) => [day, [[from, to]]])),
    observesHolidays: true,
  },
  { ...anyCalendar, name: 'Round the clock', isAlwaysOpen: true, week: {}, observesHolidays: false },
]
