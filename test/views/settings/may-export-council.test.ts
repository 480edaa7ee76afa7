import { expect, test } from 'vitest'
import { type Role, roles } from '../../../src/domain/access.ts'
import { mayExportCouncil } from '../../../src/views/settings/may-export-council.ts'

const holding = (role: Role, on: string | null = null) => ({ grants: [{ role, on }] })

test('client officers, managers and administrators export a council’s data, and nobody else', () => {
  expect(roles.filter((role) => mayExportCouncil(holding(role), 'a'))).toEqual(['manager', 'client_officer', 'admin'])
})

test('whoever holds a role for one council exports that one', () => {
  expect(['a', 'b'].filter((council) => mayExportCouncil(holding('client_officer', 'a'), council))).toEqual(['a'])
})
