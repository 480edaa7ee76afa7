import { expect, test } from 'vitest'
import { impactOfWord, priorityOfWord, stateOfWord, typeOfWord, urgencyOfWord } from '../../src/intake/value-words.ts'

test.each([
  ['New', 'new'],
  ['Open', 'new'],
  ['Logged', 'new'],
  ['Unassigned', 'new'],
  ['Not Resolved', 'new'],
  ['Assigned', 'assigned'],
  ['Active', 'in_progress'],
  ['Work in Progress', 'in_progress'],
  ['Awaiting User Info', 'waiting_requester'],
  ['Awaiting Evidence', 'waiting_requester'],
  ['On Hold', 'waiting_requester'],
  ['Awaiting Vendor', 'waiting_supplier'],
  ['Awaiting Problem', 'waiting_supplier'],
  ['Pending - 3rd party', 'waiting_supplier'],
  ['Resolved', 'resolved'],
  ['Completed', 'resolved'],
  ['Closed', 'closed'],
  ['Closed - Resolved', 'closed'],
  ['Re-opened', 'reopened'],
  ['Canceled', 'cancelled'],
  ['7', 'closed'],
  ['-100', null],
  ['Blue', null],
])('the state %s means %s', (word, state) => {
  expect(stateOfWord(word)).toBe(state)
})

test.each([
  ['1 - High', 'department'],
  ['2 - Medium', 'group'],
  ['3 - Low', 'person'],
  ['Whole council', 'department'],
  ['Extensive/Widespread', 'department'],
  ['Several users', 'group'],
  ['Single user', 'person'],
  ['Blue', null],
])('the impact %s means %s', (word, impact) => {
  expect(impactOfWord(word)).toBe(impact)
})

test('urgency goes by its word; bare numbers begin at critical only where there are four', () => {
  const words = ['1 - High', '2 - Medium', '3 - Low', 'Critical', 'Blue']
  expect(words.map((word) => urgencyOfWord(word, words))).toEqual(['high', 'medium', 'low', 'critical', null])
  const three = ['1', '2', '3']
  expect(three.map((word) => urgencyOfWord(word, three))).toEqual(['high', 'medium', 'low'])
  const four = ['1', '2', '3', '4']
  expect(four.map((word) => urgencyOfWord(word, four))).toEqual(['critical', 'high', 'medium', 'low'])
})

test.each([
  ['1 - Critical', 1],
  ['3 - Moderate', 3],
  ['5 - Planning', 4],
  ['P2', 2],
  ['Sev 1', 1],
  ['High', 2],
  ['low', 4],
  ['Blue', null],
])('the priority %s means %s', (word, priority) => {
  expect(priorityOfWord(word)).toBe(priority)
})

test.each([
  ['Service Request', 'request'],
  ['Incident', 'incident'],
  ['Fault', 'incident'],
  ['Blue', null],
])('the type %s means %s', (word, type) => {
  expect(typeOfWord(word)).toBe(type)
})
