import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Announcer, createAnnouncer } from '../../../../src/views/parts/notice/announcer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const make = (): Announcer => createRoot(() => createAnnouncer())

test('the first announcement is made at once', () => {
  const { announce, spoken } = make()
  announce('Saved.')
  expect(spoken()).toBe('Saved.')
})

test('what comes within five seconds is said together after them, each thing once', () => {
  const { announce, spoken } = make()
  announce('One.')
  announce('Two.')
  announce('Three.')
  announce('Two.')
  vi.advanceTimersByTime(4999)
  expect(spoken()).toBe('One.')
  vi.advanceTimersByTime(1)
  expect(spoken()).toBe('Two. Three.')
})

test('after five quiet seconds an announcement is made at once again', () => {
  const { announce, spoken } = make()
  announce('One.')
  vi.advanceTimersByTime(5000)
  announce('Two.')
  expect(spoken()).toBe('Two.')
})

test('the same words twice are a change, so that they are heard twice', () => {
  const { announce, spoken } = make()
  announce('Saved.')
  const first = spoken()
  vi.advanceTimersByTime(5000)
  announce('Saved.')
  expect(spoken()).not.toBe(first)
  expect(spoken().trim()).toBe('Saved.')
})
