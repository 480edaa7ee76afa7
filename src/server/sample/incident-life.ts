// What becomes of one of the sample's incidents: who takes it, what is said, whether it waits, comes back or is escalated.

import { defaultCells, type Priority } from '../../domain/incident-words.ts'
import type { Mutation } from '../../domain/mutation.ts'
import { raiseIncident } from '../../domain/mutations/raise-incident.ts'
import { addComment, addWorkNote, escalateIncident } from '../../domain/mutations/tell-incident.ts'
import { type IncidentParts, workOnIncident } from '../../domain/mutations/work-incident.ts'
import type { Case, End, Life, Step } from './incident-case.ts'
import { answerOf, askOf, callOf, updateOf, workNoteOf } from './incident-words.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'
import { inWorkingHours } from './working-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Half of each priority are done in so many hours. */
const usualHours: Readonly<Record<Priority, number>> = { 1: 2.5, 2: 9, 3: 34, 4: 80 }
const longestHours = 24 * 24

interface Course {
  readonly life: Life
  readonly about: Case
  readonly analyst: string
  readonly random: Random
  /** Of the latest step. */
  at: number
  /** Adds a step so many ms after the one before, in working hours. */
  later(delay: number, run: (at: number) => Promise<void>): void
  act<Args>(by: string, at: number, mutation: Mutation<Args>, args: Args): Promise<void>
}

export function lifeOf(script: Script, random: Random, about: Case): Life {
  const steps: Step[] = []
  const course: Course = {
    life: { id: '', resolvedAt: null, isClosed: false, steps },
    about,
    analyst: random.pick(about.team.personIds),
    random,
    at: about.at,
    later(delay, run) {
      const at = inWorkingHours(course.at + delay)
      course.at = at
      steps.push({ at, run: () => run(at) })
    },
    act: async (by, at, mutation, args) => void (await script.run(by, at, mutation, args)),
  }
  steps.push({ at: about.at, run: () => raise(script, course) })
  plan(course)
  return course.life
}

async function raise(script: Script, { life, about, analyst }: Course): Promise<void> {
  const { trouble, councilId, divisionId, systemId, requesterId, requesterName, outage } = about
  const { type, title, category, impact, urgency } = trouble
  const matrixPriority = defaultCells[impact][urgency]
  const who = requesterId === null ? { requesterName } : { requesterId }
  const what = { councilId, divisionId, systemId, type, title, category, impact, urgency, matrixPriority, ...who }
  const outageId = requesterId === null ? (outage?.id ?? null) : null
  const [incident] = await script.run(requesterId ?? analyst, about.at, raiseIncident, { ...what, outageId })
  life.id = incident?.id ?? ''
}

function plan(course: Course): void {
  const { about, random } = course
  const { end, outage } = about
  if (end === 'new') return
  const priority = defaultCells[about.trouble.impact][about.trouble.urgency]
  const minutes = end === 'closed' ? random.between(3, 30) * 60 : minutesFor(random, priority)
  const doneAt = course.at + minutes * MINUTE
  if (end === undefined && !outage && priority > 2 && random.is(0.3)) {
    solveOnTheTelephone(course)
    return
  }
  take(course, priority)
  if (end !== undefined && end !== 'closed') {
    stopAt(course, end)
    return
  }
  if (end === 'closed' || (!outage && random.is(0.15))) {
    ask(course)
    answer(course)
  } else if (!outage && random.is(0.08)) {
    waitForSupplier(course)
    note(course)
    work(course, random.between(10, 120) * HOUR, moveTo('in_progress'))
  }
  if (about.requesterId !== null && random.is(0.6)) tell(course, updateOf(random))
  if (random.is(0.45)) note(course)
  if (random.is(0.05)) escalate(course)
  if (outage && outage.overAt === null) return
  finish(course, outage?.overAt ?? doneAt)
  if (random.is(0.055)) {
    comeBack(course)
    finish(course, course.at + random.between(2, 60) * HOUR)
  }
}

function stopAt(course: Course, end: Exclude<End, 'new' | 'closed'>): void {
  if (end === 'waiting_requester') ask(course)
  if (end === 'waiting_supplier') waitForSupplier(course)
  if (end === 'escalated') escalate(course)
  if (end === 'in_progress') tell(course, updateOf(course.random))
  if (end === 'reopened') {
    finish(course, course.at + 2 * HOUR)
    comeBack(course)
  }
}

/** Most are quick and a few take weeks: the logarithm is about evenly spread round the middle. One in ten is forgotten. */
function minutesFor(random: Random, priority: Priority): number {
  const drawn = random.next() + random.next() + random.next() + random.next() - 2
  const forgottenHours = priority > 2 && random.is(0.1) ? random.between(3, 20) * 24 : 0
  return Math.round(Math.min(usualHours[priority] * Math.exp(drawn * 1.7) + forgottenHours, longestHours) * 60)
}

