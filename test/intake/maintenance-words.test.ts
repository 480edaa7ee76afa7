import { expect, test } from 'vitest'
import { maintenanceByWords } from '../../src/intake/maintenance-words.ts'

test.each([
  'Maintenance on the mail server',
  'Upgrade to 5.1',
  'Planned outage of the telephones',
  'Scheduled downtime',
  'Migration to Azure',
  'Brownout of the old API',
])('"%s" is planned work', (title) => {
  expect(maintenanceByWords(title, 'a.md')).toBe('maintenance_by_title')
})

test.each([
  'Incident with Git Operations',
  'Incident with Migrations',
  'Outage after the upgrade',
  'Mail is down',
  'Unplanned maintenance',
  'Degraded performance for Migrations',
])('"%s" is not, even where the file name says maintenance', (title) => {
  expect(maintenanceByWords(title, '2024-01-01-maintenance.md')).toBeUndefined()
})

test('a title that speaks of neither leaves it to the file name', () => {
  expect(maintenanceByWords('Kubernetes 1.29', '2024-01-01-maintenance_k8s.md')).toBe('maintenance_by_file_name')
  expect(maintenanceByWords('Kubernetes 1.29', '2024-01-01-k8s.md')).toBeUndefined()
})
