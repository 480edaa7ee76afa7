// Six years of real posts, read whole.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseImport } from '../../src/intake/parse-import.ts'
import { fileOf, iso, options, withFlag } from './reading.ts'

const texts = JSON.parse(
  readFileSync(new URL('../fixtures/intake/jenkins-posts.json', import.meta.url), 'utf8'),
) as Record<string, string>
const files = Object.entries(texts).map(([name, text]) => fileOf(name, text))
const parsed = parseImport(files, options)
const entry = (key: string) => parsed.entries.find((found) => found.key === key)
const countOf = (level: string) => parsed.entries.filter((found) => found.level === level).length
const minutes = (key: string) => ((entry(key)?.endAt ?? Number.NaN) - (entry(key)?.startAt ?? Number.NaN)) / 60_000

describe('297 real cState posts', () => {
  test('every post is read and none is refused', () => {
    expect(parsed.form).toBe('cstate')
    expect(parsed.entries).toHaveLength(297)
    expect(parsed.refused).toEqual([])
    expect(iso(Math.min(...parsed.entries.map((found) => found.startAt)))).toBe('2020-06-13T14:54:00Z')
  })

  test('the eight posts that end before they start are kept as they are and flagged, also one with an hour of one digit', () => {
    expect(withFlag(parsed, 'end_before_start').map((found) => found.key)).toEqual([
      '2021-09-23-puppet-outage.md',
      '2021-11-18-jenkins-io-outage.md',
      '2022-06-13-repo-slow.md',
      '2023-02-23-maintenance-aks-k8s-1-24.md',
      '2023-06-02-trusted.ci-migration-to-azure.md',
      '2023-12-06-systempool-tainted.md',
      '2024-06-05-RPU-trusted.md',
      '2026-04-29-ci-maintenance-sec-advisory.md',
    ])
    expect(minutes('2021-11-18-jenkins-io-outage.md')).toBe(-(12 * 24 * 60 + 19 * 60 + 17))
  })

  test('the two posts without length are flagged', () => {
    expect(withFlag(parsed, 'zero_length')).toHaveLength(2)
    expect(minutes('2021-04-15-jira-upgrade.md')).toBe(0)
  })

  test('the five posts without a component are flagged, also where the list stands in a comment or is empty', () => {
    expect(withFlag(parsed, 'no_component').map((found) => found.key)).toEqual([
      '2023-03-28-new-signing-key.md',
      '2023-11-06-cert-manager-arm64-migration.md',
      '2023-11-06-datadog-cluster-agent-arm64-migration.md',
      '2024-07-02-weekly-core-release-2.465-failed.md',
      '2026-06-03-maintenance-azure-publick8s-1-34.md',
    ])
    expect(new Set(parsed.entries.flatMap((found) => found.components)).size).toBe(92)
  })

  test('severities become levels: 112 down, 130 partly down, 55 at risk', () => {
    expect([countOf('down'), countOf('partial'), countOf('degraded'), countOf('at_risk')]).toEqual([112, 130, 0, 55])
  })

  test('the ten posts without any zone are read in the stated zone, and flagged', () => {
    expect(withFlag(parsed, 'no_zone')).toHaveLength(10)
    expect(iso(entry('2021-06-01-maintenance-wiki.md')?.startAt)).toBe('2021-06-01T22:00:00Z')
    expect(iso(entry('2020-12-13-get-jenkins-io-dns-update.md')?.startAt)).toBe('2020-12-13T13:20:00Z')
    expect(parsed.warnings).toContain(
      '10 of 297: A time has no zone: read in the zone stated for this import (Europe/London)',
    )
  })

  test('a post with a zone on one end only is read in that zone at both ends', () => {
    expect(withFlag(parsed, 'zone_of_other_end').map((found) => found.key)).toEqual(['2021-12-15-jira-outage.md'])
    expect(minutes('2021-12-15-jira-outage.md')).toBe(15)
  })

  test('zone -00:00 is UTC, also in summer', () => {
    expect(iso(entry('2021-06-17-maintenance-publick8s.md')?.startAt)).toMatch(/Z$/)
    const [, written] = /^date: (.*)-00:00$/m.exec(texts['2021-06-17-maintenance-publick8s.md'] ?? '') ?? []
    expect(iso(entry('2021-06-17-maintenance-publick8s.md')?.startAt)).toBe(`${written}Z`)
  })

  test('hours of one digit are read', () => {
    expect(iso(entry('2023-12-04-x86medium-migration.md')?.startAt)).toBe('2023-12-04T08:00:00Z')
    expect(Object.values(texts).filter((text) => /^date: \S+T\d:/m.test(text))).toHaveLength(7)
  })

  test('what lies in the future of the import is flagged, however resolved the file says it is', () => {
    const then = Date.parse('2026-06-01T00:00:00Z')
    const early = parseImport(files, { ...options, now: then })
    expect(withFlag(parsed, 'future')).toEqual([])
    expect(withFlag(early, 'future').length).toBeGreaterThan(0)
    expect(withFlag(early, 'future').every((found) => found.startAt > then || (found.endAt ?? 0) > then)).toBe(true)
  })

  test('planned work is told by the words of title or file name, and each such post says which', () => {
    const planned = parsed.entries.filter((found) => found.isMaintenance)
    expect(planned).toHaveLength(191)
    expect(withFlag(parsed, 'maintenance_by_title').length + withFlag(parsed, 'maintenance_by_file_name').length).toBe(
      191,
    )
    expect(entry('2021-11-25-maintenance-k8s.md')?.flags).toContain('maintenance_by_file_name')
    expect(entry('2023-12-13-ci.jenkins.io-outage.md')?.isMaintenance).toBe(true)
  })

  test('a failure is not taken for planned work because its file name says maintenance', () => {
    expect(entry('2021-11-05-archives-jenkins-io-maintenance.md')?.title).toBe(
      'HTTP access to archives.jenkins.io unreachable',
    )
    expect(entry('2021-11-05-archives-jenkins-io-maintenance.md')?.isMaintenance).toBe(false)
  })

  test('the longest window is 2,435 hours', () => {
    const longest = Math.max(...parsed.entries.map((found) => (found.endAt ?? 0) - found.startAt))
    expect(Math.round(longest / 3_600_000)).toBe(2435)
  })
})
