import { describe, expect, test } from 'vitest'
import { iso, read, readOne } from './reading.ts'

function post(fields: string, body = 'We are looking into it.'): string {
  return `---\ntitle: Printing is down\n${fields}\n---\n${body}\n`
}

describe('cState posts', () => {
  test('a post is one outage over many systems, with its text', () => {
    const fields =
      'date: 2022-05-22T05:32:40-04:00\nresolved: true\nresolvedWhen: 2022-05-27T21:54:00-04:00\nseverity: down\naffected:\n  - DNS\n  - Webmail\n  - DNS'
    const entry = readOne(
      'content/issues/2022-05-22-printing.md',
      post(fields, '\n**Update**: working.\n\n---\n\nStarted.'),
    )
    expect(entry).toMatchObject({
      key: '2022-05-22-printing.md',
      title: 'Printing is down',
      components: ['DNS', 'Webmail'],
      level: 'down',
      isMaintenance: false,
      text: '**Update**: working.\n\n---\n\nStarted.',
      flags: [],
    })
    expect([iso(entry.startAt), iso(entry.endAt)]).toEqual(['2022-05-22T09:32:40Z', '2022-05-28T01:54:00Z'])
  })

  test('an offset may stand after a blank and without a colon', () => {
    const entry = readOne('a.md', post('date: 2022-04-06 14:25:00 -0400\nresolved: false\nseverity: notice'))
    expect(iso(entry.startAt)).toBe('2022-04-06T18:25:00Z')
    expect(entry.level).toBe('at_risk')
  })

  test('a post that is not resolved is open', () => {
    const entry = readOne(
      'a.md',
      post('date: 2022-10-20T20:44:46-04:00\nresolved: false\nresolvedWhen:\nseverity: notice'),
    )
    expect(entry.endAt).toBeUndefined()
    expect(entry.flags).toContain('open')
  })

  test('an end left standing in a reopened outage is not its end, but planned work has its planned end', () => {
    const times = 'date: 2022-10-20T20:00:00Z\nresolved: false\nresolvedWhen: 2022-10-20T21:00:00Z\nseverity: down'
    expect(readOne('a.md', post(times)).endAt).toBeUndefined()
    expect(iso(readOne('a.md', post(`${times}\nsection: maintenance`)).endAt)).toBe('2022-10-20T21:00:00Z')
  })

  test('a post resolved nobody says when is kept without length instead of running for ever', () => {
    const entry = readOne(
      'a.md',
      post('date: 2022-10-20T20:00:00Z\nresolved: true\n# resolvedWhen: 2022-10-20T21:00:00Z\nseverity: down'),
    )
    expect(entry.endAt).toBe(entry.startAt)
    expect(entry.flags).toContain('end_unknown')
  })

  test('an .html post becomes plain text', () => {
    const entry = readOne(
      'a.html',
      post(
        'date: 2022-10-18T19:52:46-04:00\nresolved: false',
        '<p>\n<b>Ion &amp; Tin</b>:<br>\nslow<script>alert(1)</script></p>',
      ),
    )
    expect(entry.text).toBe('Ion & Tin:\n\nslow')
  })

  test('an unknown or missing severity is read as down and flagged', () => {
    const entry = readOne('a.md', post('date: 2022-10-18T19:52:46Z\nseverity: purple'))
    expect(entry.level).toBe('down')
    expect(entry.flags).toContain('no_level')
  })

  test('an informational post is at risk whatever its severity', () => {
    const entry = readOne('a.md', post('date: 2022-10-18T19:52:46Z\nseverity: down\ninformational: true'))
    expect([entry.level, entry.flags.includes('informational')]).toEqual(['at_risk', true])
  })

  test('a post may say when it was announced', () => {
    const entry = readOne(
      'a.md',
      post('date: 2022-10-18T19:00:00Z\npublishDate: 2022-10-10T09:00:00Z\nsection: maintenance'),
    )
    expect(iso(entry.announcedAt)).toBe('2022-10-10T09:00:00Z')
  })

  test('a local time that the clock showed twice is read as the first and flagged', () => {
    const entry = readOne('a.md', post('date: 2021-10-31 01:30:00\nresolved: false'))
    expect(iso(entry.startAt)).toBe('2021-10-31T00:30:00Z')
    expect(entry.flags).toContain('ambiguous_time')
  })

  test('a local time that the clock skipped is moved by the gap and flagged', () => {
    const entry = readOne('a.md', post('date: 2021-03-28 01:30:00\nresolved: false'))
    expect(iso(entry.startAt)).toBe('2021-03-28T01:30:00Z')
    expect(entry.flags).toContain('skipped_time')
  })

  test('Windows line ends and a byte order mark make no difference', () => {
    const fields = 'date: 2022-10-18T19:00:00Z\nresolved: false\nseverity: down\naffected:\n  - DNS'
    const entry = readOne('a.md', `\uFEFF${post(fields).replaceAll('\n', '\r\n')}`)
    expect(entry).toEqual({ ...readOne('a.md', post(fields)) })
  })

  test.each([
    ['no front matter', '# Read me', 'It has no front matter (---).'],
    ['front matter without an end', '---\ntitle: a\n', 'Its front matter has no end (---).'],
    ['TOML front matter', '+++\ntitle = "a"\n+++\n', 'It has no front matter (---): TOML (+++) is not read.'],
    ['no date', post('severity: down'), 'It has no start.'],
    [
      'a date that does not exist',
      post('date: 2022-02-30T10:00:00Z'),
      '"2022-02-30T10:00:00Z" is not a date that can be read.',
    ],
    ['a draft', post('date: 2022-02-03T10:00:00Z\ndraft: true'), 'It is a draft: its own site does not show it.'],
    ['a list where a date should be', post('date: [1, 2]'), '"date" in its front matter is not as expected.'],
    [
      'a field given twice',
      post('date: 2022-02-03\ndate: 2022-02-04'),
      'Its front matter is not valid YAML: duplicated mapping key',
    ],
    ['aliases', post('a: &a [x, x]\ndate: 2022-02-03\naffected: *a'), 'Its front matter is not valid YAML'],
    ['a deep nest', post(`date: ${'['.repeat(20_000)}`), 'Its front matter'],
    ['huge front matter', post(`about: ${'x'.repeat(70_000)}`), 'Its front matter is too large.'],
  ])('a post with %s is refused with the reason', (_, text, reason) => {
    const parsed = read('post.md', text)
    expect(parsed.entries).toEqual([])
    expect(parsed.refused).toHaveLength(1)
    expect(parsed.refused[0]?.reason).toContain(reason)
  })
})
