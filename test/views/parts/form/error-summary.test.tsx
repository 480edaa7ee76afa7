// @vitest-environment jsdom
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import type { FormError } from '../../../../src/views/parts/form/error-summary.tsx'
import { Field } from '../../../../src/views/parts/form/field.tsx'
import { Form } from '../../../../src/views/parts/form/form.tsx'
import { find, show } from '../render.ts'

const wrong: readonly FormError[] = [{ fieldId: 'colour', message: 'Enter a colour' }]

function open() {
  document.title = 'Colours – Uptally'
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  let submitCount = 0
  const submit = () => {
    submitCount += 1
  }
  show(() => (
    <Form onSubmit={submit} errors={errors()}>
      <Field id="colour" label="Colour" value="" onInput={() => {}} error={errors()[0]?.message} />
    </Form>
  ))
  return { setErrors, submitted: () => submitCount }
}

test('a problem takes the focus and is named in the title of the page', () => {
  open().setErrors(wrong)
  expect(document.activeElement).toBe(find('.error-summary'))
  expect(find('.error-summary').textContent).toContain('There is a problem')
  expect(document.title).toBe('Error: Colours – Uptally')
})

test('the link of a problem moves the focus to its field, which says the same', () => {
  open().setErrors(wrong)
  find('.error-summary a').click()
  expect(document.activeElement).toBe(find('#colour'))
  expect(find('#colour').getAttribute('aria-invalid')).toBe('true')
  expect(find(`#${find('#colour').getAttribute('aria-describedby')}`).textContent).toContain('Enter a colour')
})

test('a second attempt takes the focus again', () => {
  const { setErrors } = open()
  setErrors(wrong)
  find('#colour').focus()
  setErrors([...wrong])
  expect(document.activeElement).toBe(find('.error-summary'))
  expect(document.title).toBe('Error: Colours – Uptally')
})

test('once mended the summary goes and the title is itself again', () => {
  const { setErrors } = open()
  setErrors(wrong)
  setErrors([])
  expect(document.querySelector('.error-summary')).toBeNull()
  expect(document.title).toBe('Colours – Uptally')
})

test('submitting asks the caller and leaves the page where it is', () => {
  const { submitted } = open()
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true })
  find('form').dispatchEvent(event)
  expect(submitted()).toBe(1)
  expect(event.defaultPrevented).toBe(true)
})
