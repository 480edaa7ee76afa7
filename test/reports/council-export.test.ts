import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Access } from '../../src/domain/access.ts'
import { exportCouncil } from '../../src/reports/council-export.ts'
import { findExport } from '../../src/reports/found-export.ts'
import { ours, secret, theirs, twoCouncils } from './made-council.ts'
import { idOf, readsOf } from './made-incidents.ts'
import { readCsv } from './read-csv.ts'

const asAt = Date.UTC(2026, 10, 10, 9)
const everywhere = (...roles: Access['grants'][number]['role'][]): Access => ({
  userId: 'u-1',
  grants: roles.map((role) => ({ role, on: null })),
})
const taker = everywhere('admin', 'ict', 'manager')

async function exported(access = taker) {
  const steps: (readonly [number, number])[] = []
  const reads = readsOf(twoCouncils, [idOf(60)])
  const file = await exportCouncil(reads, { councilId: ours, access, asAt }, (...step) => steps.push(step))
  const files = unzipSync(file.bytes)
  const textOf = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[path])
  return {
    ...file,
    steps,
    paths: Object.keys(files),
    textOf,
    csv: (name: string) => readCsv(textOf(`csv/${name}.csv`)),
  }
}

const taken = (bytes: Uint8Array<ArrayBuffer>, access = taker) => {
  const found = findExport(bytes, access)
  if (!found.ok) throw new Error(found.message)
  return found
}

test('a council’s export holds its own records, what it shares and what these name, and nothing else', async () => {
  const { bytes, count, paths, textOf } = await exported()
  for (const path of paths) expect(textOf(path), path).not.toMatch(new RegExp(`${secret}|7777|8888`))
  const document = JSON.parse(textOf('records.json')) as { unsentCount: number; records: { k: string; id: string }[] }
  expect([document.records.length, document.unsentCount]).toEqual([count, 1])
  const ids = document.records.map(({ id }) => id)
  expect(ids.map((id) => Number(id.slice(-3)))).toEqual([
    9, 1, 10, 12, 101, 102, 20, 23, 22, 30, 31, 32, 40, 41, 43, 44, 46, 47, 48, 50, 53, 54, 56, 25, 58, 60, 62, 63, 72,
    70, 73, 90,
  ])
  expect(taken(bytes).records.some(({ doc }) => 'councilId' in doc && doc.councilId === theirs)).toBe(false)
})

test('of the files of its incidents and outages the council has what is known, and of no others', async () => {
  const { textOf } = await exported()
  const { records } = JSON.parse(textOf('records.json')) as { records: { k: string; doc: { name: string } }[] }
  expect(records.filter(({ k }) => k === 'attachment').map(({ doc }) => doc.name)).toEqual(['rack.jpg'])
  expect(textOf('README.txt')).toContain('Photos and files: records.json says which there are')
})

test('head counts keep every date, with this council’s people alone: who had people and has none is not forgotten', async () => {
  const { csv, bytes } = await exported()
  const division = taken(bytes).records.find(({ k }) => k === 'division')
  expect(division?.doc.headCounts).toEqual([
    { from: '2020-01-01', people: { [ours]: 12 } },
    { from: '2026-01-01', people: {} },
  ])
  expect(csv('head-counts').filter(([name]) => name === 'Planning')).toEqual([
    ['Planning', '2020-01-01', '12', idOf(10)],
    ['Planning', '2026-01-01', '0', idOf(10)],
  ])
})