const moveTo = (state: 'in_progress' | 'waiting_requester' | 'waiting_supplier' | 'reopened'): IncidentParts => ({
  move: { state },
})

function work(course: Course, delay: number, parts: IncidentParts): void {
  course.later(delay, (at) => course.act(course.analyst, at, workOnIncident, { incidentId: course.life.id, parts }))
}

const toSelf = ({ about, analyst }: Course) => ({
  ...{ assigneeId: analyst, teamId: about.team.id },
  ...{ assigneeName: '', teamName: '' },
})

/** Whoever takes it solves it at once. */
function solveOnTheTelephone(course: Course): void {
  const { about, analyst, life, random } = course
  const assign = toSelf(course)
  const move = { state: 'resolved' as const, resolution: about.trouble.resolution }
  course.later(random.between(5, 45) * MINUTE, async (at) => {
    await course.act(analyst, at, workOnIncident, { incidentId: life.id, parts: { assign, move } })
    life.resolvedAt = at
  })
}

/** One in twelve lies for a day or two before anybody takes it. */
function take(course: Course, priority: Priority): void {
  const { about, random } = course
  const isLate = priority > 2 && about.end === undefined && random.is(0.08)
  const assign = toSelf(course)
  const isRaised = priority > 1 && random.is(0.03)
  const raised = (priority - 1) as Priority
  const { impact, urgency } = about.trouble
  const reason = { overrideReason: 'Committee day: it cannot wait.' }
  work(course, isLate ? random.between(20, 50) * HOUR : random.between(4, 90) * MINUTE, {
    assign,
    ...(random.is(0.7) || about.end !== undefined ? moveTo('in_progress') : {}),
    ...(about.requesterId !== null && about.outage ? { link: { outageId: about.outage.id } } : {}),
    ...(isRaised ? { prioritise: { impact, urgency, matrixPriority: priority, priority: raised, ...reason } } : {}),
  })
}

function tell(
  course: Course,
  text: string,
  delay = course.random.between(10, 120) * MINUTE,
  by = course.analyst,
): void {
  const { councilId } = course.about
  const said = (incidentId: string) => ({ incidentId, councilId, text, minutes: 0 })
  course.later(delay, (at) => course.act(by, at, addComment, said(course.life.id)))
}

function note(course: Course): void {
  const { random, about } = course
  const said = { councilId: about.councilId, text: workNoteOf(random), minutes: random.between(1, 12) * 5 }
  course.later(random.between(10, 200) * MINUTE, (at) =>
    course.act(course.analyst, at, addWorkNote, { incidentId: course.life.id, ...said }),
  )
}

function ask(course: Course): void {
  tell(course, askOf(course.random))
  work(course, MINUTE, moveTo('waiting_requester'))
}

function answer(course: Course): void {
  const { random, about } = course
  if (about.requesterId !== null) tell(course, answerOf(random), random.between(1, 26) * HOUR, about.requesterId)
  work(course, random.between(1, 9) * HOUR, moveTo('in_progress'))
}

function waitForSupplier(course: Course): void {
  const { random } = course
  work(course, random.between(1, 9) * HOUR, moveTo('waiting_supplier'))
}

function escalate(course: Course): void {
  const { random, about } = course
  const call = { level: random.pick([1, 1, 2, 2, 3] as const), reason: callOf(random) }
  course.later(random.between(1, 5) * HOUR, (at) =>
    course.act(about.escalatorId, at, escalateIncident, { incidentId: course.life.id, ...call }),
  )
}

function finish(course: Course, doneAt: number): void {
  const { about, analyst, life, random } = course
  const isCancelled = !about.outage && about.end === undefined && random.is(0.035)
  const move = isCancelled
    ? { state: 'cancelled' as const, resolution: 'Raised twice; the other one goes on.' }
    : { state: 'resolved' as const, resolution: about.trouble.resolution }
  course.later(Math.max(doneAt - course.at, 5 * MINUTE), async (at) => {
    await course.act(analyst, at, workOnIncident, { incidentId: life.id, parts: { move } })
    if (!isCancelled) life.resolvedAt = at
  })
}

/** Within the days in which it is still the same incident. */
function comeBack(course: Course): void {
  const { about, analyst, life, random } = course
  if (about.requesterId !== null) tell(course, 'It is back.', random.between(3, 30) * HOUR, about.requesterId)
  course.later(random.between(1, 20) * HOUR, async (at) => {
    await course.act(analyst, at, workOnIncident, { incidentId: life.id, parts: moveTo('reopened') })
    life.resolvedAt = null
  })
}
