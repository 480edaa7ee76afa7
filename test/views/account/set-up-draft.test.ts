import { expect, test } from 'vitest'
import { emptySetUp, readKeptDraft, readSetUp, withoutBlanks } from '../../../src/views/account/set-up-draft.ts'

const filled = {
  partnership: ' Three Rivers ',
  councils: [
    { name: 'Ashby', shortName: '' },
    { name: ' ', shortName: '' },
    { name: 'Oakley Borough', shortName: 'Oakley' },
  ],
  divisions: [
    { name: 'ICT', people: ['1,012', '', '7'] },
    { name: '', people: ['5', '', ''] },
  ],
  opens: '9',
  closes: '5.30 pm',
  name: 'Sam',
  email: 'sam@example.gov.uk',
}
const secrets = { code: 'ABCD', password: 'a long password' }

test('a filled set-up is read, rows without a name are left out and head counts stay with their council', () => {
  expect(readSetUp(withoutBlanks(filled), secrets)).toEqual({
    ok: true,
    body: {
      code: 'ABCD',
      partnership: { name: 'Three Rivers' },
      councils: [
        { name: 'Ashby', shortName: 'Ashby' },
        { name: 'Oakley Borough', shortName: 'Oakley' },
      ],
      divisions: [{ name: 'ICT', people: [1012, 7] }],
      officeHours: { from: '09:00', to: '17:30' },
      admin: { name: 'Sam', email: 'sam@example.gov.uk', password: 'a long password' },
    },
  })
})

test('everything missing is said at once, each beside its field', () => {
  const read = readSetUp(withoutBlanks(emptySetUp), { code: '', password: 'short' })
  expect(read.ok ? [] : read.errors.map(({ fieldId }) => fieldId)).toEqual([
    'set-up-partnership-name',
    'set-up-councils-0-name',
    'set-up-admin-name',
    'set-up-admin-email',
    'set-up-admin-password',
    'set-up-code',
  ])
})

test('a head count that is no number is refused beside its cell', () => {
  const divisions = [{ name: 'ICT', people: ['ten', '', ''] }]
  expect(readSetUp({ ...filled, divisions }, secrets)).toMatchObject({
    ok: false,
    errors: [{ fieldId: 'set-up-divisions-0-people-0' }],
  })
})

test.each([
  ['noon', '17:00', 'set-up-officeHours-from'],
  ['08:30', '', 'set-up-officeHours-to'],
  ['17:00', '08:30', 'set-up-officeHours-to'],
])('office hours from "%s" until "%s" are refused beside their field', (opens, closes, fieldId) => {
  expect(readSetUp(withoutBlanks({ ...filled, opens, closes }), secrets)).toMatchObject({
    ok: false,
    errors: [{ fieldId }],
  })
})

test('a kept draft comes back, one of another shape does not', () => {
  expect(readKeptDraft(JSON.parse(JSON.stringify(filled)))).toEqual(filled)
  expect(readKeptDraft({ partnership: 1 })).toBeUndefined()
  expect(readKeptDraft(null)).toBeUndefined()
})