test('its CSV files have names beside ids', async () => {
  const { csv } = await exported()
  expect(csv('incidents')[1]).toEqual(
    expect.arrayContaining(['Ashby Council', 'Planning', 'E-mail', 'Ben Best', 'Networks']),
  )
  expect(csv('agreements')[1]).toEqual(['E-mail', '2020-01-01', 'Office hours', '99.5', '', idOf(30)])
  expect(csv('dependencies')[1]).toEqual(['E-mail', 'hard', 'Network', '1', '1', idOf(32)])
  expect(csv('calendars')[1]?.slice(3, 7)).toEqual([
    'Monday 08:30-17:00',
    'yes',
    '2026-12-24 to 2026-12-31',
    '2026-05-01 closed',
  ])
  expect(csv('outages').map((cells) => cells.slice(0, 2))).toEqual([
    ['Title', 'Systems'],
    ['For all', ''],
    ['', 'Network'],
    ['Moved', ''],
  ])
  expect(csv('outages').map((cells) => cells[7])).toEqual([
    'Councils',
    'All',
    'Ashby Council; another council',
    'another council',
  ])
  expect(csv('outage-changes').map((cells) => cells[4])).toEqual(['Reached this council', 'yes', 'no'])
  expect(csv('hourly-rates')[1]?.[2]).toBe('30.5')
  expect(csv('incident-earlier-history')[1]?.slice(2, 8)).toEqual([
    'Resolver 4',
    'Resolved',
    '2',
    '',
    '',
    'closed by phone',
  ])
  expect(csv('priorities')).toHaveLength(13)
})

test('every file and column is explained in the README', async () => {
  const { paths, textOf, csv, steps } = await exported()
  const readme = textOf('README.txt')
  expect(paths.slice(0, 2)).toEqual(['README.txt', 'records.json'])
  expect(readme).toContain('All that Uptally holds of Ashby Council, 10 November 2026')
  expect(readme).toContain(
    '- csv/systems.csv: 2 lines\n- csv/agreements.csv: 2 lines\n- csv/dependencies.csv: 1 line\n',
  )
  const names = paths.flatMap((path) => /^csv\/(.+)\.csv$/.exec(path)?.[1] ?? [])
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) {
    const [heading = [], ...rows] = csv(name)
    const part = readme.slice(readme.indexOf(`csv/${name}.csv (${rows.length} line`)).split('\n\n')[0] ?? ''
    expect(part).toContain(`csv/${name}.csv`)
    expect(
      part
        .split('\n')
        .slice(2)
        .filter((line) => line !== '')
        .map((line) => line.trim().split(/ {2,}/)[0]),
    ).toEqual(heading)
  }
  expect(steps.map(([done]) => done)).toEqual(steps.map((_, i) => i + 1))
  expect(steps.at(-1)).toEqual([names.length + 2, names.length + 2])
})

test('what the exporting person may not read is told in the README, not passed over', async () => {
  const parts = async (access: Access) =>
    (await exported(access)).textOf('README.txt').split('may not read:').length - 1
  expect(await parts({ userId: 'u-1', grants: [{ role: 'client_officer', on: ours }] })).toBe(0)
  expect(await parts(everywhere('admin'))).toBe(3)
  expect(await parts({ userId: 'u-1', grants: [{ role: 'client_officer', on: theirs }] })).toBe(3)
})

test('a council that is not here cannot be exported', async () => {
  const asked = exportCouncil(readsOf({}), { councilId: ours, access: taker, asAt }, () => {})
  await expect(asked).rejects.toThrow('not here')
})

test('what takes in a zip leaves out what the server would refuse, and says why', async () => {
  const { bytes } = await exported()
  const files = '1 of the kind "attachment": an export says which files there were, and does not hold them.'
  expect(taken(bytes).leftOut).toEqual(['1 of the kind "council_month": the server works these out itself.', files])
  const left = taken(bytes, everywhere('admin')).leftOut
  expect(left).toContain('1 of the kind "incident": your roles do not include adding these.')
  expect(left).not.toContainEqual(expect.stringContaining('"system"'))
})

test('a zip of something else, a broken one and one that is no zip are refused in a sentence', async () => {
  const { bytes } = await exported()
  const broken = bytes.slice(0, bytes.length - 40)
  for (const file of [broken, new Uint8Array([0x50, 0x4b, 3, 4]), new Uint8Array(0), new Uint8Array([1, 2, 3])]) {
    const found = findExport(file, taker)
    expect(found).toEqual({ ok: false, message: expect.stringMatching(/^This .+\.$/) })
  }
})
