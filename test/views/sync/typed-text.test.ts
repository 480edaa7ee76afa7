// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { collectTypedText, dropKeptText, keepTypedText, keptText } from '../../../src/views/sync/typed-text.ts'

beforeEach(() => {
  document.body.innerHTML = `
    <label for="cause">Cause</label><textarea id="cause"></textarea>
    <label for="title">Title</label><input id="title" type="text" value="as it was">
    <label for="secret">Password</label><input id="secret" type="password">
    <label for="done">Done</label><input id="done" type="checkbox" checked>`
  sessionStorage.clear()
})

const type = (id: string, text: string) => {
  const control = document.getElementById(id) as HTMLInputElement
  control.value = text
}

test('an update keeps the text that was typed, with its label', () => {
  type('cause', 'A switch failed')
  keepTypedText(collectTypedText(document), sessionStorage)
  expect(keptText(sessionStorage)).toEqual([{ label: 'Cause', text: 'A switch failed' }])
})

test('a password is never kept, nor what nobody changed', () => {
  type('secret', 'hunter2hunter2')
  keepTypedText(collectTypedText(document), sessionStorage)
  expect(sessionStorage.length).toBe(0)
})

test('kept text stays until the person has seen it', () => {
  keepTypedText([{ label: 'Cause', text: 'x' }], sessionStorage)
  expect(keptText(sessionStorage)).toHaveLength(1)
  dropKeptText(sessionStorage)
  expect(keptText(sessionStorage)).toEqual([])
})
